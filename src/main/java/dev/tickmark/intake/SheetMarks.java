package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a person may not expect of a sheet: rows and columns that are hidden, cells that
 * are merged. All of them are read, and said.
 */
final class SheetMarks {

	/** So many stretches are named; the others are counted. */
	private static final int SHOWN = 5;

	private static final Pattern AREA = Pattern.compile("[A-Z]{1,3}([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})");

	private final BitSet hiddenColumns = new BitSet();

	private final BitSet hiddenRows = new BitSet();

	private int headerLine;

	private int merged;

	private @Nullable String firstMerged;

	/** Notes a column, or several side by side, that the sheet describes. */
	void column(XmlPart xml) {
		if (xml.says("hidden")) {
			int first = number(xml.attribute("min"));
			int last = number(xml.attribute("max"));
			if (first >= 1 && first <= Header.MOST_COLUMNS && last >= first) {
				this.hiddenColumns.set(first - 1, Math.min(last, Header.MOST_COLUMNS));
			}
		}
	}

	/** Notes a row with a payee. */
	void row(SheetRow row) {
		this.hiddenRows.set(row.line(), row.hidden());
	}

	/** Notes an area of merged cells, which the sheet names after all rows. */
	void merged(@Nullable String reference) {
		Matcher area = AREA.matcher((reference != null) ? reference : "");
		if (area.matches()) {
			int last = Integer.parseInt(area.group(2));
			// above the payees it is a title
			if (last > this.headerLine) {
				this.merged++;
				this.firstMerged = (this.firstMerged != null) ? this.firstMerged : reference;
			}
		}
	}

	/** Notes the row with the names of the columns. */
	void header(SheetRow row) {
		this.headerLine = row.line();
	}

	/** A sentence each. */
	List<String> remarks(List<String> header) {
		List<String> remarks = new ArrayList<>();
		int rows = this.hiddenRows.cardinality();
		if (rows > 0) {
			remarks.add(((rows == 1) ? "1 row is" : rows + " rows are") + " hidden in the sheet (" + stretches()
					+ "); hidden rows are read like the others.");
		}
		String columns = this.hiddenColumns.stream()
			.filter((position) -> position < header.size())
			.limit(SHOWN)
			.mapToObj((position) -> SheetRow.letters(position) + " " + Shown.column(header.get(position)))
			.collect(Collectors.joining(", "));
		if (!columns.isEmpty()) {
			remarks.add("Columns are hidden in the sheet (" + columns + "); hidden columns are read like the others.");
		}
		if (this.merged > 0) {
			remarks.add(Shown.count(this.merged, "area") + " of merged cells among the rows (the first is "
					+ this.firstMerged + "): only the first cell of each has its value, the others are empty.");
		}
		return remarks;
	}

	private String stretches() {
		List<String> stretches = new ArrayList<>();
		int from = this.hiddenRows.nextSetBit(0);
		while (from >= 0 && stretches.size() < SHOWN) {
			int to = this.hiddenRows.nextClearBit(from) - 1;
			stretches.add((from == to) ? "row " + from : "rows " + from + " to " + to);
			from = this.hiddenRows.nextSetBit(to + 1);
		}
		return String.join(", ", stretches) + ((from >= 0) ? ", and more" : "");
	}

	private static int number(@Nullable String text) {
		try {
			return (text != null) ? Integer.parseInt(text) : 0;
		}
		catch (NumberFormatException _) {
			return 0;
		}
	}

}
