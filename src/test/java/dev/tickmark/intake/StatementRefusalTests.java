package dev.tickmark.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StatementRefusalTests {

	@TempDir
	Path folder;

	@Test
	void aFileThatDoesNotExistIsRefused() {
		assertThat(refusal(this.folder.resolve("none.csv"))).isEqualTo("none.csv does not exist. Check the path.");
	}

	@Test
	void aFolderIsRefused() throws IOException {
		assertThat(refusal(Files.createDirectory(this.folder.resolve("inner"))))
			.isEqualTo("inner is a folder. Name the file in it.");
	}

	@Test
	void anEmptyFileIsRefused() {
		assertThat(refusal("")).isEqualTo("payees.csv is empty (0 bytes). A header with the names of the columns is"
				+ " expected, and one row for each verification that is charged.");
		assertThat(refusal("\n \n")).startsWith("payees.csv is empty. A header");
	}

	@Test
	void aPdfIsRefused() {
		assertThat(refusal("%PDF-1.7\n%\u00E2\u00E3\n1 0 obj\n")).isEqualTo(
				"payees.csv is a PDF; a statement is a table, CSV or XLSX. Ask the provider for it in one of these formats.");
	}

	@Test
	void aPaymentFileIsRefused() {
		assertThat(refusal("<?xml version='1.0'?><Document/>")).startsWith("payees.csv is XML, perhaps a payment file")
			.endsWith("Check which file it is.");
	}

	@Test
	void anOldWorkbookIsRefused() {
		byte[] begins = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0 };
		assertThat(refusal(Given.file(this.folder, begins))).contains("it begins like one of Excel 97 to 2003");
	}

	@Test
	void aMappedColumnThatIsMissingIsNamedWithThoseThatAreThere() {
		assertThat(refusal("at,id,request,service,result,amount,currency,account,payee\n,V-1,,,,,,,\n")).isEqualTo(
				"payees.csv, line 1: the job definition expects what this statement does not have: no column named"
						+ " outcome for result. It has: at, id, request, service, result, amount, currency, account,"
						+ " payee. Correct statement.columns in the job definition, or check which file it is.");
	}

	@Test
	void aMappedColumnThatIsThereTwiceIsRefused() {
		assertThat(refusal(GivenStatement.HEADER.strip() + ",ID\n,V-1,,,,,,,,\n"))
			.contains("more than one column named id for reference: number 2, number 10.");
	}

	@Test
	void aFileWithoutAHeaderIsRefusedWithoutItsContent() {
		assertThat(refusal("2026-11-01T10:00:00Z,V-1,,,,,,DE89370400440532013000,\n"))
			.startsWith("payees.csv, line 1: the line looks like a line of the statement, not like a header.")
			.doesNotContain("DE89", "V-1");
		StatementMapping byPosition = GivenStatement.mapping(Input.ANY,
				Map.of(StatementColumn.REFERENCE, new Source.At(1)));
		assertThat(GivenStatement.refusal(GivenStatement.file(this.folder, "V-000017,x\nV-000018,x\n"), byPosition))
			.contains("not like a header")
			.contains("header: no");
	}

	@Test
	void aHeaderAloneIsRefused() {
		assertThat(refusal(GivenStatement.HEADER + "\n,,,,,,,,\n"))
			.isEqualTo("payees.csv has a header and no lines. One"
					+ " line for each verification that is charged is expected below it.");
	}

	@Test
	void severalCurrenciesAreRefusedWithTheFirstLineOfTheSecond() {
		assertThat(refusal(GivenStatement.HEADER
				+ ",V-1,,,,1,EUR,,\n,V-2,,,,1,,,\n,V-3,,,,1,GBP,,\n,V-4,,,,1 USD,,,\n,V-5,,,,1,GBP,,\n"))
			.isEqualTo("payees.csv, line 4: the statement has several currencies, EUR, GBP, USD; here GBP begins."
					+ " Divide it by currency.");
	}

	@Test
	void anotherCurrencyThanThatOfTheDefinitionIsRefused() {
		Path path = GivenStatement.file(this.folder, GivenStatement.HEADER + ",V-1,,,,1,USD,,\n");
		assertThat(GivenStatement.refusal(path, GivenStatement.mapping(Input.ANY, List.of(), "EUR")))
			.startsWith("payees.csv, line 2: the statement is in USD, and the job definition says EUR.");
	}

	@Test
	void moreLinesThanTheBoundAreRefused() throws IOException {
		Path path = this.folder.resolve("endless.csv");
		try (BufferedWriter out = Files.newBufferedWriter(path)) {
			out.write("id\n");
			for (long i = 0; i <= StatementFile.MOST_LINES; i++) {
				out.write("V\n");
			}
		}
		StatementMapping mapping = GivenStatement.mapping(Input.ANY,
				Map.of(StatementColumn.REFERENCE, GivenStatement.named("id")));
		assertThat(GivenStatement.refusal(path, mapping)).isEqualTo("endless.csv, line 1500002: the statement has more"
				+ " than 1,500,000 lines. Ask for a shorter period, or divide it.");
	}

	@Test
	void anotherFormatThanTheDefinitionSaysIsRefused() {
		Input workbook = new Input(Input.Kind.XLSX, null, null, true, null, Map.of(), List.of(), Notation.ISO, false);
		Path path = GivenStatement.file(this.folder, GivenStatement.HEADER + ",V-1,,,,,,,\n");
		assertThat(GivenStatement.refusal(path, GivenStatement.mapping(workbook, List.of(), null)))
			.contains("the job definition expects xlsx");
	}

	@Test
	void aQuoteThatIsNeverClosedIsRefused() {
		assertThat(refusal(GivenStatement.HEADER + ",\"V-1,,,,,,,\n"))
			.contains("a quote opens here and is never closed");
	}

	private String refusal(String content) {
		return refusal(GivenStatement.file(this.folder, content));
	}

	private static String refusal(Path file) {
		return GivenStatement.refusal(file, GivenStatement.mapping());
	}

}
