package dev.tickmark.verification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.RunState;

import static org.assertj.core.api.Assertions.assertThat;

/** A lane that may make so many calls a day. */
class QuotaTests extends VerificationJobCase {

	private static final int QUOTA = 500;

	@DynamicPropertySource
	static void quota(DynamicPropertyRegistry registry) {
		registry.add("tickmark.providers.scripted.limits[1].calls", () -> QUOTA);
		registry.add("tickmark.providers.scripted.limits[1].per", () -> "1d");
	}

	@AfterEach
	void longAgo() {
		this.jdbc.sql("update call set sent_at = sent_at - interval '2 days'").update();
	}

	@Test
	void whatIsSpentForTheDayLeavesTheRestOpenAndTheNextRunGoesOnThere() throws Exception {
		PayeeFile file = file(names(1200));
		VerifyResult.Finished first = (VerifyResult.Finished) verify(file);
		assertThat(asked(file)).isEqualTo(QUOTA);
		assertThat(first.run().state()).isEqualTo(RunState.OPEN);
		assertThat(first.figures().open()).isEqualTo(700);
		assertThat(first.stoppedLanes()).singleElement()
			.asString()
			.startsWith("Lane scripted: its quota of 500 calls per 1d is spent until ")
			.endsWith("; the next run goes on there.");
		assertThat(until(first)).isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_410));
		assertThat(results(first)).filteredOn((line) -> line.contains(",MATCH,")).hasSize(QUOTA);

		VerifyResult.Finished again = (VerifyResult.Finished) verify(file);
		assertThat(asked(file)).as("nothing is forgotten").isEqualTo(QUOTA);
		assertThat(again.stoppedLanes()).hasSize(1);

		longAgo();
		verify(file);
		assertThat(asked(file)).isEqualTo(2 * QUOTA);
		longAgo();
		VerifyResult.Finished last = (VerifyResult.Finished) verify(file);
		assertThat(last.figures().open()).isZero();
		assertThat(last.stoppedLanes()).isEmpty();
		assertThat(asked(file)).isEqualTo(1200);
		assertThat(last.run().id()).isEqualTo(first.run().id());
	}

	@Test
	void anotherRunOfTheSameDayHasWhatTheFirstOneLeft() throws Exception {
		PayeeFile morning = file(names(450));
		assertThat(((VerifyResult.Finished) verify(morning)).figures().open()).isZero();
		PayeeFile noon = file(names(80));
		assertThat(((VerifyResult.Finished) verify(noon)).figures().open()).isEqualTo(30);
		assertThat(asked(noon)).isEqualTo(50);
	}

	private static Instant until(VerifyResult.Finished finished) {
		List<String> words = List.of(finished.stoppedLanes().getFirst().split("[ ;]"));
		return Instant.parse(Objects.requireNonNull(words.get(words.indexOf("until") + 1)));
	}

}
