package dev.tickmark.report.reconciliation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Control totals: some hundreds of rows at most. A row whose first cell is "total" stands
 * out on the page, and so does what is not zero in a column whose name begins with
 * "difference".
 *
 * @param caption what the totals are by, such as "By day"
 * @param columns what the rows have; the first one says what a row is of
 * @param rows a cell for each column; empty where there is nothing to say
 */
public record Table(String caption, List<Column> columns, List<List<String>> rows) {

	public Table {
		columns = distinct(columns);
		rows = rows.stream().map(List::copyOf).toList();
		for (List<String> row : rows) {
			fits(columns, row);
		}
	}

	/** The columns, of which no two may have the same name in a summary. */
	static List<Column> distinct(List<Column> columns) {
		Set<String> keys = new HashSet<>();
		for (Column column : columns) {
			if (!keys.add(column.key())) {
				throw new IllegalArgumentException("there are two columns called " + column.name());
			}
		}
		return List.copyOf(columns);
	}

	/** Makes sure that a row has a cell for each column. */
	static void fits(List<Column> columns, List<String> row) {
		if (row.size() != columns.size()) {
			throw new IllegalArgumentException("a row has " + row.size() + " cells for " + columns.size() + " columns");
		}
	}

	/**
	 * A column.
	 *
	 * @param numeric whether its cells are plain numbers, such as -1234.50
	 */
	public record Column(String name, boolean numeric) {

		private static final Pattern NO_PART_OF_A_KEY = Pattern.compile("[^\\p{L}\\p{N}]+");

		/** A column of texts. */
		public static Column text(String name) {
			return new Column(name, false);
		}

		/** A column of plain numbers. */
		public static Column number(String name) {
			return new Column(name, true);
		}

		/** What it is called where programs read it: by_day. */
		String key() {
			return NO_PART_OF_A_KEY.matcher(this.name.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
		}

	}

}
