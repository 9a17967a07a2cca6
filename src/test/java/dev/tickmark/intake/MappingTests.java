package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MappingTests {

	@TempDir
	Path folder;

	@Test
	void columnsAreFoundByNamePatternAndPositionAndSomeAreFixed() throws UnreadableFile {
		Map<Column, Source> columns = Map.of(Column.NAME, new Source.Named(List.of("Empfänger", "Kreditor")),
				Column.IBAN, new Source.Like(Pattern.compile("Konto.*")), Column.REFERENCE, new Source.At(3),
				Column.CURRENCY, new Source.Fixed("EUR"));
		List<InputRow> rows = rows("KREDITOR;Kontonummer (IBAN);Beleg;iban\nErika;" + Given.IBAN + ";R-1;carried\n",
				with(columns));
		assertThat(rows).singleElement().satisfies((row) -> {
			assertThat(row.payee()).isEqualTo(new Payee(Map.of(Column.NAME, "Erika", Column.IBAN, Given.IBAN,
					Column.REFERENCE, "R-1", Column.CURRENCY, "EUR")));
			assertThat(row.fields()).containsExactly("Erika", Given.IBAN, "R-1", "carried");
		});
	}

	@Test
	void whatTheDefinitionNamesAndTheFileDoesNotHaveIsTold() {
		Path file = Given.file(this.folder, "Kreditor,Konto,Konto 2\nErika,x,y\n");
		assertThatExceptionOfType(UnreadableFile.class)
			.isThrownBy(() -> PayeeFile.open(file,
					with(Map.of(Column.NAME, new Source.Named(List.of("Empfänger")), Column.IBAN,
							new Source.Like(Pattern.compile("Konto.*"))))))
			.withMessageContaining("no column named Empfänger for name")
			.withMessageContaining("more than one column whose name has the form Konto.* for iban: number 2, number 3")
			.withMessageContaining("The header has: Kreditor, Konto, Konto 2");
	}

	@Test
	void aFileWithoutAHeaderIsReadFromItsFirstLine() throws UnreadableFile {
		Input input = new Input(null, null, null, false, null,
				Map.of(Column.NAME, new Source.At(1), Column.IBAN, new Source.At(2)), List.of(), Notation.ISO, false);
		Path file = Given.file(this.folder, "Erika," + Given.IBAN + ",note\nOtto," + Given.IBAN + ",\n");
		PayeeFile opened = PayeeFile.open(file, input);
		assertThat(opened.rows()).isEqualTo(2);
		assertThat(opened.layout().header()).containsExactly("name", "iban", "column_3");
		List<InputRow> rows = new ArrayList<>();
		opened.<RuntimeException>read(rows::add);
		assertThat(rows).extracting(InputRow::line).containsExactly(1L, 2L);
	}

	@Test
	void aPayeeIsNotTakenForAHeaderBecauseColumnsAreToldByPosition() {
		Map<Column, Source> columns = Map.of(Column.NAME, new Source.At(1), Column.IBAN, new Source.At(2));
		Path file = Given.file(this.folder, "Erika," + Given.IBAN + "\nOtto," + Given.IBAN + "\n");
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> PayeeFile.open(file, with(columns)))
			.withMessageContaining("line 1: the line looks like a payee, not like a header. Say header: no");
	}

	@Test
	void aFixedWidthLineThatIsSkippedIsNoPayee() {
		Input input = new Input(Input.Kind.FIXED_WIDTH, null, null, true, null, Map.of(),
				List.of(new Input.Field("name", 1, 12), new Input.Field("iban", 13, 22)), Notation.ISO, false);
		Path file = Given.file(this.folder, "Jürgen      " + Given.IBAN + "\nErika       " + Given.IBAN + "\n");
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> PayeeFile.open(file, input))
			.withMessageContaining("looks like a payee");
	}

	@Test
	void aSheetWithoutAHeaderIsReadFromItsFirstRow() throws UnreadableFile {
		Input input = new Input(null, null, null, false, null,
				Map.of(Column.NAME, new Source.At(1), Column.IBAN, new Source.At(2)), List.of(), Notation.ISO, false);
		Path file = GivenWorkbook.rows(this.folder, List.of("Erika", Given.IBAN), List.of("Otto", Given.IBAN));
		PayeeFile opened = PayeeFile.open(file, input);
		assertThat(opened.rows()).isEqualTo(2);
		List<InputRow> rows = new ArrayList<>();
		opened.<RuntimeException>read(rows::add);
		assertThat(rows).extracting((row) -> row.fields().getFirst()).containsExactly("Erika", "Otto");
	}

	@Test
	void fixedWidthLinesHaveTheirFieldsCut() throws UnreadableFile {
		Input input = new Input(Input.Kind.FIXED_WIDTH, null, null, false, null, Map.of(), List
			.of(new Input.Field("name", 1, 12), new Input.Field("iban", 13, 22), new Input.Field("note", 35, 5)),
				Notation.ISO, false);
		String text = "Jürgen      " + Given.IBAN + "abc\r\n\r\nErika       " + Given.IBAN + "\nOtto\n";
		List<InputRow> rows = rows(text, input);
		assertThat(rows).extracting(InputRow::line).containsExactly(1L, 3L, 4L);
		assertThat(rows.getFirst().fields()).containsExactly("Jürgen", Given.IBAN, "abc");
		assertThat(rows.get(1).fields()).containsExactly("Erika", Given.IBAN, "");
		assertThat(rows.get(2).payee()).isNotNull();
	}

	@Test
	void datesAreReadAsTheDefinitionWritesThemOrAsYearMonthDay() throws UnreadableFile {
		Input input = new Input(null, null, null, true, null, Map.of(), List.of(),
				new Notation(List.of("dd.MM.yyyy", "yyyyMMdd"), null), false);
		List<InputRow> rows = rows("name,iban,contract_date\nA," + Given.IBAN + ",31.01.2026\nB," + Given.IBAN
				+ ",20260131\nC," + Given.IBAN + ",31.02.2026\nD," + Given.IBAN + ",2026-01-31\n", input);
		assertThat(rows.get(0).payee()).extracting((payee) -> payee.get(Column.CONTRACT_DATE)).isEqualTo("2026-01-31");
		assertThat(rows.get(1).payee()).extracting((payee) -> payee.get(Column.CONTRACT_DATE)).isEqualTo("2026-01-31");
		assertThat(rows.get(2).problem()).extracting(Problem::text).asString().contains("dd.MM.yyyy or yyyyMMdd");
		assertThat(rows.get(3).payee()).extracting((payee) -> payee.get(Column.CONTRACT_DATE)).isEqualTo("2026-01-31");
	}

	private List<InputRow> rows(String text, Input input) throws UnreadableFile {
		List<InputRow> rows = new ArrayList<>();
		PayeeFile.open(Given.file(this.folder, text), input).<RuntimeException>read(rows::add);
		return rows;
	}

	private static Input with(Map<Column, Source> columns) {
		return new Input(null, null, null, true, null, columns, List.of(), Notation.ISO, false);
	}

}
