package dev.tickmark.payee;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a provider's answers to one verification amount to so far. Expected failures are
 * outcomes too; an exception means our own bug or a lost database.
 */
public sealed interface Outcome {

	/** What is known so far; its verdict is what a report shows. */
	Finding finding();

	/**
	 * The answer is final.
	 */
	record Concluded(Finding finding) implements Outcome {

		public Concluded {
			require(finding.verdict().isFinal(), finding);
		}

	}

	/**
	 * The answer is final, but it is one that the provider had already, from an earlier
	 * question with the same key. It is this question's only if the ledger knows of no
	 * other question that the same thing answered.
	 *
	 * @param otherwise what to conclude when it does
	 */
	record Adopted(Finding finding, Finding otherwise) implements Outcome {

		public Adopted {
			require(finding.verdict().isFinal() && finding.providerReference() != null, finding);
			require(otherwise.verdict() == Verdict.UNABLE_TO_CHECK, otherwise);
		}

	}

	/**
	 * The provider is still working: ask for the status later.
	 *
	 * @param after when to ask, as the provider wishes; null leaves it to the recheck
	 * settings
	 * @param atMost how long after the first pending answer to go on asking
	 * @param given what to conclude when that time is over
	 */
	record Pending(Finding finding, @Nullable Duration after, Duration atMost, Finding given) implements Outcome {

		public Pending {
			require(finding.verdict() == Verdict.PENDING, finding);
			require(given.verdict().isFinal() && given.verdict() != Verdict.MATCH, given);
		}

	}

	/**
	 * A person must act; the status may be asked for meanwhile.
	 *
	 * @param after when to ask for the status; null: nothing changes by itself any more,
	 * and the next pass looks again
	 * @param action what the person is handed; null when there is nothing to hand over
	 */
	record ActionRequired(Finding finding, @Nullable Duration after, @Nullable Action action) implements Outcome {

		public ActionRequired {
			require(finding.verdict() == Verdict.ACTION_REQUIRED, finding);
		}

	}

	/**
	 * It failed in a way that may pass.
	 *
	 * @param after the earliest time for another attempt; null leaves it to the recheck
	 * settings
	 * @param counts whether the failure uses up one of the attempts
	 * @param pausesLane whether the whole lane should wait that long
	 * @param exhausted the finding when no attempt is left: final, or PROVIDER_ERROR
	 */
	record Retryable(Finding finding, @Nullable Duration after, boolean counts, boolean pausesLane,
			Finding exhausted) implements Outcome {

		public Retryable {
			require(finding.verdict() == Verdict.PROVIDER_ERROR, finding);
			require(exhausted.verdict() != Verdict.MATCH, exhausted);
		}

	}

	/** The provider refuses our data; the same question fails again. */
	record Rejected(Finding finding) implements Outcome {

		public Rejected {
			require(finding.verdict() == Verdict.REJECTED_INPUT, finding);
		}

	}

	/**
	 * Nothing can be concluded and asking again now would not help: an answer nobody can
	 * read, or one that says "not final". It stays open, and the next pass looks again.
	 */
	record Held(Finding finding) implements Outcome {

		public Held {
			require(finding.verdict() == Verdict.PROVIDER_ERROR, finding);
		}

	}

	/** Our configuration is at fault: every call of the lane would fail the same way. */
	record LaneFault(Finding finding) implements Outcome {

		public LaneFault {
			require(finding.verdict() == Verdict.PROVIDER_ERROR, finding);
		}

	}

	private static void require(boolean fits, Finding finding) {
		if (!fits) {
			throw new IllegalArgumentException(finding.verdict() + " does not fit this outcome");
		}
	}

}
