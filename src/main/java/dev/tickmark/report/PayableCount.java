package dev.tickmark.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.PayableDigest;

/** Counts what can be paid, and tells its rows from others. */
final class PayableCount {

	private final ReportPlan plan;

	private final Cells cells;

	private final Mix mix;

	private final PayableDigest digest = new PayableDigest();

	private long accepted;

	PayableCount(ReportPlan plan) {
		this.plan = plan;
		this.cells = new Cells(plan.positions(), plan.decimal());
		this.mix = new Mix(this.cells);
	}

	void add(ResultLine line) {
		if (this.plan.isPayable(line)) {
			this.digest.add(line.line(), Objects.requireNonNull(line.sharing()).question(), line.verdict());
			this.accepted += (line.accepted() != null) ? 1 : 0;
			this.mix.add(line, true);
		}
	}

	/** What there is when all rows have passed. */
	Payable finish() {
		Map<String, BigDecimal> sums = new TreeMap<>();
		this.mix.sums().forEach((currency, two) -> sums.put(currency, two.payable()));
		return new Payable(this.digest.rows(), this.digest.sha256Hex(), this.accepted, sums,
				this.cells.has(Column.AMOUNT) ? this.mix.unreadable() : 0);
	}

}
