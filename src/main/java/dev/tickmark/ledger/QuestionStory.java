package dev.tickmark.ledger;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

/**
 * All that the ledger knows of one question.
 *
 * @param verification the question with its calls
 * @param state how it stands
 * @param finding what is known; null when it was not asked yet
 * @param checkedAt when the answer was received that this rests on; null when there is
 * none
 * @param nextAttemptAt when it is due; null when it is not
 * @param handedOver whether a person was handed a link
 * @param rows how many rows of the run ask it
 * @param firstRows the first of these rows, in order, at most ten
 * @param passes when the passes of the run began, in order
 * @param reused where the answer is from; null when it is the run's own
 * @param readBacks what its provider said when it was read back later, in order
 */
public record QuestionStory(Verification verification, VerificationState state, @Nullable Finding finding,
		@Nullable Instant checkedAt, @Nullable Instant nextAttemptAt, boolean handedOver, long rows,
		List<RowPlace> firstRows, List<Instant> passes, @Nullable Reused reused, List<ReadBackTold> readBacks) {

	public QuestionStory {
		firstRows = List.copyOf(firstRows);
		passes = List.copyOf(passes);
		readBacks = List.copyOf(readBacks);
	}

	/** One that was never read back. */
	public QuestionStory(Verification verification, VerificationState state, @Nullable Finding finding,
			@Nullable Instant checkedAt, @Nullable Instant nextAttemptAt, boolean handedOver, long rows,
			List<RowPlace> firstRows, List<Instant> passes, @Nullable Reused reused) {
		this(verification, state, finding, checkedAt, nextAttemptAt, handedOver, rows, firstRows, passes, reused,
				List.of());
	}

	/**
	 * What a provider said when the verification was read back.
	 *
	 * @param reconciliation the number of the reconciliation
	 * @param difference what differed, in words; null when nothing did
	 */
	public record ReadBackTold(long reconciliation, ReadBackResult result, @Nullable String difference,
			Instant readAt) {

	}

	/**
	 * An answer of another run.
	 *
	 * @param run the number of that run
	 * @param firstRows the first rows there that ask the same, in order, at most ten
	 * @param finding what was found there; null when the ledger does not have it any more
	 * @param sandbox whether that was the sandbox's answer
	 */
	public record Reused(long run, List<RowPlace> firstRows, @Nullable Finding finding, boolean sandbox) {

		public Reused {
			firstRows = List.copyOf(firstRows);
		}

	}

}
