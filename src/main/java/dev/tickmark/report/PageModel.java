package dev.tickmark.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Reused;
import dev.tickmark.payee.Verdict;

/** Puts what a page shows into the words and numbers of its template. */
final class PageModel {

	private static final DateTimeFormatter TIME = DateTimeFormatter
		.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final int MOST_COUNTRIES = 12;

	private final RunSummary run;

	private final ReportPlan plan;

	private final Cells cells;

	private final Mix mix;

	private final long payable;

	private final AtRisk atRisk;

	private final Duplicates duplicates;

	private final Explanations explanations = new Explanations(Locale.ENGLISH);

	PageModel(RunSummary run, ReportPlan plan, Cells cells, Mix mix, long payable, AtRisk atRisk,
			Duplicates duplicates) {
		this.run = run;
		this.plan = plan;
		this.cells = cells;
		this.mix = mix;
		this.payable = payable;
		this.atRisk = atRisk;
		this.duplicates = duplicates;
	}

	Map<String, Object> variables() {
		Map<String, Object> all = new HashMap<>();
		all.put("file", this.run.file().name());
		all.put("run", this.run.run());
		all.put("sandbox", this.run.sandbox());
		all.put("finished", TIME.format(this.run.finishedAt()));
		all.put("rows", count(this.run.rowsOut()));
		all.put("payable", count(this.payable));
		all.put("held", count(this.run.rowsOut() - this.payable));
		all.put("release", ClearanceText.of(this.plan.clearance()));
		all.put("accepted", accepted());
		all.put("open", count(this.run.open()));
		all.put("sums", sums());
		all.put("unreadable", this.mix.unreadable());
		all.put("verdicts", shares(this.run.verdicts()));
		all.put("lanes", this.run.lanes().stream().map(this::lane).toList());
		all.put("countries", countries());
		all.put("amounts", this.cells.has(Column.AMOUNT));
		all.put("people", this.atRisk.rows().stream().map(this::row).toList());
		all.put("more", Math.max(0, this.atRisk.count() - AtRisk.KEPT));
		all.put("payableVerdicts",
				String.join(", ", this.plan.payable().stream().sorted().map(Verdict::name).toList()));
		all.put("forecast", forecast());
		all.put("duplicates", duplicates());
		all.put("evidence", evidence());
		return all;
	}

	private List<Map<String, Object>> sums() {
		List<Map<String, Object>> sums = new ArrayList<>();
		this.mix.sums()
			.forEach((currency, two) -> sums
				.add(Map.of("currency", currency, "payable", money(two.payable()), "held", money(two.held()))));
		return sums;
	}

	/** The verdicts that occur, each with its part of the whole. */
	private static List<Map<String, Object>> shares(Map<Verdict, Long> counts) {
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		List<Map<String, Object>> shares = new ArrayList<>();
		counts.forEach((verdict, rows) -> {
			if (rows > 0) {
				shares.add(Map.of("verdict", verdict.name(), "rows", count(rows), "percent", percent(rows, all),
						"width", width(rows, all)));
			}
		});
		return shares;
	}

	private Map<String, Object> lane(RunSummary.Lane lane) {
		return Map.of("name", lane.provider().value(), "rows", count(lane.rows()), "calls", count(lane.calls()),
				"repeats", count(lane.repeats()), "verifications", count(lane.verifications()), "bound",
				duration(lane.bound()), "verdicts", shares(lane.verdicts()));
	}

	private List<Map<String, Object>> countries() {
		return this.mix.countries()
			.entrySet()
			.stream()
			.sorted(Comparator
				.comparingLong((Map.Entry<String, EnumMap<Verdict, Long>> entry) -> -sum(entry.getValue()))
				.thenComparing(Map.Entry::getKey))
			.limit(MOST_COUNTRIES)
			.map((entry) -> Map.<String, Object>of("name", entry.getKey(), "rows", count(sum(entry.getValue())),
					"verdicts", shares(entry.getValue())))
			.toList();
	}

