package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.InputRow;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of cells that are not text. */
class WorkbookCellTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			General    | 42                   | 42
			General    | -0.5                 | -0.5
			General    | 0.30000000000000004  | 0.3
			General    | 1234.5678            | 1234.5678
			General    | 123456789012345      | 123456789012345
			General    | 1234567890123456789  | 1234567890123460000
			General    | 1E-7                 | 0.0000001
			General    | 1E+21                | 1000000000000000000000
			#,##0.00 € | 1234.5               | 1234.5
			0%         | 0.25                 | 0.25
			000000     | 1234                 | 001234
			00-00-00   | 12345                | 01-23-45
			00\\-00    | 123                  | 01-23
			00000      | 123456               | 123456
			000000     | -5                   | -5
			000000     | 1.5                  | 1.5
			yyyy-mm-dd | 46053                | 2026-01-31
			d.m.yy     | 46053.5              | 2026-01-31T12:00:00
			d.m.yy     | 46052.999999999      | 2026-01-31
			[h]:mm     | 1.5                  | 1.5
			d.m.yy     | 3000000              | 3000000
			d.m.yy     | 60                   | 60
			d.m.yy     | 61                   | 1900-03-01
			""")
	void aNumberBecomesTheTextThatAPersonSees(String format, double number, String text) throws Exception {
		assertThat(cell("note", format, number, false).fields().getLast()).isEqualTo(text);
	}

	@Test
	void datesAreCountedFrom1904WhereTheWorkbookSaysSo() throws Exception {
		assertThat(cell("note", "yyyy-mm-dd", 44591, true).fields().getLast()).isEqualTo("2026-01-31");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					account_number | General  | 12345678         | The workbook holds this account number as a number, so zeros at its beginning may be lost. Format the column as text and enter it again.
					iban           | General  | 12345678         | The workbook holds this IBAN as a number, so zeros at its beginning may be lost. Format the column as text and enter it again.
					account_number | General  | 1234567890123456 | The workbook holds this account number as a number of more than 15 digits, so its last digits are lost. Format the column as text and enter it again.
					sort_code      | 000000   | 1234567          | The workbook holds this sort code as a number, so zeros at its beginning may be lost. Format the column as text and enter it again.
					sort_code      | 0        | 123456           | The workbook holds this sort code as a number, so zeros at its beginning may be lost. Format the column as text and enter it again.
					sort_code      | #,##0    | 123456           | The workbook holds this sort code as a number, so zeros at its beginning may be lost. Format the column as text and enter it again.
					sort_code      | d.m.yy   | 38000            | The workbook made a date of this sort code, so what was entered is lost. Format the column as text and enter it again.
					customer_id    | General  | 12               | The workbook holds this customer ID as a number, so zeros at its beginning may be lost. Format the column as text and enter it again.
					phone          | General  | 4915112345678    | The workbook holds this phone as a number, so zeros at its beginning may be lost. Format the column as text and enter it again.
					postcode       | General  | 1067             | The workbook holds this postcode as a number, so zeros at its beginning may be lost. Format the column as text and enter it again.
					reference      | General  | 1234567890123456 | The workbook holds this reference as a number of more than 15 digits, so its last digits are lost. Format the column as text and enter it again.
					date_of_birth  | General  | 30000            | The cell holds no date but a number or TRUE or FALSE. Enter the date again, and format the cell as a date.
					date_of_birth  | d.m.yy   | 30000.25         | The cell holds a time beside the date; a date alone is expected. Enter it again.
					date_of_birth  | d.m.yy   | -3               | The cell is formatted as a date, and its number is no day of the calendar. Enter the date again.
					""")
	void aNumberThatMayHaveLostSomethingIsRefused(String column, String format, double number, String why)
			throws Exception {
		InputRow row = cell(column, format, number, false);
		assertThat(Given.problem(row).column()).isEqualTo(column);
		assertThat(Given.problem(row).text()).isEqualTo(why);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sort_code      | 00-00-00   | 12345   | 012345
			sort_code      | 000000     | 401234  | 401234
			account_number | 00000000   | 1234567 | 01234567
			reference      | General    | 123     | 123
			date_of_birth  | dd/mm/yyyy | 30000   | 1982-02-18
			""")
	void aNumberThatLostNothingIsTaken(String column, String format, double number, String value) throws Exception {
		InputRow row = cell(column, format, number, false);
		assertThat(Given.payee(row).get(Column.valueOf(column.toUpperCase()))).isEqualTo(value);
	}

	@Test
	void errorsOfFormulasAreNamed() throws Exception {
		InputRow row = raw("<c r='B2' t='e'><f>1/0</f><v>#DIV/0!</v></c>");
		assertThat(row.fields().get(1)).isEqualTo("#DIV/0!");
		assertThat(Given.problem(row).text())
			.isEqualTo("The cell shows the error #DIV/0! of a formula. Correct the formula or enter the value itself.");
	}

	@Test
	void aFormulaIsTakenByTheResultThatWasSaved() throws Exception {
		InputRow row = raw("<c r='B2' t='str'><f>CONCATENATE(X1)</f><v>" + Given.IBAN + "</v></c>");
		assertThat(Given.payee(row).get(Column.IBAN)).isEqualTo(Given.IBAN);
	}

	@Test
	void aFormulaWithoutItsResultIsRefused() throws Exception {
		assertThat(Given.problem(raw("<c r='B2'><f>A1</f></c>")).text())
			.startsWith("The cell has a formula, and its result was not saved with the file.");
	}

	@Test
	void aFormulaThatGivesNoTextIsAnEmptyCell() throws Exception {
		assertThat(raw("<c r='B2' t='str'><f>\"\"</f><v></v></c>").fields().get(1)).isEmpty();
	}

	@Test
	void truthIsNoAccount() throws Exception {
		InputRow row = raw("<c r='B2' t='b'><v>1</v></c>");
		assertThat(row.fields().get(1)).isEqualTo("TRUE");
		assertThat(Given.problem(row).text()).startsWith("The cell holds TRUE or FALSE and no IBAN.");
	}

	@Test
	void runsAreJoinedAndPronunciationIsLeftOut() throws Exception {
		InputRow row = raw("<c r='B2' t='inlineStr'><is><r><t>DE89 </t></r><r><t xml:space='preserve'> 3704</t></r>"
				+ "<rPh sb='0' eb='1'><t>x</t></rPh></is></c>");
		assertThat(row.fields()).containsExactly("Erika", "DE89  3704");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a_x000A_b        | 'a
			b'
			_x005F_x0041_    | _x0041_
			_x0024__x005C_   | $\\
			a_x0041          | a_x0041
			_xD83D__xDE00_   | 😀
			a_xD83D_b        | a\uFFFDb
			a_x0000_b        | a\uFFFDb
			""")
	void escapedCharactersAreDecoded(String written, String text) {
		assertThat(RichText.decoded(written)).isEqualTo(text);
	}

	@Test
	void aDateOfTheStrictFormatIsADate() throws Exception {
		assertThat(raw("<c r='B2' t='d'><v>2026-01-31T00:00:00.000Z</v></c>").fields().get(1)).isEqualTo("2026-01-31");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NaN", "1e999", "12 34", "0x10", "x" })
	void aNumberThatIsNoneIsAFlaw(String held) throws Exception {
		assertThat(Given.problem(raw("<c r='B2'><v>" + held + "</v></c>")).text())
			.isEqualTo("The cell should hold a number and does not. Enter it again.");
	}

	@Test
	void aTypedHeaderIsTextToo() throws Exception {
		Path path = GivenWorkbook.rows(this.folder, List.of("name", "iban"), List.of("Erika", Given.IBAN));
		assertThat(Layouts.find(path, Input.ANY).header()).containsExactly("name", "iban");
		Path typed = GivenWorkbook.file(this.folder, (workbook) -> GivenWorkbook
			.fill(workbook.createSheet().createRow(0), List.of("name", "iban", 2026, true)));
		assertThat(Layouts.find(typed, Input.ANY).header()).containsExactly("name", "iban", "2026", "TRUE");
	}

	/** A row with Erika and a cell in XML. */
	private InputRow raw(String cell) throws Exception {
		Map<String, String> parts = GivenWorkbook
			.parts(GivenWorkbook.header() + "<row r='2'><c r='A2' t='s'><v>2</v></c>" + cell + "</row>");
		return Given.rows(GivenWorkbook.parts(this.folder, parts)).getFirst();
	}

	/** A row whose last cell is a number with a format. */
	private InputRow cell(String column, String format, double number, boolean from1904) throws Exception {
		Path path = GivenWorkbook.file(this.folder, (workbook) -> {
			workbook.getCTWorkbook().getWorkbookPr().setDate1904(from1904);
			Sheet sheet = workbook.createSheet();
			boolean account = column.equals("sort_code");
			GivenWorkbook.fill(sheet.createRow(0), List.of("name", account ? "account_number" : "passport_number",
					column.equals("iban") ? "note" : "iban", column));
			GivenWorkbook.fill(sheet.createRow(1), List.of("Erika", "12345678", ""));
			sheet.getRow(1).createCell(3).setCellValue(number);
			sheet.getRow(1).getCell(3).setCellStyle(GivenWorkbook.format(workbook, format));
		});
		return Given.rows(path).getFirst();
	}

}
