package dev.tickmark.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnreadableFileTests {

	private static final String HEADER = "name,iban\n";

	@TempDir
	Path folder;

	@Test
	void aFileThatDoesNotExistIsRefused() {
		assertThat(Given.refusal(this.folder.resolve("none.csv")))
			.isEqualTo("none.csv does not exist. Check the path.");
	}

	@Test
	void aFolderIsRefused() throws IOException {
		Path inner = Files.createDirectory(this.folder.resolve("inner"));
		assertThat(Given.refusal(inner)).isEqualTo("inner is a folder. Name the file in it.");
	}

	@Test
	void aDeviceIsRefused() {
		assertThat(Given.refusal(Path.of("/dev/null"))).contains("is not a file.");
	}

	@Test
	void anEmptyFileIsRefused() {
		assertThat(Given.refusal(Given.file(this.folder, ""))).startsWith("payees.csv is empty (0 bytes).");
	}

	@Test
	void aFileOfBlankLinesIsRefusedAsEmpty() {
		assertThat(Given.refusal(Given.file(this.folder, "\uFEFF\r\n  \n\n"))).startsWith("payees.csv is empty.");
	}

	@Test
	void aHeaderAloneIsRefused() {
		assertThat(Given.refusal(Given.file(this.folder, HEADER + "\n \n")))
			.startsWith("payees.csv has a header and no rows.");
	}

	@Test
	void aFileWithNulBytesIsRefusedAsBinary() {
		String refusal = Given.refusal(Given.file(this.folder, HEADER + "Änne,DE\u0000\n"));
		assertThat(refusal)
			.startsWith("payees.csv, line 2: byte 0x00 at position 9 of the line is no text: this is a binary file");
	}

	@Test
	void aLetterThatIsNotUtf8AmongOthersThatAreIsRefusedWithLineAndByte() {
		// how the letter looks that is C3 89 in UTF-8
		String text = "name,iban\r\n\u00C3\u0089rika,DE89\r\n\r\nJos\u00E9,DE89\r\n";
		assertThat(Given.refusal(Given.file(this.folder, text, StandardCharsets.ISO_8859_1)))
			.isEqualTo("payees.csv, line 4: byte 0xE9 at position 4 of the line is not UTF-8 (in Windows-1252 it would "
					+ "be \"é\"). Save it as \"CSV UTF-8\" and start again.");
	}

	@Test
	void aWrongByteFarBehindIsFoundOnItsLine() {
		String many = "Erika,x\n".repeat(50_000);
		String refusal = Given.refusal(Given.file(this.folder, HEADER + "\u00C3\u0089,x\n" + many + "Jos\u00E9,x\n",
				StandardCharsets.ISO_8859_1));
		assertThat(refusal).startsWith("payees.csv, line 50003: byte 0xE9 at position 4 ");
	}

	@Test
	void aLetterCutOffAtTheEndIsRefused() {
		byte[] whole = (HEADER + "Erika,é").getBytes(StandardCharsets.UTF_8);
		byte[] cut = Arrays.copyOf(whole, whole.length - 1);
		assertThat(Given.refusal(Given.file(this.folder, cut))).startsWith("payees.csv, line 2: byte 0xC3 ");
	}

	@Test
	void utf16IsRefusedByItsMarkWhereTheJobSaysUtf8() {
		Path file = Given.file(this.folder, ("\uFEFF" + HEADER + "Erika,x\n").getBytes(StandardCharsets.UTF_16LE));
		Input utf8 = new Input(null, StandardCharsets.UTF_8, null, true, null, Map.of(), List.of(), Notation.ISO,
				false);
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> PayeeFile.open(file, utf8))
			.withMessageContaining("line 1: the file begins with the mark of UTF-16 (byte 0xFF), UTF-8 is expected.");
	}

	@Test
	void theSameColumnTwiceIsRefusedWithBothPositions() {
		assertThat(Given.refusal(Given.file(this.folder, "name,note,iban,note\na,b,c,d\n")))
			.isEqualTo("payees.csv, line 1, column note: it is the same column twice, number 4 and number 2. "
					+ "Remove or rename one of them.");
	}

	@Test
	void twoSpellingsOfAColumnAreTheSameColumn() {
		assertThat(Given.refusal(Given.file(this.folder, "\nname,Sort Code,iban,SORT_CODE\na,b,c,d\n")))
			.startsWith("payees.csv, line 2, column SORT_CODE: it is the same column twice, number 4 and number 2, "
					+ "there written \"Sort Code\".");
	}

	@Test
	void aThousandColumnsAreRefusedWithTheirCount() {
		String header = IntStream.range(0, 998).mapToObj((i) -> "c" + i).collect(Collectors.joining(","));
		assertThat(Given.refusal(Given.file(this.folder, "name,iban," + header + "\nx\n")))
			.startsWith("payees.csv, line 1: the header has 1000 columns, at most 500 are allowed.");
	}

	@Test
	void aColumnWithAnEndlessNameIsRefused() {
		assertThat(Given.refusal(Given.file(this.folder, "name,iban," + "x".repeat(201) + "\na,b,c\n")))
			.startsWith("payees.csv, line 1, column number 3: the name of the column has 201 characters");
	}

	@Test
	void missingColumnsAreRefusedWithTheHeaderAndNearNames() {
		assertThat(Given.refusal(Given.file(this.folder, "nmae,Acount Number,sort_code\na,b,c\n")))
			.isEqualTo("payees.csv, line 1: no column says who the payee is (name, or first_name and last_name), and "
					+ "no column says which account to check (iban, or sort_code and account_number, or phone and "
					+ "bank_id, or passport_number, or customer_id). The header has: nmae, Acount Number, sort_code; "
					+ "perhaps nmae should be name, Acount Number should be account_number. Correct the names in the "
					+ "header, or say in a job definition which column is which:\ninput:\n  columns:\n"
					+ "    name: \"nmae\"\n    account_number: \"Acount Number\"");
	}

	@Test
	void aPayeeInPlaceOfTheHeaderIsNotRepeated() {
		assertThat(Given.refusal(Given.file(this.folder, "Erika,GB29NWBK60161331926819\nErika,x\n")))
			.contains("The line looks like a payee, not like a header")
			.doesNotContain("Erika")
			.doesNotContain("926819");
	}

	@Test
	void aQuoteThatIsNeverClosedIsRefusedWhereItOpens() {
		String text = "name,iban,note\r\nErika,x,\"a\r\nb\"\r\nOtto,\"y,z\r\nMax,w,z\r\n";
		assertThat(Given.refusal(Given.file(this.folder, text))).isEqualTo(
				"payees.csv, line 4, column iban: a quote opens here and is never closed. Close it, or double it "
						+ "where it belongs to the value.");
	}

	@Test
	void aQuoteThatIsNeverClosedInTheLastOfManyRowsIsRefusedBeforeAnyRowIsTaken() {
		String text = HEADER + ("Erika," + Given.IBAN + "\n").repeat(50_000) + "Otto,\"" + Given.IBAN + "\n";
		assertThat(Given.refusal(Given.file(this.folder, text)))
			.startsWith("payees.csv, line 50002, column iban: a quote opens here and is never closed.");
	}

	@Test
	void aQuoteThatIsNeverClosedInTheFirstOfManyRowsIsRefusedWhereItOpens() {
		String text = HEADER + "\"Otto," + Given.IBAN + "\n" + ("Erika," + Given.IBAN + "\n").repeat(50_000);
		assertThat(Given.refusal(Given.file(this.folder, text)))
			.startsWith("payees.csv, line 2, column name: a quote opens here and is never closed.");
	}

	@Test
	void aQuoteThatTwoRowsShareMakesOneRejectedRow() throws Exception {
		String text = HEADER + "\"Otto," + Given.IBAN + "\n" + ("Erika," + Given.IBAN + "\n").repeat(50_000) + "Max\","
				+ Given.IBAN + "\n";
		assertThat(Given.rows(Given.file(this.folder, text))).singleElement()
			.extracting(Given::problem)
			.hasToString(
					"Problem[column=name, text=The value has 1450031 characters, at most 10000 are allowed; only its"
							+ " beginning is kept.]");
	}

	@Test
	void textAfterAClosingQuoteIsRefusedWithItsPlace() {
		assertThat(Given.refusal(Given.file(this.folder, HEADER + "\"Erika\" M,x\n")))
			.isEqualTo("payees.csv, line 2, column name: text follows a closing quote. Put the whole value in quotes "
					+ "and double those inside it.");
	}

	@Test
	void textAfterAClosingQuoteTellsWhereTheQuoteOpened() {
		assertThat(Given.refusal(Given.file(this.folder, HEADER + "Otto,x\n\"Erika,x\nMax,y\n\"Anna\",x\n"))).contains(
				"line 5, column name: text follows a closing quote, which opened in line 3 and may be the wrong one.");
	}

	@Test
	void anUnclosedQuoteInTheHeaderIsRefused() {
		assertThat(Given.refusal(Given.file(this.folder, "name,\"iban\nErika,x\n")))
			.startsWith("payees.csv, line 1, column number 2: a quote opens here and is never closed.");
	}

	@Test
	void aRecordThatDoesNotEndIsRefusedBeforeItFillsTheMemory() {
		String text = HEADER + "Otto,x\n\"Erika,x\n" + "Max,0123456789\n".repeat(1_200_000);
		assertThat(Given.refusal(Given.file(this.folder, text)))
			.startsWith("payees.csv, line 3: the record that begins here is longer than 16 million characters");
	}

	@Test
	void aFileThatChangedSinceItWasOpenedIsRefusedAtTheEnd() throws Exception {
		Path path = Given.file(this.folder, HEADER + "Erika," + Given.IBAN + "\n");
		PayeeFile file = PayeeFile.open(path);
		Given.file(this.folder, HEADER + "Erica," + Given.IBAN + "\n");
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> file.read((_) -> {
		})).withMessageContaining("payees.csv was changed while it was being read.");
	}

	@Test
	void noMessageCarriesControlCharactersFromTheFile() {
		assertThat(Given.refusal(Given.file(this.folder, "na\u001B[31mme,x\na,b\n"))).contains("na?[31mme")
			.doesNotContain("\u001B");
	}

}
