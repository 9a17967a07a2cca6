package dev.tickmark.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.InputRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class WorkbookFileTests {

	private static final List<String> HEADER = List.of("name", "iban", "note");

	private static final List<String> ROW = List.of("Erika Mustermann", Given.IBAN, "x");

	@TempDir
	Path folder;

	@Test
	void aWorkbookIsReadLikeAnyPayeeFile() throws Exception {
		PayeeFile file = PayeeFile.open(GivenWorkbook.rows(this.folder, HEADER, ROW, ROW));
		assertThat(file.layout()).isEqualTo(new Layout(new Format.Workbook("Payees", null), HEADER,
				Map.of(Column.NAME, 0, Column.IBAN, 1), Map.of(), Notation.ISO));
		assertThat(file.rows()).isEqualTo(2);
		assertThat(file.remarks()).isEmpty();
		InputRow row = Given.rows(file.path()).getFirst();
		assertThat(row.fields()).isEqualTo(ROW);
		assertThat(Given.payee(row).values())
			.isEqualTo(Map.of(Column.NAME, "Erika Mustermann", Column.IBAN, Given.IBAN));
	}

	@Test
	void itIsKnownByTheHashOfItsBytes() throws Exception {
		Path path = GivenWorkbook.rows(this.folder, HEADER, ROW);
		PayeeFile file = PayeeFile.open(path);
		byte[] content = Files.readAllBytes(path);
		assertThat(file.sha256())
			.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
		assertThat(file.size()).isEqualTo(content.length);
	}

	@ParameterizedTest
	@ValueSource(strings = { "payees.csv", "payees.xls", "payees" })
	void itsContentTellsWhatItIsAndNotItsName(String name) throws Exception {
		Path path = Files.move(GivenWorkbook.rows(this.folder, HEADER, ROW), this.folder.resolve(name));
		PayeeFile file = PayeeFile.open(path);
		assertThat(file.rows()).isEqualTo(1);
		assertThat(file.remarks())
			.containsExactly("The file is a workbook (XLSX) whatever its name says, and was read as one.");
	}

	@Test
	void linesAreTheNumbersOfTheRowsAndBlankRowsArePassedOver() throws Exception {
		Path path = GivenWorkbook.file(this.folder, (workbook) -> {
			Sheet sheet = workbook.createSheet();
			GivenWorkbook.fill(sheet.createRow(2), HEADER);
			GivenWorkbook.fill(sheet.createRow(3), List.of("", "  ", ""));
			GivenWorkbook.fill(sheet.createRow(9), ROW);
			GivenWorkbook.fill(sheet.createRow(11), ROW);
		});
		assertThat(Given.rows(path)).extracting(InputRow::line).containsExactly(10L, 12L);
	}

	@Test
	void aShortRowIsFilledUp() throws Exception {
		Path path = GivenWorkbook.rows(this.folder, HEADER, List.of("Erika", Given.IBAN));
		InputRow row = Given.rows(path).getFirst();
		assertThat(row.fields()).containsExactly("Erika", Given.IBAN, "");
		assertThat(row.problem()).isNull();
	}

	@Test
	void aValueBeyondTheHeaderIsAProblemOfItsRow() throws Exception {
		Path path = GivenWorkbook.rows(this.folder, HEADER, List.of("Erika", Given.IBAN, "", "", "y"), ROW);
		List<InputRow> rows = Given.rows(path);
		assertThat(Given.problem(rows.getFirst()).text())
			.isEqualTo("The row has 5 fields, the header has 3. A cell on the right of the last column with a name is "
					+ "not empty. Empty it, or give its column a name in the header.");
		assertThat(rows.get(1).problem()).isNull();
	}

	@Test
	void theFirstSheetThatIsNotHiddenIsReadAndTheOthersAreSaid() throws Exception {
		Path path = GivenWorkbook.file(this.folder, (workbook) -> {
			for (String name : List.of("Old", "Payees", "Empty", "Notes")) {
				workbook.createSheet(name);
			}
			GivenWorkbook.fill(workbook.getSheet("Old").createRow(0), List.of("secret"));
			GivenWorkbook.fill(workbook.getSheet("Payees").createRow(0), HEADER);
			GivenWorkbook.fill(workbook.getSheet("Payees").createRow(1), ROW);
			GivenWorkbook.fill(workbook.getSheet("Notes").createRow(7), List.of(1.5));
			workbook.setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
		});
		PayeeFile file = PayeeFile.open(path);
		assertThat(file.layout().format()).isEqualTo(new Format.Workbook("Payees", null));
		assertThat(file.remarks()).containsExactly("Only the sheet \"Payees\" was read. The workbook has other sheets "
				+ "with content: \"Old\" (hidden), \"Notes\".");
	}

	@Test
	void aSheetIsFoundByItsNameInAnyCase() throws Exception {
		Path path = GivenWorkbook.file(this.folder, (workbook) -> {
			workbook.createSheet("One");
			GivenWorkbook.fill(workbook.createSheet("Two").createRow(0), HEADER);
		});
		assertThat(Layouts.find(path, GivenWorkbook.sheet("two")).format()).isEqualTo(new Format.Workbook("Two", null));
	}

	@Test
	void hiddenRowsAndColumnsAreReadAndSaid() throws Exception {
		Path path = GivenWorkbook.file(this.folder, (workbook) -> {
			Sheet sheet = workbook.createSheet("Payees");
			GivenWorkbook.fill(sheet.createRow(0), HEADER);
			for (int i = 1; i < 10; i++) {
				GivenWorkbook.fill(sheet.createRow(i), ROW);
				sheet.getRow(i).setZeroHeight(i == 2 || (i >= 4 && i < 8));
			}
			sheet.setColumnHidden(1, true);
		});
		PayeeFile file = PayeeFile.open(path);
		assertThat(file.rows()).isEqualTo(9);
		assertThat(file.remarks()).containsExactly(
				"5 rows are hidden in the sheet (row 3, rows 5 to 8); hidden rows are read like the others.",
				"Columns are hidden in the sheet (B iban); hidden columns are read like the others.");
	}

	@Test
	void mergedCellsAmongThePayeesAreSaidButNotThoseOfATitle() throws Exception {
		Path path = GivenWorkbook.file(this.folder, (workbook) -> {
			Sheet sheet = workbook.createSheet("Payees");
			GivenWorkbook.fill(sheet.createRow(0), HEADER);
			GivenWorkbook.fill(sheet.createRow(1), ROW);
			GivenWorkbook.fill(sheet.createRow(2), List.of("", Given.IBAN, ""));
			sheet.addMergedRegion(CellRangeAddress.valueOf("C1:D1"));
			sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
		});
		assertThat(PayeeFile.open(path).remarks())
			.containsExactly("1 area of merged cells among the rows (the first is A2:A3): only the first cell of each "
					+ "has its value, the others are empty.");
	}

	@Test
	void twoMillionEmptyCellsTakeNeitherTimeNorMemory() throws Exception {
		StringBuilder rows = new StringBuilder(GivenWorkbook.header());
		for (int row = 2; row <= 100_001; row++) {
			rows.append("<row r='").append(row).append("'>");
			rows.append("<c s='1'/>".repeat(20)).append("</row>");
		}
		rows.append("<row>").append(GivenWorkbook.inline("A100002", "Erika"));
		rows.append(GivenWorkbook.inline("B100002", Given.IBAN)).append("</row>");
		Path path = GivenWorkbook.sheet(this.folder, rows.toString());
		assertTimeout(Duration.ofSeconds(20),
				() -> assertThat(Given.rows(path)).extracting(InputRow::line).containsExactly(100_002L));
	}

	@Test
	void aConsumersFailureEndsTheReading() throws Exception {
		List<?>[] rows = new List<?>[5_000];
		Arrays.fill(rows, ROW);
		PayeeFile file = PayeeFile.open(GivenWorkbook.rows(this.folder, HEADER, rows));
		assertThatIllegalStateException().isThrownBy(() -> file.read((_) -> {
			throw new IllegalStateException("stop");
		})).withMessage("stop").withNoCause();
	}

	@Test
	void aWorkbookThatChangesWhileItIsReadIsRefused() throws Exception {
		Path path = GivenWorkbook.rows(this.folder, HEADER, ROW);
		PayeeFile file = PayeeFile.open(path);
		Files.write(path, new byte[] { 0 }, StandardOpenOption.APPEND);
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> file.read((_) -> {
		})).withMessageContaining("was changed while it was being read");
	}

	@Test
	void aWorkbookThatIsReplacedBetweenTwoReadingsIsRefused() throws Exception {
		Path path = GivenWorkbook.rows(this.folder, HEADER, ROW);
		PayeeFile file = PayeeFile.open(path);
		GivenWorkbook.rows(this.folder, HEADER, List.of("Otto", Given.IBAN, "x"));
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> file.read((_) -> {
		})).withMessageContaining("was changed while it was being read");
	}

}
