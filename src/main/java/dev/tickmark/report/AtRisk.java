package dev.tickmark.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * The rows that need a person, those with the greatest amount first. So many are kept as
 * a person reads; the others are counted.
 */
final class AtRisk {

	/** A page that people read; the quarantine has them all. */
	static final int KEPT = 300;

	private static final Comparator<Row> ORDER = Comparator
		.comparing((Row row) -> (row.amount() != null) ? row.amount() : BigDecimal.ONE.negate())
		.reversed()
		.thenComparingLong(Row::line);

	/** The last in order comes first, to be replaced. */
	private final PriorityQueue<Row> kept = new PriorityQueue<>(ORDER.reversed());

	private long count;

	void add(Row row) {
		this.count++;
		this.kept.add(row);
		if (this.kept.size() > KEPT) {
			this.kept.remove();
		}
	}

	long count() {
		return this.count;
	}

	List<Row> rows() {
		List<Row> rows = new ArrayList<>(this.kept);
		rows.sort(ORDER);
		return rows;
	}

	/**
	 * A row that needs a person.
	 *
	 * @param amount what would be paid; null when the row does not say
	 */
	record Row(long line, ResultLine result, @Nullable BigDecimal amount) {

	}

}
