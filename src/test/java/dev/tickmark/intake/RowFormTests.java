package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Problem;

import static org.assertj.core.api.Assertions.assertThat;

class RowFormTests {

	@TempDir
	Path folder;

	@Test
	void aRowWithTooFewFieldsIsRejectedAndTheRestGoesOn() throws Exception {
		List<InputRow> rows = rows("Otto\nErika," + Given.IBAN + "\n");
		assertThat(rows.getFirst())
			.isEqualTo(InputRow.bad(2, List.of("Otto"), new Problem(null, "The row has 1 field, the header has 2.")));
		assertThat(rows.getLast().problem()).isNull();
	}

	@Test
	void aRowWithTooManyFieldsKeepsThemAll() throws Exception {
		InputRow row = rows("Doe, John," + Given.IBAN + ",\n").getFirst();
		assertThat(row.fields()).containsExactly("Doe", " John", Given.IBAN, "");
		assertThat(row.problem()).isEqualTo(new Problem(null,
				"The row has 4 fields, the header has 2. A value that contains the delimiter must be in quotes."));
	}

	@Test
	void aRowThatSwallowedOthersTellsHowFarItReaches() throws Exception {
		InputRow row = rows("\"Erika,x\nOtto,y\nMax,z\"\nAnna," + Given.IBAN + "\n").getFirst();
		assertThat(row.line()).isEqualTo(2);
		assertThat(Given.problem(row).text()).isEqualTo("The row has 1 field, the header has 2. It reaches to line 4: "
				+ "perhaps a quote in it is not closed.");
	}

	@Test
	void ofARowWithAMillionFieldsOnlyTheFirstThousandAreKept() throws Exception {
		InputRow row = rows("x" + ",".repeat(999_999) + "\nErika," + Given.IBAN + "\n").getFirst();
		assertThat(Given.problem(row).text()).startsWith("The row has 1000000 fields");
		assertThat(row.fields()).hasSize(1000);
	}

	@Test
	void aFieldOfFiveMillionCharactersIsRejectedAndShortened() throws Exception {
		List<InputRow> rows = rows("Erika,\"" + "x,".repeat(2_500_000) + "\"\nErika," + Given.IBAN + "\n");
		assertThat(rows.getFirst().problem()).isEqualTo(new Problem("iban",
				"The value has 5000000 characters, at most 10000 are allowed; only its beginning is kept."));
		assertThat(rows.getFirst().fields().get(1)).isEqualTo("x,".repeat(100) + "…");
		assertThat(rows.getLast().problem()).isNull();
	}

	@Test
	void aShortenedFieldNeverEndsInHalfALetter() throws Exception {
		String field = rows("x" + "\uD83D\uDE00".repeat(6000) + ",y\n").getFirst().fields().getFirst();
		assertThat(field).isEqualTo("x" + "\uD83D\uDE00".repeat(99) + "…");
	}

	@Test
	void aControlCharacterInAValueIsRejected() throws Exception {
		assertThat(Given.problem(this.folder, "reference", "a\u0007b"))
			.isEqualTo("reference: A control character (U+0007) is in the value. Remove it.");
	}

	@Test
	void aControlCharacterInAnUnknownColumnIsNotOurs() throws Exception {
		assertThat(Given.row(this.folder, "note", "a\u0007b").problem()).isNull();
	}

	@Test
	void aLetterLostInConversionIsRejected() throws Exception {
		assertThat(Given.problem(this.folder, "name", "M\uFFFDller")).startsWith("name: A letter was lost ");
	}

	@Test
	void theLeftmostProblemIsReported() throws Exception {
		assertThat(Given.problem(this.folder, "currency", "EURO", "country", "Germany")).startsWith("currency: ");
		assertThat(Given.problem(this.folder, "country", "Germany", "currency", "EURO")).startsWith("country: ");
	}

	@Test
	void aProblemNamesTheColumnAsTheFileWritesIt() throws Exception {
		assertThat(Given.problem(this.folder, "Sort Code", "1")).startsWith("Sort Code: ");
	}

	private List<InputRow> rows(String rows) throws UnreadableFile {
		return Given.rows(Given.file(this.folder, "name,iban\n" + rows));
	}

}
