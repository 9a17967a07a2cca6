package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Action;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;

class AftermathTests {

	private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

	private static final Instant ANSWERED = NOW.minusMillis(3);

	private static final Finding MATCH = new Finding(Verdict.MATCH, AccountState.ACTIVE, NameMatch.FULL,
			AccountTypeMatch.UNKNOWN, Basis.NAME_AND_ACCOUNT, "yes", null, null, "ref");

	private static final Finding PENDING = Finding.of(Verdict.PENDING, "working").reference("ref");

	private static final Finding SILENT = Finding.of(Verdict.UNABLE_TO_CHECK, "silent");

	private static final Finding ERROR = Finding.of(Verdict.PROVIDER_ERROR, "down");

	private final Aftermath aftermath = new Aftermath(
			new RecheckSettings(Duration.ofSeconds(1), 2, Duration.ofSeconds(30), 3));

	@Test
	void aFinalAnswerConcludes() {
		Change change = after(asked(0, 0, null), new Outcome.Concluded(MATCH));
		assertThat(change.state()).isEqualTo(VerificationState.CONCLUDED);
		assertThat(change.finding()).isEqualTo(MATCH);
		assertThat(change.attempts()).isOne();
		assertThat(change.nextAttemptAt()).isNull();
		assertThat(change.checkedAt()).isEqualTo(ANSWERED);
	}

	@Test
	void aRefusalOfTheDataConcludesToo() {
		Finding rejected = Finding.of(Verdict.REJECTED_INPUT, "no such field");
		assertThat(after(asked(0, 0, null), new Outcome.Rejected(rejected)).state())
			.isEqualTo(VerificationState.CONCLUDED);
	}

	@Test
	void aPendingAnswerIsAskedForWhenTheProviderSays() {
		Change change = after(asked(0, 0, null), pending(Duration.ofSeconds(7)));
		assertThat(change.state()).isEqualTo(VerificationState.WAITING);
		assertThat(change.nextAttemptAt()).isEqualTo(NOW.plusSeconds(7));
		assertThat(change.deadline()).isEqualTo(NOW.plusSeconds(600));
	}

	@Test
	void withoutAWordFromTheProviderTheDelaysGrow() {
		assertThat(after(asked(0, 0, null), pending(null)).nextAttemptAt()).isEqualTo(NOW.plusSeconds(1));
		assertThat(after(asked(1, 0, null), pending(null)).nextAttemptAt()).isEqualTo(NOW.plusSeconds(2));
		assertThat(after(asked(4, 0, null), pending(null)).nextAttemptAt()).isEqualTo(NOW.plusSeconds(16));
		assertThat(after(asked(40, 0, null), pending(null)).nextAttemptAt()).isEqualTo(NOW.plusSeconds(30));
	}

	@Test
	void aPendingAnswerIsAskedForOnceMoreAtItsDeadlineAndThenGivenUp() {
		Instant deadline = NOW.plusSeconds(3);
		assertThat(after(asked(5, 0, deadline), pending(null)).nextAttemptAt()).isEqualTo(deadline);
		Change over = after(asked(6, 0, NOW), pending(null));
		assertThat(over.state()).isEqualTo(VerificationState.CONCLUDED);
		assertThat(over.finding().verdict()).isEqualTo(Verdict.UNABLE_TO_CHECK);
		assertThat(over.finding().providerReference()).isEqualTo("ref");
	}

	@Test
	void aFailureIsTriedAgainLaterAndNotForEver() {
		Outcome failure = new Outcome.Retryable(ERROR, null, true, false, ERROR);
		Change first = after(asked(0, 0, null), failure);
		assertThat(first.state()).isEqualTo(VerificationState.RETRY);
		assertThat(first.failures()).isOne();
		assertThat(first.nextAttemptAt()).isEqualTo(NOW.plusSeconds(1));
		Change last = after(asked(2, 2, null), failure);
		assertThat(last.state()).isEqualTo(VerificationState.HELD);
		assertThat(last.finding().verdict()).isEqualTo(Verdict.PROVIDER_ERROR);
	}

	@Test
	void whenNoAttemptIsLeftTheProviderSaysWhatThatMeans() {
		Change change = after(asked(2, 2, null), new Outcome.Retryable(ERROR, null, true, false, SILENT));
		assertThat(change.state()).isEqualTo(VerificationState.CONCLUDED);
		assertThat(change.finding()).isEqualTo(SILENT);
	}

