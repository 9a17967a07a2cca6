package dev.tickmark.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AcceptedMatch;
import dev.tickmark.payee.Action;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.FirstAsked;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Sharing;
import dev.tickmark.payee.Verdict;

/**
 * One row of a payee file with its outcome.
 *
 * @param line the line of the payee file on which the row begins, counted from 1
 * @param fields the row's fields as the file has them
 * @param problem why the row could not be asked about; null when it could
 * @param finding what is known of the payee; null when there is a problem
 * @param checkedBy the provider that was asked; null when none was
 * @param sandbox whether it was a simulated provider, so that nothing is proved
 * @param attempts how many attempts were made; null when none was
 * @param checkedAt when the provider last answered; null when it never did
 * @param repeats how many times the question was asked again because nobody could tell
 * whether an interrupted call had reached the provider
 * @param action what a person is handed to act upon; null when nothing is
 * @param firstAsked who was unable to check the row before; null when nobody was
 * @param sharing which rows ask the same; null when the row asks nothing
 * @param reusedRun the number of the run whose answer this is, so that nobody was asked;
 * null when it is this run's own
 * @param accepted that a person has accepted this close match; null when nobody has
 */
public record ResultLine(long line, List<String> fields, @Nullable Problem problem, @Nullable Finding finding,
		@Nullable ProviderName checkedBy, boolean sandbox, @Nullable Integer attempts, @Nullable Instant checkedAt,
		int repeats, @Nullable Action action, @Nullable FirstAsked firstAsked, @Nullable Sharing sharing,
		@Nullable Long reusedRun, @Nullable AcceptedMatch accepted) {

	/** A row that has an answer of its own, or none. */
	public ResultLine(long line, List<String> fields, @Nullable Problem problem, @Nullable Finding finding,
			@Nullable ProviderName checkedBy, boolean sandbox, @Nullable Integer attempts, @Nullable Instant checkedAt,
			int repeats, @Nullable Action action, @Nullable FirstAsked firstAsked, @Nullable Sharing sharing) {
		this(line, fields, problem, finding, checkedBy, sandbox, attempts, checkedAt, repeats, action, firstAsked,
				sharing, null, null);
	}

	public ResultLine {
		fields = List.copyOf(fields);
		if ((problem == null) == (finding == null)) {
			throw new IllegalArgumentException("a row has either a problem or a finding, line " + line);
		}
		if (accepted != null) {
			AcceptedMatch.acceptable(Objects.requireNonNull(finding, "nobody accepts what was not asked"));
		}
	}

	/** Without the fields: they are the payee's details. */
	@Override
	public String toString() {
		return "ResultLine[line=" + this.line + ", " + verdict() + "]";
	}

	/** Whether the provider answered, now or in another run. */
	boolean answered() {
		return this.attempts != null || this.reusedRun != null;
	}

	/** The row's verdict: a problem of its own is one too. */
	public Verdict verdict() {
		return (this.finding != null) ? this.finding.verdict() : Verdict.REJECTED_INPUT;
	}

	/** Why the row was rejected, by us or by the provider; null when it was not. */
	@Nullable Problem rejection() {
		if (this.finding != null && this.finding.verdict() == Verdict.REJECTED_INPUT) {
			return new Problem(null, this.finding.reason());
		}
		return this.problem;
	}

}
