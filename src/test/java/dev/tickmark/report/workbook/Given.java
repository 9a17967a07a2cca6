package dev.tickmark.report.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.report.ResultLine;
import dev.tickmark.report.RunSummary;

/** Rows with their outcomes, and the workbooks written of them. */
final class Given {

	static final ProviderName BANFICO = new ProviderName("banfico");

	static final ProviderName PAYSWAY = new ProviderName("paysway");

	private static final Instant CHECKED_AT = Instant.parse("2026-03-01T22:15:30.987Z");

	private Given() {
	}

	static ResultLine matched(long line, String... fields) {
		Finding match = new Finding(Verdict.MATCH, AccountState.ACTIVE, NameMatch.FULL, AccountTypeMatch.YES,
				Basis.NAME_AND_ACCOUNT, "The name agrees.", "MTCH", null, "ref-1");
		return new ResultLine(line, List.of(fields), null, match, BANFICO, true, 2, CHECKED_AT, 0, null, null, null);
	}

	static ResultLine found(long line, Verdict verdict, String... fields) {
		Finding finding = Finding.of(verdict, "Because of " + verdict + ".");
		return new ResultLine(line, List.of(fields), null, finding, BANFICO, true, 1, CHECKED_AT, 0, null, null, null);
	}

	static ResultLine rejected(long line, String... fields) {
		return new ResultLine(line, List.of(fields), new Problem("iban", "The IBAN is too short."), null, null, false,
				null, null, 0, null, null, null);
	}

	static RunSummary summary(List<ResultLine> lines) {
		Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
		lines.forEach((line) -> verdicts.merge(line.verdict(), 1L, Long::sum));
		return summary(verdicts);
	}

	static RunSummary summary(Map<Verdict, Long> verdicts) {
		long rows = verdicts.values().stream().mapToLong(Long::longValue).sum();
		RunSummary.Forecast forecast = new RunSummary.Forecast(4, Duration.ofMillis(1600), Duration.ofSeconds(3725));
		RunSummary.Lane banfico = new RunSummary.Lane(BANFICO, verdicts, rows, rows + 1, 1, List.of("50 calls per 1s"),
				Duration.ofMillis(1500), forecast);
		RunSummary.Lane paysway = new RunSummary.Lane(PAYSWAY, Map.of(), 0, 0, 0, List.of(), Duration.ZERO, null);
		return new RunSummary("7", "0.1.0", new RunSummary.SourceFile("payees.xlsx", "ab".repeat(32), 1234), true,
				Instant.parse("2026-03-01T22:15:00Z"), Instant.parse("2026-03-01T22:15:02.0004Z"),
				Duration.ofMillis(125_000), rows, rows, verdicts, Map.of(), forecast, List.of(paysway, banfico));
	}

	static byte[] bytes(Path temporary, List<String> header, ResultLine... lines) throws IOException {
		return bytes(temporary, ResultsSheets.MOST_ROWS, header, lines);
	}

	static byte[] bytes(Path temporary, int rowsOfSheet, List<String> header, ResultLine... lines) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ResultsWorkbook workbook = ResultsWorkbook.open(temporary, header, rowsOfSheet)) {
			for (ResultLine line : lines) {
				workbook.write(line);
			}
			workbook.finish(summary(List.of(lines)), out);
		}
		return out.toByteArray();
	}

	static XSSFWorkbook read(byte[] bytes) throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(bytes));
	}

}
