package dev.tickmark.ledger;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Verdict;

/**
 * How a run stands at the moment, for who has to decide what to do with it.
 *
 * @param run the run
 * @param open the rows without a final verdict, by the verdict they have; those that were
 * never asked about count as PENDING
 * @param lastAnswerAt when a STARTED run settled its last answer; null for others, and
 * when there was none
 * @param newer the number of the latest run of the same content, which is what the same
 * command means; null when this is it
 * @param owner who works on it; null when nobody does
 */
public record Standing(Run run, Map<Verdict, Long> open, @Nullable Instant lastAnswerAt, @Nullable Long newer,
		@Nullable Owner owner) {

	public Standing {
		open = Map.copyOf(open);
	}

	/** The number of rows without a final verdict. */
	public long openRows() {
		return this.open.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Whether it was being worked on until its process died without a word. */
	public boolean cutOff() {
		return this.run.state() == RunState.STARTED && this.owner == null;
	}

}
