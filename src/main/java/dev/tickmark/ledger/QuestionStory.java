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
 * @param firstLines the lines of the first of these rows, in order, at most ten
 * @param passes when the passes of the run began, in order
 * @param reused where the answer is from; null when it is the run's own
 */
public record QuestionStory(Verification verification, VerificationState state, @Nullable Finding finding,
		@Nullable Instant checkedAt, @Nullable Instant nextAttemptAt, boolean handedOver, long rows,
		List<Long> firstLines, List<Instant> passes, @Nullable Reused reused) {

	public QuestionStory {
		firstLines = List.copyOf(firstLines);
		passes = List.copyOf(passes);
	}

	/**
	 * An answer of another run.
	 *
	 * @param run the number of that run
	 * @param firstLines the lines of the first rows there that ask the same, in order, at
	 * most ten
	 * @param finding what was found there; null when the ledger does not have it any more
	 * @param sandbox whether that was the sandbox's answer
	 */
	public record Reused(long run, List<Long> firstLines, @Nullable Finding finding, boolean sandbox) {

		public Reused {
			firstLines = List.copyOf(firstLines);
		}

	}

}
