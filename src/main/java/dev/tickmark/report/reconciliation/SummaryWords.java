package dev.tickmark.report.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.report.JsonText;

/**
 * {@code summary.json}: the reconciliation in numbers, in a form that other programs can
 * rely on.
 */
final class SummaryWords {

	/** Counts up when a key changes its meaning or goes. */
	private static final int FORMAT = 1;

	private SummaryWords() {
	}

	static byte[] content(Overview of) {
		Map<String, Long> counts = new LinkedHashMap<>();
		of.counts().forEach((count) -> counts.put(count.key(), count.count()));
		return JsonText.of(new Tree(FORMAT, of.number(), of.kind(), of.title(), of.subject(), of.sandbox(),
				time(of.began()), time(of.ended()), of.agrees(), of.items(), of.differences(), counts,
				of.totals().stream().map(SummaryWords::totals).toList(), of.facts(), of.remarks(),
				ReconciliationWriter.NAMES));
	}

	private static String time(Instant time) {
		return time.truncatedTo(ChronoUnit.MILLIS).toString();
	}

	private static Totals totals(Table table) {
		return new Totals(table.caption(), table.rows().stream().map((row) -> {
			Map<String, @Nullable Object> cells = new LinkedHashMap<>();
			for (int i = 0; i < row.size(); i++) {
				Table.Column column = table.columns().get(i);
				cells.put(column.key(), column.numeric() ? number(row.get(i)) : row.get(i));
			}
			return cells;
		}).toList());
	}

	/** What a numeric cell says; what is no number stays the text that it is. */
	private static @Nullable Object number(String cell) {
		if (cell.isBlank()) {
			return null;
		}
		return PlainNumber.is(cell) ? new BigDecimal(cell) : cell;
	}

	private record Tree(int format, long number, Overview.Kind kind, String title, String subject, boolean sandbox,
			String startedAt, String finishedAt, boolean agrees, long items, long differences, Map<String, Long> counts,
			List<Totals> totals, List<Overview.Fact> facts, List<String> remarks, List<String> files) {

	}

	private record Totals(String caption, List<Map<String, @Nullable Object>> rows) {

	}

}
