package dev.tickmark.ledger;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.LatestCalls.Made;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class LatestCallsTests {

	private final LatestCalls latest;

	private final CallJournal journal;

	private final Runs runs;

	private final Changes changes;

	private final Given given;

	/** One that no other test asks. */
	private final ProviderName provider = new ProviderName("p" + UUID.randomUUID().toString().substring(0, 8));

	LatestCallsTests(LatestCalls latest, CallJournal journal, Runs runs, Changes changes, Given given) {
		this.latest = latest;
		this.journal = journal;
		this.runs = runs;
		this.changes = changes;
		this.given = given;
	}

	@Test
	void theCallsOfEachConcludedVerificationComeInOrder() {
		List<Long> ids = asked(3);
		this.journal.record(ids.get(0), Given.call(1));
		this.journal.record(ids.get(0), Given.call(2, Given.NOON.plusSeconds(5)));
		this.journal.record(ids.get(1), Given.call(1));
		this.journal.record(ids.get(2), Given.call(1));
		this.changes.apply(List.of(Given.change(ids.get(0), VerificationState.CONCLUDED),
				Given.change(ids.get(1), VerificationState.CONCLUDED),
				Given.change(ids.get(2), VerificationState.WAITING)), 1);
		Duration took = Duration.ofMillis(120);
		assertThat(this.latest.of(this.provider, false, 10)).containsExactlyInAnyOrder(
				List.of(new Made(CallKind.SUBMIT, Given.NOON, took),
						new Made(CallKind.SUBMIT, Given.NOON.plusSeconds(5), took)),
				List.of(new Made(CallKind.SUBMIT, Given.NOON, took)));
		assertThat(this.latest.of(this.provider, true, 10)).as("those of the sandbox").isEmpty();
		assertThat(this.latest.of(Given.BANFICO, false, 10)).as("another provider's").hasSizeLessThanOrEqualTo(10);
	}

	@Test
	void thoseOfTheLatestRunComeFirst() {
		concluded(asked(3), 1);
		concluded(asked(2), 2);
		assertThat(this.latest.of(this.provider, false, 2)).hasSize(2).allMatch((calls) -> calls.size() == 2);
		assertThat(this.latest.of(this.provider, false, 4)).hasSize(4);
	}

	@Test
	void aProviderThatWasNeverAskedHasNone() {
		asked(2);
		assertThat(this.latest.of(this.provider, false, 10)).isEmpty();
	}

	private void concluded(List<Long> ids, int calls) {
		for (long id : ids) {
			for (int number = 1; number <= calls; number++) {
				this.journal.record(id, Given.call(number));
			}
		}
		this.changes.apply(Given.changes(ids, VerificationState.CONCLUDED), 1);
	}

	private List<Long> asked(int questions) {
		long run = this.given.asking(this.provider, questions);
		this.runs.noteLane(run, this.provider.value(), "10/PT1S", EnumSet.allOf(CallKind.class));
		return this.given.verifications(run);
	}

}
