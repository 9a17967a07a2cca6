package dev.tickmark.ledger.browse;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;

/**
 * A row of a run, as a line of a table.
 *
 * @param number its place in the file, counted from 1
 * @param line the line on which it begins
 * @param fields its fields as they were read
 * @param problem why nobody is asked; null when somebody is
 * @param provider whom it is routed to; null when it has a problem
 * @param finding what is known; null when it has a problem or was not asked yet
 * @param checkedAt when the answer was received; null when there is none
 * @param attempts how often its question was asked
 * @param sandbox whether the answer is the sandbox's, which proves nothing
 * @param reusedRun the number of the run whose answer this is; null when it is this run's
 * own
 */
public record ListedRow(long number, long line, List<String> fields, @Nullable Problem problem,
		@Nullable String provider, @Nullable Finding finding, @Nullable Instant checkedAt, int attempts,
		boolean sandbox, @Nullable Long reusedRun) {

	public Verdict verdict() {
		return (this.finding != null) ? this.finding.verdict()
				: (this.problem != null) ? Verdict.REJECTED_INPUT : Verdict.PENDING;
	}

	/** Without the fields: they are the payee's details. */
	@Override
	public String toString() {
		return "ListedRow[line=" + this.line + ", " + verdict() + "]";
	}

}
