package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.tickmark.payee.ProviderName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is an outage, and what a lane does meanwhile. */
class OutageTests {

	private final Outage outage = new Outage(new ProviderName("alpha"));

	@Test
	void singleFailuresAreNone() {
		for (int i = 0; i < 100; i++) {
			call(i % 4 == 0);
		}
		assertThat(this.outage.lasts()).isFalse();
		assertThat(this.outage.count()).isZero();
	}

	@Test
	void fewFailuresAreNone() {
		calls(Outage.LOOKED_AT - 1, true);
		assertThat(this.outage.lasts()).isFalse();
		assertThat(this.outage.remaining(Instant.now())).isZero();
		assertThat(this.outage.length(Instant.now())).isZero();
	}

	@Test
	void whileItLastsOneCallIsTriedAfterEachWaitAndTheWaitsDouble() {
		Instant start = Instant.now();
		calls(Outage.LOOKED_AT, true);
		assertThat(this.outage.lasts()).isTrue();
		assertThat(this.outage.since()).isBetween(start, Instant.now());
		assertThat(this.outage.admits()).isFalse();
		assertThat(this.outage.remaining(Instant.now())).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));

		await().until(this.outage::admits);
		assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(999));
		assertThat(this.outage.admits()).as("one at a time").isFalse();
		assertThat(this.outage.length(Instant.now())).as("it may be over").isZero();
		this.outage.ended(Instant.now(), true);
		assertThat(this.outage.admits()).isFalse();
		assertThat(this.outage.remaining(Instant.now())).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(2));
		assertThat(this.outage.length(Instant.now())).as("from its beginning to the next try")
			.isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
		assertThat(this.outage.count()).isOne();
	}

	@Test
	void aCallThatSucceedsEndsIt() {
		calls(Outage.LOOKED_AT, true);
		await().until(this.outage::admits);
		this.outage.ended(Instant.now(), false);
		assertThat(this.outage.lasts()).isFalse();
		assertThat(this.outage.admits()).isTrue();
		calls(Outage.LOOKED_AT, true);
		assertThat(this.outage.count()).as("the next one is another").isEqualTo(2);
		assertThat(this.outage.remaining(Instant.now())).isLessThanOrEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void whoIsLetInAndMakesNoCallLeavesTheTryToAnother() {
		calls(Outage.LOOKED_AT, true);
		await().until(this.outage::admits);
		this.outage.unused();
		assertThat(this.outage.admits()).isTrue();
	}

	@Test
	void whatWasInFlightWhenItBeganSaysNothingOfTheOneThatIsTried() {
		Instant early = Instant.now();
		calls(Outage.LOOKED_AT, true);
		await().until(this.outage::admits);
		this.outage.ended(early, false);
		this.outage.ended(early, true);
		assertThat(this.outage.lasts()).isTrue();
		assertThat(this.outage.remaining(Instant.now())).isZero();
	}

	private void calls(int count, boolean failed) {
		for (int i = 0; i < count; i++) {
			call(failed);
		}
	}

	private void call(boolean failed) {
		assertThat(this.outage.admits()).isTrue();
		this.outage.ended(Instant.now(), failed);
	}

}
