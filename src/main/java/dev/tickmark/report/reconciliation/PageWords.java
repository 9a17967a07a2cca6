package dev.tickmark.report.reconciliation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts what a page shows into the words and numbers of its template. */
final class PageWords {

	private static final DateTimeFormatter TIME = DateTimeFormatter
		.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	/** With more columns than these a table is printed across. */
	private static final int UPRIGHT = 6;

	private final Overview of;

	private final Listing listing;

	private final FirstDifferences first;

	PageWords(Overview reconciliation, Listing listing, FirstDifferences first) {
		this.of = reconciliation;
		this.listing = listing;
		this.first = first;
	}

	Map<String, Object> variables() {
		Map<String, Object> all = new HashMap<>();
		Answer answer = Answer.of(this.of);
		all.put("title", this.of.title());
		all.put("subject", this.of.subject());
		all.put("number", this.of.number());
		all.put("sandbox", this.of.sandbox());
		all.put("began", time(this.of.began()));
		all.put("ended", time(this.of.ended()));
		all.put("sign", answer.bearing().sign());
		all.put("bearing", answer.bearing().name());
		all.put("headline", answer.headline());
		all.put("detail", answer.detail());
		all.put("figures", figures());
		all.put("results", this.of.counts().stream().map(this::result).toList());
		all.put("totals", this.of.totals().stream().map(ShownTable::of).toList());
		all.put("differences", differences());
		all.put("across", shownColumns().size() > UPRIGHT);
		all.put("shown", PlainNumber.shown(this.first.items().size()));
		all.put("all", PlainNumber.shown(this.of.differences()));
		all.put("more", this.of.differences() > this.first.items().size());
		all.put("items", PlainNumber.shown(this.of.items()));
		all.put("remarks", this.of.remarks());
		all.put("facts",
				this.of.facts().stream().map((fact) -> Map.of("label", fact.label(), "value", fact.value())).toList());
		return all;
	}

	private static String time(Instant time) {
		return TIME.format(time);
	}

	private List<Map<String, Object>> figures() {
		List<Map<String, Object>> figures = new ArrayList<>();
		figures.add(figure("items compared", this.of.items()));
		figures.add(figure("agree", this.of.count(Bearing.AGREEMENT)));
		if (this.of.count(Bearing.CONCLUDED) > 0) {
			figures.add(figure("concluded now", this.of.count(Bearing.CONCLUDED)));
		}
		if (this.of.count(Bearing.OPEN) > 0) {
			figures.add(figure("still open", this.of.count(Bearing.OPEN)));
		}
		figures.add(figure("differences", this.of.differences()));
		return figures;
	}

	private static Map<String, Object> figure(String label, long value) {
		return Map.of("label", label, "value", PlainNumber.shown(value));
	}

	private Map<String, Object> result(Count count) {
		return Map.of("sign", count.bearing().sign(), "bearing", count.bearing().name(), "label", count.label(), "key",
				count.key(), "count", PlainNumber.shown(count.count()), "some", count.count() > 0, "meaning",
				count.meaning(), "action", (count.count() > 0) ? count.action() : "");
	}

	/** Those in which there is something, counted from 0. */
	private List<Integer> shownColumns() {
		return IntStream.range(0, this.listing.columns().size()).filter(this.first::anyIn).boxed().toList();
	}

	private Map<String, Object> differences() {
		List<Integer> shown = shownColumns();
		List<Table.Column> columns = shown.stream().map(this.listing.columns()::get).toList();
		Map<String, String> labels = this.of.counts().stream().collect(Collectors.toMap(Count::key, Count::label));
		List<List<String>> rows = this.first.items()
			.stream()
			.map((item) -> shown.stream().map((at) -> cell(labels, at, item.get(at))).toList())
			.toList();
		return ShownTable.of(new Table("", columns, rows));
	}

	private String cell(Map<String, String> labels, int column, String cell) {
		boolean result = this.listing.columns().get(column).name().equals(Listing.RESULT);
		return result ? labels.getOrDefault(cell, cell) : cell;
	}

}
