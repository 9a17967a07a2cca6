package dev.tickmark.payee;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OutcomeTests {

	/** The verdicts after which nobody asks any more, as the reports promise. */
	private static final Set<Verdict> FINAL = EnumSet.of(Verdict.MATCH, Verdict.CLOSE_MATCH, Verdict.NO_MATCH,
			Verdict.ACCOUNT_NOT_FOUND, Verdict.ACCOUNT_UNUSABLE, Verdict.UNABLE_TO_CHECK, Verdict.REJECTED_INPUT);

	private static final Finding PENDING = Finding.of(Verdict.PENDING, "Being checked.");

	private static final Finding ERROR = Finding.of(Verdict.PROVIDER_ERROR, "No answer.");

	@ParameterizedTest
	@EnumSource
	void onlyAFinalVerdictConcludes(Verdict verdict) {
		assertThat(verdict.isFinal()).isEqualTo(FINAL.contains(verdict));
		fits(FINAL.contains(verdict), () -> new Outcome.Concluded(finding(verdict)));
	}

	@ParameterizedTest
	@EnumSource
	void onlyPendingIsPending(Verdict verdict) {
		Finding given = Finding.of(Verdict.UNABLE_TO_CHECK, "No answer in time.");
		fits(verdict == Verdict.PENDING,
				() -> new Outcome.Pending(finding(verdict), null, Duration.ofMinutes(1), given));
	}

	@ParameterizedTest
	@EnumSource
	void waitingInVainNeverEndsInAMatchNorInAnOpenVerdict(Verdict given) {
		fits(FINAL.contains(given) && given != Verdict.MATCH,
				() -> new Outcome.Pending(PENDING, null, Duration.ofMinutes(1), finding(given)));
	}

	@ParameterizedTest
	@EnumSource
	void onlyActionRequiredRequiresAction(Verdict verdict) {
		fits(verdict == Verdict.ACTION_REQUIRED, () -> new Outcome.ActionRequired(finding(verdict), null, null));
	}

	@ParameterizedTest
	@EnumSource
	void onlyAProviderErrorIsRetried(Verdict verdict) {
		fits(verdict == Verdict.PROVIDER_ERROR,
				() -> new Outcome.Retryable(finding(verdict), null, true, false, ERROR));
	}

	@ParameterizedTest
	@EnumSource
	void retryingInVainNeverEndsInAMatch(Verdict exhausted) {
		fits(exhausted != Verdict.MATCH, () -> new Outcome.Retryable(ERROR, null, true, false, finding(exhausted)));
	}

	@ParameterizedTest
	@EnumSource
	void onlyRejectedInputIsRejected(Verdict verdict) {
		fits(verdict == Verdict.REJECTED_INPUT, () -> new Outcome.Rejected(finding(verdict)));
	}

	@ParameterizedTest
	@EnumSource
	void onlyAProviderErrorIsHeldOrStopsALane(Verdict verdict) {
		fits(verdict == Verdict.PROVIDER_ERROR, () -> new Outcome.Held(finding(verdict)));
		fits(verdict == Verdict.PROVIDER_ERROR, () -> new Outcome.LaneFault(finding(verdict)));
	}

	private static void fits(boolean fits, Runnable making) {
		if (fits) {
			assertThatCode(making::run).doesNotThrowAnyException();
		}
		else {
			assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining("does not fit");
		}
	}

	private static Finding finding(Verdict verdict) {
		return new Finding(verdict, AccountState.ACTIVE, NameMatch.FULL, AccountTypeMatch.YES, Basis.NAME_AND_ACCOUNT,
				"For a reason.", null, null, null);
	}

}
