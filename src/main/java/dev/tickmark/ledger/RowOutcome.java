package dev.tickmark.ledger;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AcceptedMatch;
import dev.tickmark.payee.Action;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.FirstAsked;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Sharing;

/**
 * How one row of a run stands.
 *
 * @param number its place among the rows of the run, counted from 1
 * @param line its line in the file
 * @param fields its fields as they were read
 * @param problem why it was never asked about; null when it was or will be
 * @param provider whom it is routed to; null when it has a problem
 * @param finding what is known; null when it has a problem or was not asked yet
 * @param attempts how often its verification was asked
 * @param checkedAt when the answer was received; null when there is none
 * @param sandbox whether the answer is the sandbox's
 * @param repeats how many calls asked again what may have been charged already
 * @param action what a person is handed; null when nothing is
 * @param firstAsked who was unable to check it before; null when nobody was
 * @param sharing which rows ask the same; null when it has a problem
 * @param reusedRun the number of the run whose answer this is; null when it is this run's
 * own
 * @param accepted that a person has accepted this close match; null when nobody has
 */
public record RowOutcome(long number, long line, List<String> fields, @Nullable Problem problem,
		@Nullable ProviderName provider, @Nullable Finding finding, int attempts, @Nullable Instant checkedAt,
		boolean sandbox, int repeats, @Nullable Action action, @Nullable FirstAsked firstAsked,
		@Nullable Sharing sharing, @Nullable Long reusedRun, @Nullable AcceptedMatch accepted) {

	/** With an answer of its own, or none. */
	public RowOutcome(long number, long line, List<String> fields, @Nullable Problem problem,
			@Nullable ProviderName provider, @Nullable Finding finding, int attempts, @Nullable Instant checkedAt,
			boolean sandbox, int repeats, @Nullable Action action, @Nullable FirstAsked firstAsked,
			@Nullable Sharing sharing) {
		this(number, line, fields, problem, provider, finding, attempts, checkedAt, sandbox, repeats, action,
				firstAsked, sharing, null, null);
	}

	/** Without the fields: they are the payee's details. */
	@Override
	public String toString() {
		return "RowOutcome[line=" + this.line + ", " + this.finding + "]";
	}

}
