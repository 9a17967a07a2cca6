package dev.tickmark.web.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.browse.ShownRow;
import dev.tickmark.ledger.browse.ListedRow;
import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;

/**
 * A row with what came of it; the names are those of results.csv.
 *
 * @param row its number in the file, counted from 1
 * @param line the line of the file on which it begins
 * @param account the end of its number; null without one
 * @param open whether the verdict is not final
 * @param basis null when nobody was asked
 * @param problemColumn the column at fault; null when it is none, or the row as a whole
 * @param provider whom it is routed to; null when nobody is asked
 * @param sandbox whether the answer is the sandbox's, which proves nothing
 * @param reusedFromRun the run whose answer this is; null when it is this run's own
 */
record RowResource(long row, long line, String reference, String name, @Nullable String account, Verdict verdict,
		boolean open, @Nullable AccountState accountState, @Nullable NameMatch nameMatch, @Nullable Basis basis,
		@Nullable String suggestedName, @Nullable String reasonCode, @Nullable String reason,
		@Nullable String problemColumn, @Nullable String provider, boolean sandbox, @Nullable String providerReference,
		int attempts, @Nullable Instant checkedAt, @Nullable Long reusedFromRun) {

	static RowResource of(ShownRow shown) {
		ListedRow row = shown.row();
		Problem problem = row.problem();
		Finding finding = row.finding();
		boolean asked = row.attempts() > 0 || row.reusedRun() != null;
		return new RowResource(row.number(), row.line(), shown.reference(), shown.name(),
				shown.account().isEmpty() ? null : shown.account(), row.verdict(), !row.verdict().isFinal(),
				(finding != null) ? finding.accountState() : null, (finding != null) ? finding.nameMatch() : null,
				(finding != null && asked) ? finding.basis() : null, (finding != null) ? finding.suggestedName() : null,
				(finding != null) ? finding.reasonCode() : null,
				(problem != null) ? problem.text() : (finding != null) ? finding.reason() : null,
				(problem != null) ? problem.column() : null, row.provider(), row.sandbox(),
				(finding != null) ? finding.providerReference() : null, row.attempts(), row.checkedAt(),
				row.reusedRun());
	}

	/** Without the payee's details. */
	@Override
	public String toString() {
		return "RowResource[row=" + this.row + ", " + this.verdict + "]";
	}

}
