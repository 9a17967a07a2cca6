package dev.tickmark.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StatementWorkbookTests {

	private static final List<String> HEADER = List.of(GivenStatement.HEADER.strip().split(","));

	@TempDir
	Path folder;

	@Test
	void aDateCellIsATimeInTheZone() throws UnreadableFile {
		StatementLine line = line(LocalDateTime.of(2026, 11, 1, 10, 30), "V-1", 0.10);
		assertThat(line.problem()).isNull();
		assertThat(line.at()).isEqualTo(Instant.parse("2026-11-01T09:30:00Z"));
		assertThat(line.line()).isEqualTo(2);
	}

	@Test
	void aDateCellWithoutATimeIsTheStartOfItsDay() throws UnreadableFile {
		StatementLine line = line(LocalDateTime.of(2026, 11, 1, 0, 0), "V-1", 0.10);
		assertThat(line.at()).isEqualTo(Instant.parse("2026-10-31T23:00:00Z"));
		assertThat(line.wholeDay()).isTrue();
	}

	@Test
	void aReferenceThatIsANumberIsTakenAsShown() throws UnreadableFile {
		assertThat(line("2026-11-01", 123456789012.0, 0.10).reference()).isEqualTo("123456789012");
	}

	@Test
	void aReferenceThatLostDigitsIsAProblem() throws UnreadableFile {
		StatementLine line = line("2026-11-01", 1234567890123456789.0, 0.10);
		assertThat(line.problem())
			.startsWith("Column id: The workbook holds this reference as a number of more than 15");
		assertThat(line.reference()).isNull();
	}

	@Test
	void aReferenceOfWhichADateWasMadeIsAProblem() throws UnreadableFile {
		assertThat(line("2026-11-01", LocalDateTime.of(2026, 3, 1, 0, 0), 0.10).problem())
			.startsWith("Column id: The workbook made a date of this reference");
	}

	@Test
	void aNumberIsAnAmountWhateverTheSeparatorOfTexts() throws UnreadableFile {
		Path path = workbook("2026-11-01", "V-1", 1234.5);
		for (Character decimal : List.of(',', '.')) {
			StatementLine line = GivenStatement.lines(path, GivenStatement.mapping(decimal)).getFirst();
			assertThat(line.price()).isEqualByComparingTo("1234.5");
		}
		Path text = workbook("2026-11-01", "V-1", "0,10 EUR");
		assertThat(GivenStatement.lines(text, GivenStatement.mapping(',')).getFirst().price())
			.isEqualByComparingTo("0.10");
	}

	@Test
	void aPriceOfWhichADateWasMadeIsAProblem() throws UnreadableFile {
		assertThat(line("2026-11-01", "V-1", LocalDateTime.of(2026, 10, 1, 0, 0)).problem())
			.startsWith("Column amount: The workbook made a date of this price");
	}

	@Test
	void aNumberIsNoTimeUnlessAPatternMakesOneOfIt() throws UnreadableFile {
		assertThat(line(45962.5, "V-1", 0.10).problem()).startsWith("Column at: The cell holds no time but a number.");
		StatementLine line = GivenStatement
			.lines(workbook(20261101.0, "V-1", 0.10), GivenStatement.mapping(null, "yyyyMMdd"))
			.getFirst();
		assertThat(line.at()).isEqualTo(Instant.parse("2026-10-31T23:00:00Z"));
	}

	@Test
	void aPriceThatIsATruthValueIsAProblem() throws UnreadableFile {
		assertThat(line("2026-11-01", "V-1", true).problem())
			.isEqualTo("Column amount: The cell holds TRUE or FALSE and no price.");
	}

	@Test
	void aSheetWithoutAMappedColumnIsRefused() {
		Path path = GivenWorkbook.rows(this.folder, List.of("at", "id"), List.of("2026-11-01", "V-1"));
		assertThat(GivenStatement.refusal(path, GivenStatement.mapping())).contains("no column named amount for price")
			.contains("It has: at, id.");
	}

	private StatementLine line(Object at, Object reference, Object amount) throws UnreadableFile {
		List<StatementLine> lines = GivenStatement.lines(workbook(at, reference, amount), GivenStatement.mapping());
		assertThat(lines).hasSize(1);
		return lines.getFirst();
	}

	private Path workbook(Object at, Object reference, Object amount) {
		return GivenWorkbook.file(this.folder, (workbook) -> {
			Sheet sheet = workbook.createSheet("Invoice");
			GivenWorkbook.fill(sheet.createRow(0), HEADER);
			Row row = sheet.createRow(1);
			set(row.createCell(HEADER.indexOf("at")), at);
			set(row.createCell(HEADER.indexOf("id")), reference);
			set(row.createCell(HEADER.indexOf("amount")), amount);
		});
	}

	private static void set(Cell cell, Object value) {
		if (value instanceof LocalDateTime time) {
			cell.setCellValue(time);
			cell.setCellStyle(GivenWorkbook.format(cell.getSheet().getWorkbook(), "yyyy-mm-dd hh:mm"));
		}
		else {
			GivenWorkbook.set(cell, value);
		}
	}

}
