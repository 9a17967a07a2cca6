package dev.tickmark.report.workbook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Verdict;
import dev.tickmark.report.ClearanceText;
import dev.tickmark.report.RunSummary;

/** The sheet {@code summary}: what the run was, and what came of it. */
final class SummarySheet {

	static final String NAME = "summary";

	private static final int LABELS = 28;

	private static final int NUMBERS = 14;

	private static final int PARTS = 256;

	private final SXSSFWorkbook workbook;

	private final RunSummary run;

	private final SXSSFSheet sheet;

	private final SummaryStyles styles;

	private int next;

	SummarySheet(SXSSFWorkbook workbook, ResultStyles shared, RunSummary run) {
		this.workbook = workbook;
		this.run = run;
		this.sheet = workbook.createSheet(NAME);
		this.styles = new SummaryStyles(workbook, shared);
	}

	void write() {
		this.sheet.setDisplayGridlines(false);
		this.sheet.setColumnWidth(0, LABELS * PARTS);
		for (int i = 1; i <= this.run.lanes().size() + 6; i++) {
			this.sheet.setColumnWidth(i, NUMBERS * PARTS);
		}
		evidence();
		int first = verdicts();
		lanes();
		this.next++;
		VerdictChart.draw(this.workbook.getXSSFWorkbook().getSheet(NAME), this.run, first, this.next);
		// on one page
		this.sheet.setFitToPage(true);
		this.sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
	}

	private void evidence() {
		text(row(), 0, "Run " + this.run.run() + ": " + this.run.file().name(), this.styles.title);
		if (this.run.sandbox()) {
			SXSSFRow warning = row();
			text(warning, 0, "Sandbox: the providers were simulated. Nothing here says anything about a real account.",
					this.styles.warning);
			for (int i = 1; i < 6; i++) {
				text(warning, i, "", this.styles.warning);
			}
		}
		this.next++;
		fact("Payee file", this.run.file().name());
		fact("SHA-256", this.run.file().sha256());
		fact("Size in bytes", this.run.file().size());
		fact("Tickmark", this.run.version());
		fact("Began (UTC)", time(this.run.startedAt()));
		fact("Last verdict (UTC)", time(this.run.finishedAt()));
		fact("Time worked", Durations.shown(this.run.duration()));
		fact("Rows in the file", this.run.rowsIn());
		fact("Rows in the result", this.run.rowsOut());
		fact("Rows still open", this.run.open());
		if (this.run.reused().rows() > 0) {
			fact("Rows with a reused MATCH", this.run.reused().rows());
		}
		if (this.run.accepted() > 0) {
			fact("Close matches accepted", this.run.accepted());
		}
		String release = ClearanceText.of(this.run.clearance());
		if (!release.isEmpty()) {
			fact("Release", release);
		}
		this.next++;
	}

	/** Writes the table of verdicts, and says which row its first one is in. */
	private int verdicts() {
		List<RunSummary.Lane> lanes = this.run.lanes();
		heading(Stream.concat(Stream.of("Verdict", "Rows", "Share"),
				lanes.stream().map((lane) -> lane.provider().value())));
		int first = this.next;
		long all = this.run.rowsOut();
		this.run.verdicts().forEach((verdict, count) -> {
			SXSSFRow row = row();
			text(row, 0, verdict.name(), this.styles.verdict(verdict));
			number(row, 1, count, this.styles.number);
			number(row, 2, (all > 0) ? (double) count / all : 0, this.styles.share);
			for (int i = 0; i < lanes.size(); i++) {
				number(row, 3 + i, of(lanes.get(i), verdict), this.styles.number);
			}
		});
		SXSSFRow total = row();
		text(total, 0, "All", this.styles.total);
		number(total, 1, all, this.styles.totalOfNumber);
		text(total, 2, "", this.styles.total);
		for (int i = 0; i < lanes.size(); i++) {
			number(total, 3 + i, lanes.get(i).rows(), this.styles.totalOfNumber);
		}
		this.next++;
		return first;
	}

	private static long of(RunSummary.Lane lane, Verdict verdict) {
		return Objects.requireNonNullElse(lane.verdicts().get(verdict), 0L);
	}

	private void lanes() {
		heading(Stream.of("Provider", "Questions", "Calls", "Calls again", "Calls forecast", "Time forecast",
				"Time taken"));
		for (RunSummary.Lane lane : this.run.lanes()) {
			SXSSFRow row = row();
			text(row, 0, lane.provider().value(), this.styles.text);
			number(row, 1, lane.verifications(), this.styles.number);
			number(row, 2, lane.calls(), this.styles.number);
			number(row, 3, lane.repeats(), this.styles.number);
			forecast(row, lane.forecast(), this.styles.number);
		}
		SXSSFRow total = row();
		text(total, 0, "All", this.styles.total);
		number(total, 1, sum(this.run.lanes().stream().map(RunSummary.Lane::verifications)), this.styles.totalOfNumber);
		number(total, 2, sum(this.run.lanes().stream().map(RunSummary.Lane::calls)), this.styles.totalOfNumber);
		number(total, 3, sum(this.run.lanes().stream().map(RunSummary.Lane::repeats)), this.styles.totalOfNumber);
		forecast(total, this.run.forecast(), this.styles.totalOfNumber);
	}

	private void forecast(SXSSFRow row, RunSummary.@Nullable Forecast forecast, CellStyle style) {
		if (forecast == null) {
			for (int i = 4; i < 7; i++) {
				text(row, i, "–", style);
			}
			return;
		}
		number(row, 4, forecast.calls(), style);
		text(row, 5, Durations.shown(forecast.time()), style);
		text(row, 6, Durations.shown(forecast.took()), style);
	}

	private static long sum(Stream<Long> numbers) {
		return numbers.mapToLong(Long::longValue).sum();
	}

	private void heading(Stream<String> names) {
		SXSSFRow row = row();
		names.forEach((name) -> {
			int column = Math.max(0, row.getLastCellNum());
			text(row, column, name, (column == 0) ? this.styles.heading : this.styles.headingOfNumber);
		});
	}

	private void fact(String label, String value) {
		SXSSFRow row = row();
		text(row, 0, label, this.styles.label);
		text(row, 1, value, this.styles.text);
	}

	private void fact(String label, long value) {
		SXSSFRow row = row();
		text(row, 0, label, this.styles.label);
		number(row, 1, value, this.styles.numberAsText);
	}

	private static String time(Instant time) {
		return time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", "");
	}

	private SXSSFRow row() {
		return this.sheet.createRow(this.next++);
	}

	private static void text(SXSSFRow row, int column, String text, CellStyle style) {
		SXSSFCell cell = row.createCell(column);
		cell.setCellValue(CellText.of(text));
		cell.setCellStyle(style);
	}

	private static void number(SXSSFRow row, int column, double number, CellStyle style) {
		SXSSFCell cell = row.createCell(column);
		cell.setCellValue(number);
		cell.setCellStyle(style);
	}

}
