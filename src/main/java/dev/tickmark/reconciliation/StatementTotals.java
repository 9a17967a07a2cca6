package dev.tickmark.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.StatementTotal;
import dev.tickmark.report.reconciliation.Table;
import dev.tickmark.report.reconciliation.Table.Column;

/** Control totals of a statement, of the journal, and of their difference. */
final class StatementTotals {

	/** More days than a year has are added up. */
	private static final int MOST_ROWS = 400;

	private StatementTotals() {
	}

	/**
	 * Makes a table of totals.
	 * @param price what a call should cost; null when that is not known
	 */
	static Table table(String caption, String first, List<StatementTotal> totals, @Nullable BigDecimal price) {
		List<List<String>> rows = new ArrayList<>();
		Sum all = new Sum(0, null, 0);
		Sum rest = new Sum(0, null, 0);
		for (StatementTotal total : totals) {
			Sum sum = new Sum(total.lines(), total.amount(), total.calls());
			all = all.plus(sum);
			if (rows.size() < MOST_ROWS) {
				rows.add(sum.row(total.label().isEmpty() ? "(none)" : total.label(), price));
			}
			else {
				rest = rest.plus(sum);
			}
		}
		if (rest.lines > 0 || rest.calls > 0) {
			rows.add(rest.row("others", price));
		}
		rows.add(all.row("total", price));
		return new Table(caption,
				List.of(Column.text(first), Column.number("lines"), Column.number("calls"), Column.number("difference"),
						Column.number("amount charged"), Column.number("amount due"),
						Column.number("difference in amount")),
				rows);
	}

	private record Sum(long lines, @Nullable BigDecimal amount, long calls) {

		Sum plus(Sum other) {
			BigDecimal sum = (this.amount == null) ? other.amount
					: (other.amount == null) ? this.amount : this.amount.add(other.amount);
			return new Sum(this.lines + other.lines, sum, this.calls + other.calls);
		}

		List<String> row(String label, @Nullable BigDecimal price) {
			BigDecimal due = (price != null) ? price.multiply(BigDecimal.valueOf(this.calls)) : null;
			boolean comparable = due != null && (this.amount != null || this.lines == 0);
			BigDecimal charged = Objects.requireNonNullElse(this.amount, BigDecimal.ZERO);
			return List.of(label, String.valueOf(this.lines), String.valueOf(this.calls),
					String.valueOf(this.lines - this.calls), (this.amount != null) ? this.amount.toPlainString() : "",
					(due != null) ? due.toPlainString() : "",
					comparable ? charged.subtract(Objects.requireNonNull(due)).toPlainString() : "");
		}

	}

}
