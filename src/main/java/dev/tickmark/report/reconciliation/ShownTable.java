package dev.tickmark.report.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts a table into the words and the style of a page's template. */
final class ShownTable {

	/** What has a word like this may be broken anywhere, or the table gets too wide. */
	private static final Pattern LONG_WORD = Pattern.compile("\\S{17}");

	/** What is longer than this would get very high in a narrow column. */
	private static final int WORDY = 30;

	/**
	 * Times as programs write them; without the T they can be broken between day and
	 * hour.
	 */
	private static final Pattern TIME = Pattern.compile("^([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}.*)$");

	private ShownTable() {
	}

	static Map<String, Object> of(Table table) {
		return Map.of("caption", table.caption(), "columns", columns(table), "rows",
				table.rows().stream().map((row) -> row(table, row)).toList());
	}

	private static List<Map<String, Object>> columns(Table table) {
		return table.columns()
			.stream()
			.map((column) -> Map.<String, Object>of("name", column.name(), "style", style(column)))
			.toList();
	}

	private static Map<String, Object> row(Table table, List<String> row) {
		List<Map<String, Object>> cells = new ArrayList<>();
		for (int i = 0; i < row.size(); i++) {
			cells.add(cell(table.columns().get(i), row.get(i)));
		}
		boolean total = !row.isEmpty() && row.getFirst().strip().equalsIgnoreCase("total");
		return Map.of("cells", cells, "style", total ? "total" : "");
	}

	private static Map<String, Object> cell(Table.Column column, String text) {
		if (!column.numeric()) {
			String shown = TIME.matcher(text).replaceAll("$1 $2");
			return Map.of("text", shown, "style", style(shown));
		}
		boolean difference = column.name().toLowerCase(Locale.ROOT).startsWith("difference")
				&& PlainNumber.isSome(text);
		return Map.of("text", PlainNumber.shown(text), "style", style(column) + (difference ? " off" : ""));
	}

	private static String style(String text) {
		if (LONG_WORD.matcher(text).find()) {
			return "long";
		}
		return (text.length() > WORDY) ? "wordy" : "";
	}

	private static String style(Table.Column column) {
		return column.numeric() ? "number" : "";
	}

}
