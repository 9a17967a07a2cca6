package dev.tickmark.report;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Verdict;

/** Counts what the charts of a page show. */
final class Mix {

	/** There are fewer countries and currencies; a file may have anything. */
	private static final int MOST = 300;

	private static final String OTHERS = "others";

	private final Cells cells;

	private final Map<String, EnumMap<Verdict, Long>> countries = new TreeMap<>();

	private final Map<String, Sums> sums = new TreeMap<>();

	private long unreadable;

	Mix(Cells cells) {
		this.cells = cells;
	}

	void add(ResultLine line, boolean payable) {
		String country = this.cells.country(line);
		String key = country.isEmpty() ? "not told" : country;
		this.countries.computeIfAbsent(bounded(key, this.countries), (_) -> new EnumMap<>(Verdict.class))
			.merge(line.verdict(), 1L, Long::sum);
		if (!this.cells.has(Column.AMOUNT)) {
			return;
		}
		BigDecimal amount = this.cells.amount(line);
		if (amount == null) {
			this.unreadable++;
			return;
		}
		String currency = this.cells.get(line, Column.CURRENCY);
		Sums before = this.sums.getOrDefault(bounded(currency, this.sums), Sums.NONE);
		this.sums.put(bounded(currency, this.sums), payable ? new Sums(before.payable().add(amount), before.held())
				: new Sums(before.payable(), before.held().add(amount)));
	}

	private static String bounded(String key, Map<String, ?> map) {
		return (map.containsKey(key) || map.size() < MOST) ? key : OTHERS;
	}

	Map<String, EnumMap<Verdict, Long>> countries() {
		return this.countries;
	}

	/** The sums of amounts, by currency; an empty one where the file does not say. */
	Map<String, Sums> sums() {
		return this.sums;
	}

	/** How many rows have an amount that cannot be read. */
	long unreadable() {
		return this.unreadable;
	}

	/**
	 * Two sums.
	 *
	 * @param payable of the rows that may be paid
	 * @param held of the others
	 */
	record Sums(BigDecimal payable, BigDecimal held) {

		static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO);

	}

}