	private static long sum(Map<Verdict, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

	private Map<String, Object> row(AtRisk.Row row) {
		ResultLine line = row.result();
		Finding finding = line.finding();
		Map<String, Object> shown = new HashMap<>();
		shown.put("line", row.line());
		shown.put("reference", this.cells.get(line, Column.REFERENCE));
		shown.put("name", this.cells.name(line));
		shown.put("account", this.cells.account(line));
		shown.put("amount", (row.amount() != null) ? money(row.amount()) : "");
		shown.put("currency", this.cells.get(line, Column.CURRENCY));
		shown.put("verdict", line.verdict().name());
		shown.put("sentence", this.explanations.of(line));
		shown.put("reason", ResultCells.reason(line));
		shown.put("suggested", (finding != null && finding.suggestedName() != null) ? finding.suggestedName() : "");
		shown.put("provider", ResultCells.checkedBy(line));
		return shown;
	}

	private List<String> duplicates() {
		List<String> sentences = new ArrayList<>();
		if (this.duplicates.samePayeeRows() > 0) {
			sentences.add(count(this.duplicates.samePayeeRows())
					+ " rows have a payee of another line, who is checked once.");
		}
		if (this.duplicates.sameReferenceRows() > 0) {
			sentences.add(count(this.duplicates.sameReferenceRows())
					+ " rows have a reference that stands for another payee in another line. Find out which is right before you pay.");
		}
		return sentences;
	}

	private String accepted() {
		long accepted = this.run.accepted();
		return (accepted == 0) ? "" : ", and " + count(accepted) + " CLOSE_MATCH that persons have accepted";
	}

	private String forecast() {
		RunSummary.Forecast forecast = this.run.forecast();
		return (forecast == null) ? "" : "Expected were " + count(forecast.calls()) + " calls in "
				+ duration(forecast.time()) + "; it took " + duration(forecast.took()) + ".";
	}

	private Map<String, Object> evidence() {
		Map<String, Object> evidence = new HashMap<>();
		evidence.put("sha256", this.run.file().sha256());
		evidence.put("bytes", count(this.run.file().size()));
		evidence.put("version", this.run.version());
		evidence.put("started", TIME.format(this.run.startedAt()));
		evidence.put("duration", duration(this.run.duration()));
		evidence.put("rowsIn", count(this.run.rowsIn()));
		evidence.put("limits",
				this.run.lanes().stream().filter((lane) -> !lane.limits().isEmpty()).map(PageModel::limits).toList());
		evidence.put("rowsInLedger", count(this.run.rowsInLedger()));
		evidence.put("reused", reused());
		return evidence;
	}

	private static String limits(RunSummary.Lane lane) {
		return lane.provider() + ": " + String.join("; then ", lane.limits());
	}

	private String reused() {
		Reused reused = this.run.reused();
		Instant since = reused.since();
		return (since == null) ? ""
				: count(reused.rows()) + " of the rows with MATCH, from checks of earlier runs since "
						+ TIME.format(since) + "; nobody was asked about them again";
	}

	private static String count(long number) {
		return String.format(Locale.ENGLISH, "%,d", number);
	}

	private static String money(BigDecimal amount) {
		return String.format(Locale.ENGLISH, "%,." + Math.max(2, amount.scale()) + "f", amount);
	}

	private static String percent(long part, long whole) {
		return (whole == 0) ? "0 %"
				: BigDecimal.valueOf(100L * part)
					.divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
					.toPlainString() + " %";
	}

	private static String width(long part, long whole) {
		return "width:" + ((whole == 0) ? "0"
				: BigDecimal.valueOf(100L * part)
					.divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP)
					.toPlainString())
				+ "%";
	}

	private static String duration(Duration duration) {
		if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
			return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
		}
		return (duration.toHours() > 0) ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
				: duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
	}

}
