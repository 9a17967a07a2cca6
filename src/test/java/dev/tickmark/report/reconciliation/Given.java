package dev.tickmark.report.reconciliation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reconciliations, built item by item, and the reports written of them. */
final class Given {

	static final List<Table.Column> COLUMNS = List.of(Table.Column.text(Listing.RESULT), Table.Column.text("reference"),
			Table.Column.number("statement price"), Table.Column.number("journal price"), Table.Column.text("note"));

	static final Table BY_DAY = new Table("By day",
			List.of(Table.Column.text("day"), Table.Column.number("statement"), Table.Column.number("journal"),
					Table.Column.number("difference")),
			List.of(List.of("2026-03-01", "1234.50", "1234.50", "0.00"), List.of("2026-03-02", "10.00", "", "10.00"),
					List.of("total", "1244.50", "1234.50", "10.00")));

	private final List<List<String>> items = new ArrayList<>();

	private final Map<String, Count> counts = new LinkedHashMap<>();

	private boolean sandbox;

	private boolean harmless = true;

	/** Says that a result was looked for. */
	Given looking(String... results) {
		for (String result : results) {
			this.counts.putIfAbsent(result, Count.of(result, 0));
		}
		return this;
	}

	Given item(String result, String reference, String statement, String journal, String note) {
		looking(result);
		this.counts.compute(result, (_, before) -> Count.of(result, (before != null) ? before.count() + 1 : 1));
		this.items.add(List.of(result, reference, statement, journal, note));
		return this;
	}

	Given items(int many, String result) {
		IntStream.range(0, many).forEach((i) -> item(result, "R-" + i, "0.10", "0.10", ""));
		return this;
	}

	Given rehearsed() {
		this.sandbox = true;
		return this;
	}

	Given asIs() {
		this.harmless = false;
		return this;
	}

	Overview reconciliation() {
		return of(this.counts.values().toArray(Count[]::new));
	}

	private Overview of(Count... counts) {
		return new Overview(Overview.Kind.STATEMENT, "With a statement",
				"Banfico's statement of March 2026 against the journal of calls.", 12, this.sandbox,
				Instant.parse("2026-04-01T08:00:00.5Z"), Instant.parse("2026-04-01T08:05:30Z"),
				List.of(new Overview.Fact("statement", "march.csv"), new Overview.Fact("SHA-256", "abc123")),
				List.of(counts), List.of(BY_DAY), List.of("Prices are in EUR."));
	}

	static Overview counting(Count... counts) {
		return new Given().of(counts);
	}

	Listing listing() {
		List<List<String>> differences = this.items.stream()
			.filter((item) -> this.counts.get(item.getFirst()) instanceof Count count && count.difference())
			.toList();
		return new Listing(COLUMNS, this.items::forEach, differences::forEach, this.harmless);
	}

	void write(Path folder) throws IOException {
		ReconciliationWriter.write(folder, reconciliation(), listing());
	}

	/** What is in a folder and below. */
	static List<String> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> !file.equals(folder))
				.map((file) -> folder.relativize(file).toString())
				.sorted()
				.toList();
		}
	}

	/** The contents of a report's files, by their names. */
	static Map<String, String> contents(Path report) throws IOException {
		Map<String, String> contents = new LinkedHashMap<>();
		for (String name : files(report)) {
			contents.put(name, Files.readString(report.resolve(name)));
		}
		return contents;
	}

}
