package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Change;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class VerificationsTests {

	private static final Instant NOON = Given.NOON;

	private final Verifications verifications;

	private final CallJournal journal;

	private final Changes changes;

	private final Given given;

	VerificationsTests(Verifications verifications, CallJournal journal, Changes changes, Given given) {
		this.verifications = verifications;
		this.journal = journal;
		this.changes = changes;
		this.given = given;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 7 })
	void theSlicesOfALaneAreDisjointAndComplete(int slices) {
		long run = this.given.asking(23);
		Set<Long> seen = new HashSet<>();
		for (int slice = 0; slice < slices; slice++) {
			for (Verification v : this.verifications.ready(run, Given.BANFICO, slices, slice, 0, 100)) {
				assertThat(seen.add(v.id())).as("seen in one slice only").isTrue();
			}
		}
		assertThat(seen).containsExactlyInAnyOrderElementsOf(this.given.verifications(run));
	}

	@Test
	void whatIsReadyComesInPagesInItsOrder() {
		long run = this.given.asking(7);
		List<Long> read = new ArrayList<>();
		long after = 0;
		List<Integer> sizes = new ArrayList<>();
		for (int page = 0; page < 4; page++) {
			List<Verification> ready = this.verifications.ready(run, Given.BANFICO, 1, 0, after, 3);
			sizes.add(ready.size());
			ready.forEach((v) -> read.add(v.id()));
			after = read.getLast();
		}
		assertThat(sizes).containsExactly(3, 3, 1, 0);
		assertThat(read).isEqualTo(this.given.verifications(run));
	}

	@Test
	void onlyWhatIsReadyIsReady() {
		long run = this.given.asking(7);
		List<Long> ids = this.given.verifications(run);
		for (VerificationState state : VerificationState.values()) {
			this.given.state(ids.get(state.ordinal()), state, NOON);
		}
		assertThat(this.given.ready(run)).map(Verification::id)
			.containsExactly(ids.get(VerificationState.READY.ordinal()));
		assertThat(this.given.due(run)).map(Verification::id)
			.containsExactly(ids.get(VerificationState.WAITING.ordinal()), ids.get(VerificationState.RETRY.ordinal()),
					ids.get(VerificationState.ACTION_REQUIRED.ordinal()));
	}

	@Test
	void anotherLaneOrAnotherRunHasItsOwn() {
		long run = this.given.asking(1);
		this.given.asking(1);
		assertThat(this.verifications.ready(run, Given.PAYSWAY, 1, 0, 0, 10)).isEmpty();
		assertThat(this.given.ready(run)).hasSize(1);
		assertThat(this.verifications.nextDue(run, Given.BANFICO)).isEmpty();
	}

	@Test
	void theLongestDueComesFirstAndWhatIsNotDueDoesNotCome() {
		long run = this.given.asking(4);
		List<Long> ids = this.given.verifications(run);
		this.given.state(ids.get(0), VerificationState.WAITING, NOON.plusSeconds(3));
		this.given.state(ids.get(1), VerificationState.RETRY, NOON.plusSeconds(1));
		this.given.state(ids.get(2), VerificationState.ACTION_REQUIRED, NOON.plusSeconds(2));
		this.given.state(ids.get(3), VerificationState.WAITING, null);
		assertThat(due(run, NOON.plusSeconds(3), 9)).containsExactly(ids.get(1), ids.get(2), ids.get(0));
		assertThat(due(run, NOON.plusSeconds(3).minusNanos(1000), 9)).containsExactly(ids.get(1), ids.get(2));
		assertThat(due(run, NOON.plusSeconds(3), 1)).containsExactly(ids.get(1));
		assertThat(due(run, NOON, 9)).isEmpty();
		assertThat(this.verifications.nextDue(run, Given.BANFICO)).contains(NOON.plusSeconds(1));
	}

	@Test
	void nothingIsDueOnceAllIsConcludedOrHeld() {
		long run = this.given.asking(2);
		this.given.state(this.given.verifications(run).getFirst(), VerificationState.CONCLUDED, NOON);
		this.given.state(this.given.verifications(run).getLast(), VerificationState.HELD, NOON);
		assertThat(this.verifications.nextDue(run, Given.BANFICO)).isEmpty();
	}

	@Test
	void aCallThatWasMarkedAndLeftNoAnswerIsInDoubtAfterRecovery() {
		long run = this.given.asking(2);
		long lost = this.given.verifications(run).getFirst();
		this.journal.asking(lost, 1, 1);
		this.journal.record(lost, Given.call(1));
		this.journal.asking(lost, 2, 1);
		assertThat(this.verifications.recover(run, NOON)).isOne();
		assertThat(this.given.due(run)).singleElement().satisfies((v) -> {
			assertThat(v.id()).isEqualTo(lost);
			assertThat(v.inDoubt()).isTrue();
			assertThat(v.answerWaits()).isFalse();
			assertThat(v.askingCall()).isEqualTo(2);
			assertThat(v.calls()).containsExactly(Given.call(1));
		});
	}

	@Test
	void anAnswerThatReachedTheJournalWaitsAfterRecovery() {
		long run = this.given.asking(1);
		long answered = this.given.verifications(run).getFirst();
		this.journal.asking(answered, 1, 1);
		this.journal.record(answered, Given.call(1));
		this.verifications.recover(run, NOON);
		assertThat(this.given.due(run)).singleElement().satisfies((v) -> {
			assertThat(v.answerWaits()).isTrue();
			assertThat(v.inDoubt()).isFalse();
			assertThat(v.calls()).containsExactly(Given.call(1));
		});
	}

	@Test
	void recoveryTouchesNothingThatWasNotBeingAsked() {
		long run = this.given.asking(7);
		List<Long> ids = this.given.verifications(run);
		for (VerificationState state : VerificationState.values()) {
			this.given.state(ids.get(state.ordinal()), state, NOON);
		}
		assertThat(this.verifications.recover(run, NOON)).isOne();
		assertThat(ids).map(this.given::state)
			.containsExactly("READY", "RETRY", "CONCLUDED", "WAITING", "RETRY", "ACTION_REQUIRED", "HELD");
		assertThat(this.verifications.recover(run, NOON)).isZero();
	}

	@Test
	void anAdoptedAnswerIsStillKnownAtTheNextAttempt() {
		long run = this.given.asking(1);
		long adopted = this.given.verifications(run).getFirst();
		this.journal.asking(adopted, 1, 1);
		this.journal.record(adopted, Given.call(1));
		this.verifications.recover(run, NOON);
		// what was adopted without a call of its own counts as no attempt
		Change pending = Given.change(adopted, VerificationState.WAITING);
		this.changes.apply(List.of(new Change(adopted, VerificationState.WAITING, NOON, 0, 0, NOON.plusSeconds(60),
				null, pending.finding(), NOON)), 1);
		assertThat(this.given.due(run)).singleElement().satisfies((v) -> {
			assertThat(v.answerWaits()).isFalse();
			assertThat(v.deadline()).isEqualTo(NOON.plusSeconds(60));
			assertThat(v.calls()).containsExactly(Given.call(1));
		});
	}

	@Test
	void aNewPassLooksAgainAtWhatWasHeldWithAllItsAttempts() {
		long run = this.given.asking(3);
		List<Long> ids = this.given.verifications(run);
		Change held = Given.change(ids.get(0), VerificationState.HELD);
		this.changes.apply(
				List.of(new Change(ids.get(0), VerificationState.HELD, null, 4, 4, null, null, held.finding(), NOON)),
				1);
		this.journal.record(ids.get(0), Given.call(1));
		this.given.state(ids.get(1), VerificationState.WAITING, NOON);
		this.given.state(ids.get(2), VerificationState.CONCLUDED, null);
		this.verifications.reopen(run, NOON, Duration.ofMinutes(1));
		assertThat(this.given.ready(run)).singleElement().satisfies((v) -> {
			assertThat(v.id()).isEqualTo(ids.get(0));
			assertThat(v.failures()).isZero();
			assertThat(v.attempts()).isEqualTo(4);
			assertThat(v.calls()).containsExactly(Given.call(1));
		});
		assertThat(ids.subList(1, 3)).map(this.given::state).containsExactly("WAITING", "CONCLUDED");
		assertThat(this.verifications.nextDue(run, Given.BANFICO)).contains(NOON);
	}

	@Test
	void aNewPassLooksOnceAtWhatWaitsLongerThanItWould() {
		long run = this.given.asking(5);
		List<Long> ids = this.given.verifications(run);
		Instant tomorrow = NOON.plus(Duration.ofDays(1));
		this.given.state(ids.get(0), VerificationState.WAITING, tomorrow);
		this.given.state(ids.get(1), VerificationState.ACTION_REQUIRED, null);
		this.given.state(ids.get(2), VerificationState.WAITING, NOON.plusSeconds(30));
		this.given.state(ids.get(3), VerificationState.RETRY, tomorrow);
		this.given.state(ids.get(4), VerificationState.ACTION_REQUIRED, tomorrow);
		this.verifications.reopen(run, NOON, Duration.ofMinutes(1));
		assertThat(due(run, NOON, 10)).containsExactlyInAnyOrder(ids.get(0), ids.get(1), ids.get(4));
		assertThat(due(run, NOON.plusSeconds(30), 10)).hasSize(4).contains(ids.get(2));
		assertThat(ids.get(3)).satisfies((failed) -> assertThat(this.given.state(failed)).isEqualTo("RETRY"));
		assertThat(due(run, tomorrow.minusSeconds(1), 10)).as("the provider asked for that time")
			.doesNotContain(ids.get(3));
	}

	private List<Long> due(long run, Instant now, int limit) {
		return this.verifications.due(run, Given.BANFICO, now, limit).stream().map(Verification::id).toList();
	}

}
