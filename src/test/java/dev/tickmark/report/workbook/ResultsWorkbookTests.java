package dev.tickmark.report.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.payee.Verdict;
import dev.tickmark.report.ResultCells;
import dev.tickmark.report.ResultLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResultsWorkbookTests {

	private static final List<String> HEADER = List.of("name", "account_number", "note");

	@TempDir
	Path folder;

	@Test
	void everyRowHasTheCellsOfTheOtherResults() throws Exception {
		ResultLine[] lines = { Given.matched(2, "Erika", "00123456", "x"), Given.rejected(3, "Otto", "1", "") };
		try (XSSFWorkbook workbook = Given.read(Given.bytes(this.folder, HEADER, lines))) {
			XSSFSheet sheet = workbook.getSheet("results");
			ResultCells cells = new ResultCells(HEADER);
			assertThat(texts(sheet.getRow(0), cells)).isEqualTo(cells.names());
			assertThat(texts(sheet.getRow(1), cells)).isEqualTo(cells.of(lines[0]));
			assertThat(texts(sheet.getRow(2), cells)).isEqualTo(cells.of(lines[1]));
			assertThat(sheet.getLastRowNum()).isEqualTo(2);
		}
	}

	@Test
	void everyCellIsTextButTheAttempts() throws Exception {
		try (XSSFWorkbook workbook = Given
			.read(Given.bytes(this.folder, HEADER, Given.matched(2, "Erika", "00123456", "5")))) {
			int attempts = HEADER.size() + ResultCells.ADDED.indexOf("attempts");
			for (Cell cell : workbook.getSheet("results").getRow(1)) {
				assertThat(cell.getCellType())
					.isEqualTo((cell.getColumnIndex() == attempts) ? CellType.NUMERIC : CellType.STRING);
			}
			XSSFCell account = workbook.getSheet("results").getRow(1).getCell(1);
			assertThat(account.getStringCellValue()).isEqualTo("00123456");
			assertThat(account.getCellStyle().getDataFormatString()).isEqualTo("@");
		}
	}

	@Test
	void theHeaderStaysInSightAndFilters() throws Exception {
		byte[] bytes = Given.bytes(this.folder, HEADER, Given.matched(2, "E", "1", ""), Given.matched(3, "O", "2", ""));
		try (XSSFWorkbook workbook = Given.read(bytes)) {
			XSSFSheet sheet = workbook.getSheet("results");
			assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
			assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:N3");
		}
	}

	@Test
	void columnsAreAsWideAsTheirTextsWithinBounds() throws Exception {
		byte[] bytes = Given.bytes(this.folder, HEADER, Given.matched(2, "x".repeat(30), "1", "y".repeat(500)));
		try (XSSFWorkbook workbook = Given.read(bytes)) {
			XSSFSheet sheet = workbook.getSheet("results");
			assertThat(sheet.getColumnWidth(0)).isEqualTo(32 * 256);
			assertThat(sheet.getColumnWidth(1)).isEqualTo(("account_number".length() + 4) * 256);
			assertThat(sheet.getColumnWidth(2)).isEqualTo(48 * 256);
		}
	}

	@Test
	void everyVerdictHasAColourOfItsOwn() throws Exception {
		List<ResultLine> lines = new ArrayList<>();
		lines.add(Given.matched(2, "a", "", ""));
		for (Verdict verdict : Verdict.values()) {
			if (verdict != Verdict.MATCH) {
				lines.add(Given.found(lines.size() + 2, verdict, "a", "", ""));
			}
		}
		try (XSSFWorkbook workbook = Given.read(Given.bytes(this.folder, HEADER, lines.toArray(ResultLine[]::new)))) {
			Set<String> fills = new HashSet<>();
			for (int i = 1; i <= lines.size(); i++) {
				XSSFCell cell = workbook.getSheet("results").getRow(i).getCell(HEADER.size());
				fills.add(cell.getCellStyle().getFillForegroundXSSFColor().getARGBHex());
			}
			assertThat(fills).hasSize(Verdict.values().length);
		}
	}

	@Test
	void textThatBeginsLikeAFormulaStaysTextWhateverIsDoneWithIt() throws Exception {
		byte[] bytes = Given.bytes(this.folder, HEADER, Given.matched(2, "=1+1", "-12.50", "+44 20 7946 0000"),
				Given.matched(3, "Erika", "@x", "\t=1"));
		try (XSSFWorkbook workbook = Given.read(bytes)) {
			XSSFSheet sheet = workbook.getSheet("results");
			assertThat(guarded(sheet, 1)).containsExactly(true, false, false);
			assertThat(guarded(sheet, 2)).containsExactly(false, true, true);
			assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("=1+1");
		}
	}

	@Test
	void theNameOfAColumnThatBeginsLikeAFormulaStaysTextToo() throws Exception {
		byte[] bytes = Given.bytes(this.folder, List.of("name", "=cmd", "-1"), Given.matched(2, "Erika", "1", "x"));
		try (XSSFWorkbook workbook = Given.read(bytes)) {
			assertThat(guarded(workbook.getSheet("results"), 0)).containsExactly(false, true, false);
		}
	}

	@Test
	void whatLooksLikeAnEscapeIsKeptAsItIs() throws Exception {
		try (XSSFWorkbook workbook = Given
			.read(Given.bytes(this.folder, HEADER, Given.matched(2, "_x0041_", "_x", "\r\n")))) {
			Row row = workbook.getSheet("results").getRow(1);
			assertThat(row.getCell(0).getStringCellValue()).isEqualTo("_x0041_");
			assertThat(row.getCell(1).getStringCellValue()).isEqualTo("_x");
			assertThat(row.getCell(2).getStringCellValue()).isEqualTo("\r\n");
		}
	}

	@Test
	void aTextThatIsTooLongForACellIsCut() throws Exception {
		String longest = "x".repeat(CellText.LONGEST);
		try (XSSFWorkbook workbook = Given
			.read(Given.bytes(this.folder, HEADER, Given.matched(2, longest, longest + "y", "")))) {
			Row row = workbook.getSheet("results").getRow(1);
			assertThat(row.getCell(0).getStringCellValue()).isEqualTo(longest);
			assertThat(row.getCell(1).getStringCellValue()).hasSize(CellText.LONGEST).endsWith("x…");
		}
	}

	@Test
	void moreRowsThanASheetHoldsGoOnInAnother() throws Exception {
		ResultLine[] lines = Stream.iterate(2L, (line) -> line + 1)
			.limit(7)
			.map((line) -> Given.matched(line, "row " + line, "", ""))
			.toArray(ResultLine[]::new);
		try (XSSFWorkbook workbook = Given.read(Given.bytes(this.folder, 3, HEADER, lines))) {
			assertThat(workbook).extracting(Sheet::getSheetName)
				.containsExactly("results", "results 2", "results 3", "summary");
			assertThat(workbook.getSheet("results 3").getRow(1).getCell(0).getStringCellValue()).isEqualTo("row 8");
			assertThat(workbook.getSheet("results 3").getLastRowNum()).isEqualTo(1);
			assertThat(workbook.getSheet("results 2").getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:N4");
		}
	}

	@Test
	void theSummarySaysWhatTheRunWas() throws Exception {
		byte[] bytes = Given.bytes(this.folder, HEADER, Given.matched(2, "a", "", ""), Given.rejected(3, "b", "", ""));
		try (XSSFWorkbook workbook = Given.read(bytes)) {
			String all = text(workbook.getSheet("summary"));
			assertThat(all).startsWith("Run 7: payees.xlsx\nSandbox: the providers were simulated.")
				.contains("SHA-256|" + "ab".repeat(32))
				.contains("Time worked|2 min 05 s")
				.contains("Verdict|Rows|Share|banfico|paysway")
				.contains("\nMATCH|1|0.5|1|0")
				.contains("All|2||2|0")
				.contains("banfico|2|3|1|4|1.6 s|1 h 02 min")
				.contains("paysway|0|0|0|–|–|–");
		}
	}

	@Test
	void theChartRefersToTheCellsOfTheTable() throws Exception {
		byte[] bytes = Given.bytes(this.folder, HEADER, Given.matched(2, "a", "", ""), Given.rejected(3, "b", "", ""));
		try (XSSFWorkbook workbook = Given.read(bytes)) {
			XSSFSheet sheet = workbook.getSheet("summary");
			var series = sheet.getDrawingPatriarch()
				.getCharts()
				.getFirst()
				.getCTChart()
				.getPlotArea()
				.getBarChartArray(0)
				.getSerArray(0);
			String names = series.getCat().getStrRef().getF();
			String counts = series.getVal().getNumRef().getF();
			int first = Integer.parseInt(names.replaceAll(".*A\\$([0-9]+):.*", "$1"));
			assertThat(names).isEqualTo("summary!$A$" + first + ":$A$" + (first + 9));
			assertThat(counts).isEqualTo("summary!$B$" + first + ":$B$" + (first + 9));
			assertThat(sheet.getRow(first - 1).getCell(0).getStringCellValue()).isEqualTo("MATCH");
			assertThat(series.getVal().getNumRef().getNumCache().getPtArray(8).getV()).isIn("1", "1.0");
		}
	}

	@Test
	void theSameRunMakesTheSameBytesInAnyTimeZone() throws Exception {
		TimeZone before = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
			byte[] one = Given.bytes(this.folder, HEADER, Given.matched(2, "Erika", "1", "x"));
			TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
			byte[] two = Given.bytes(this.folder, HEADER, Given.matched(2, "Erika", "1", "x"));
			assertThat(two).isEqualTo(one);
			try (XSSFWorkbook workbook = Given.read(two)) {
				var about = workbook.getProperties().getCoreProperties();
				assertThat(about.getCreator()).isEqualTo("Tickmark");
				assertThat(about.getCreated()).hasToString(about.getModified().toString());
				assertThat(about.getUnderlyingProperties().getCreatedPropertyString())
					.isEqualTo("2026-03-01T22:15:02Z");
			}
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void temporaryFilesAreTheirOwnersAloneAndGo() throws Exception {
		try (ResultsWorkbook workbook = ResultsWorkbook.open(this.folder, HEADER)) {
			for (int i = 0; i < 300; i++) {
				workbook.write(Given.matched(i + 2, "Erika", "1", "x"));
			}
			assertThat(files()).isNotEmpty()
				.allSatisfy((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
					.isEqualTo("rw-------"));
		}
		assertThat(files()).isEmpty();
	}

	@Test
	void aTargetThatCannotBeWrittenLeavesNothingBehind() throws Exception {
		OutputStream full = new ByteArrayOutputStream() {
			@Override
			public void write(byte[] bytes, int offset, int length) {
				throw new UncheckedIOException(new IOException("disk full"));
			}
		};
		ResultsWorkbook workbook = ResultsWorkbook.open(this.folder, HEADER);
		workbook.write(Given.matched(2, "Erika", "1", "x"));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> workbook.finish(Given.summary(List.of()), full));
		workbook.close();
		assertThat(files()).isEmpty();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> all = Files.list(this.folder)) {
			return all.toList();
		}
	}

	private static List<Boolean> guarded(XSSFSheet sheet, int row) {
		return Stream.of(0, 1, 2)
			.map((column) -> sheet.getRow(row).getCell(column).getCellStyle().getQuotePrefixed())
			.toList();
	}

	private static List<String> texts(Row row, ResultCells cells) {
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < cells.names().size(); i++) {
			Cell cell = row.getCell(i);
			texts.add((cell == null) ? "" : (cell.getCellType() == CellType.NUMERIC)
					? String.valueOf((int) cell.getNumericCellValue()) : cell.getStringCellValue());
		}
		return texts;
	}

	private static String text(XSSFSheet sheet) {
		StringBuilder text = new StringBuilder();
		for (Row row : sheet) {
			List<String> cells = new ArrayList<>();
			row.forEach((cell) -> cells.add(cell.toString().replaceAll("\\.0$", "")));
			text.append(String.join("|", cells)).append('\n');
		}
		return text.toString().replace("|\n", "\n").replaceAll("\\|+\n", "\n");
	}

}