	@Test
	void aFullProviderUsesUpNoAttemptButIsNotAskedForEver() {
		Outcome full = new Outcome.Retryable(ERROR, Duration.ofSeconds(10), false, true, ERROR);
		Change change = after(asked(30, 2, null), full);
		assertThat(change.state()).isEqualTo(VerificationState.RETRY);
		assertThat(change.failures()).isEqualTo(2);
		assertThat(change.nextAttemptAt()).isEqualTo(NOW.plusSeconds(10));
		assertThat(this.aftermath.of(asked(59, 0, null), true, 59, full, NOW, ANSWERED).state())
			.isEqualTo(VerificationState.RETRY);
		assertThat(this.aftermath.of(asked(60, 0, null), true, 60, full, NOW, ANSWERED).state())
			.isEqualTo(VerificationState.HELD);
		// polls that were answered take nothing away
		assertThat(this.aftermath.of(asked(500, 0, null), true, 1, full, NOW, ANSWERED).state())
			.isEqualTo(VerificationState.RETRY);
	}

	@Test
	void anAnswerInBetweenGivesBackAllAttempts() {
		assertThat(after(asked(3, 2, null), pending(null)).failures()).isZero();
	}

	@Test
	void aStoppedLaneLeavesTheVerificationOpenAndUnasked() {
		Change change = this.aftermath.of(asked(0, 0, null), false, 0, new Outcome.LaneFault(ERROR), NOW, NOW);
		assertThat(change.state()).isEqualTo(VerificationState.HELD);
		assertThat(change.attempts()).isZero();
	}

	@Test
	void aCallInDoubtStaysInDoubtUntilSomethingIsAsked() {
		Verification inDoubt = new Verification(1, new ProviderName("banfico"), new Payee(Map.of()), 0, 0, null, 1,
				List.of());
		Outcome denied = new Outcome.Retryable(ERROR, null, true, false, ERROR);
		assertThat(this.aftermath.of(inDoubt, false, 0, denied, NOW, NOW).askingCall()).isOne();
		assertThat(this.aftermath.of(inDoubt, false, 0, new Outcome.LaneFault(ERROR), NOW, NOW).askingCall()).isOne();
		assertThat(this.aftermath.of(inDoubt, true, 0, denied, NOW, NOW).askingCall()).isNull();
	}

	@Test
	void whatNeedsAPersonWaitsForOne() {
		Finding action = Finding.of(Verdict.ACTION_REQUIRED, "open the link");
		Action link = new Action("https://pay.example/x?secureCode=1", NOW.plusSeconds(120));
		Change change = after(asked(0, 0, null), new Outcome.ActionRequired(action, Duration.ofSeconds(20), link));
		assertThat(change.state()).isEqualTo(VerificationState.ACTION_REQUIRED);
		assertThat(change.nextAttemptAt()).isEqualTo(NOW.plusSeconds(20));
		assertThat(change.action()).isEqualTo(link);
		assertThat(change.toString()).doesNotContain("secureCode");
		assertThat(after(asked(0, 0, null), new Outcome.ActionRequired(action, null, null)).nextAttemptAt()).isNull();
	}

	@Test
	void whatComesAfterAPersonHasActedGetsItsOwnTime() {
		Finding action = Finding.of(Verdict.ACTION_REQUIRED, "open the link");
		Change acted = after(asked(3, 0, NOW.minusSeconds(1)), new Outcome.ActionRequired(action, null, null));
		assertThat(acted.deadline()).isNull();
		assertThat(after(asked(4, 0, acted.deadline()), pending(null)).state()).isEqualTo(VerificationState.WAITING);
	}

	@Test
	void aFailedLookTakesNoLinkAway() {
		Outcome busy = new Outcome.Retryable(ERROR, Duration.ofMinutes(10), false, true, ERROR);
		assertThat(after(asked(3, 0, null), busy).sameAction()).isTrue();
		assertThat(after(asked(3, 0, null), new Outcome.LaneFault(ERROR)).sameAction()).isTrue();
		assertThat(after(asked(3, 0, null), new Outcome.Held(ERROR)).sameAction()).isFalse();
		assertThat(after(asked(3, 0, null), pending(null)).sameAction()).isFalse();
	}

	@Test
	void anAdoptedAnswerThatNobodyLookedIntoProvesNothing() {
		Finding no = Finding.of(Verdict.NO_MATCH, "no").reference("7");
		assertThat(after(asked(1, 0, null), new Outcome.Adopted(no, SILENT)).finding()).isEqualTo(SILENT);
	}

	private Change after(Verification before, Outcome outcome) {
		return this.aftermath.of(before, true, 0, outcome, NOW, ANSWERED);
	}

	private static Outcome pending(@Nullable Duration after) {
		return new Outcome.Pending(PENDING, after, Duration.ofMinutes(10), SILENT);
	}

	private static Verification asked(int attempts, int failures, @Nullable Instant deadline) {
		return new Verification(1, new ProviderName("banfico"), new Payee(Map.of()), attempts, failures, deadline, null,
				List.of());
	}

}
