package dev.tickmark.provider;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AntechamberTests {

	private final Antechamber chamber = new Antechamber(Duration.ofMillis(5));

	private final Party party = Party.alone();

	@Test
	void aPreparationThatIsDoneBeforeTheNextTurnComesNeedsNoCompany() throws Exception {
		prepared(Duration.ofMillis(1), 20);
		assertThat(this.chamber.size()).isOne();
		assertThat(enter()).isTrue();
		assertThat(enter()).isFalse();
	}

	@Test
	void asManyArePreparedAtOnceAsTurnsComeMeanwhile() throws Exception {
		prepared(Duration.ofMillis(20), 50);
		assertThat(this.chamber.size()).isEqualTo(5);
		for (int i = 0; i < 5; i++) {
			assertThat(enter()).isTrue();
		}
		assertThat(enter()).isFalse();
	}

	@Test
	void oneThatTookVeryLongIsForgotten() throws Exception {
		prepared(Duration.ofMillis(1), 20);
		prepared(Duration.ofMinutes(1), 1);
		assertThat(this.chamber.size()).isEqualTo(50);
		prepared(Duration.ofMillis(1), 200);
		assertThat(this.chamber.size()).isOne();
	}

	@Test
	void whereThereAreFewerPlacesThoseWhoAreInStay() throws Exception {
		prepared(Duration.ofMillis(20), 50);
		enter();
		enter();
		prepared(Duration.ofMillis(1), 200);
		assertThat(enter()).isFalse();
		this.chamber.leave();
		assertThat(enter()).as("one is still in").isFalse();
		this.chamber.leave();
		assertThat(enter()).isTrue();
	}

	private boolean enter() throws InterruptedException {
		return this.chamber.enter(this.party, 0, () -> false);
	}

	private void prepared(Duration took, int times) {
		for (int i = 0; i < times; i++) {
			this.chamber.took(took.toNanos());
		}
	}

}
