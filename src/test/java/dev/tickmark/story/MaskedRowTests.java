package dev.tickmark.story;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.RowPlace;
import dev.tickmark.ledger.RowStory;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedRowTests {

	private static final RowPlace PLACE = new RowPlace(1, 2, 1, 1);

	private static final List<String> HEADER = List.of("Reference", "name", "Sort Code", "ACCOUNT_NUMBER", "phone",
			"iban", "passport_number", "amount", "note");

	@Test
	void namesAreShownAndNumbersByTheirEnd() {
		assertThat(shown(asked("INV-2026-04107", "Ann O'Neil", "40-47-84", "2000 0001", "+44 20 7946 0018",
				"GB29 NWBK 6016 1331 9268 19", "4509 120001", "40069.42", "pay to 40478420000001")))
			.containsExactly("Reference=INV-2026-04107", "name=Ann O'Neil", "Sort Code=40-47-84",
					"ACCOUNT_NUMBER=…0001", "phone=…0018", "iban=…6819", "passport_number=…0001", "amount=40069.42",
					"note=pay to …0001");
	}

	@Test
	void emptyColumnsAreLeftOutAndFieldsWithoutAColumnAreNumbered() {
		assertThat(shown(rejected("R1", "", "", "", "", "", "", "", "x", "DE89370400440532013000")))
			.containsExactly("Reference=R1", "note=x", "(field 10)=…3000");
	}

	@Test
	void aRowOutOfPlaceShowsNoNumberWhateverTheColumn() {
		assertThat(shown(rejected("DE89370400440532013000", "20000001", "12345678", "1", "22", "333", "4444",
				"20000001.00", "40 47 84 20 00 00 01")))
			.containsExactly("Reference=…3000", "name=…0001", "Sort Code=…5678", "ACCOUNT_NUMBER=…", "phone=…2",
					"iban=…3", "passport_number=…44", "amount=…0100", "note=…0001");
	}

	@Test
	void aReferenceThatHoldsTheRowsOwnNumberIsMasked() {
		assertThat(shown(asked("REF 2000-0001", "Ann", "", "20000001", "", "", "", "", "")))
			.contains("Reference=REF …0001");
		assertThat(shown(asked("1234567890", "Ann", "", "", "", "", "", "", ""))).contains("Reference=…7890");
	}

	@Test
	void lineBreaksAreSeenAndLongValuesCut() {
		assertThat(shown(asked("R1", "A\r\nB", "", "", "", "", "", "", "n ".repeat(5000)))).satisfies((lines) -> {
			assertThat(lines.get(1)).isEqualTo("name=A ↵ B");
			assertThat(lines.get(2)).hasSizeLessThan(120).endsWith("…");
		});
		assertThat(shown(
				new RowStory(PLACE, Collections.nCopies(5000, "x"), null, new Problem(null, "too many"), null, null)))
			.hasSize(101)
			.last()
			.isEqualTo("… and 4900 fields more");
	}

	private static RowStory asked(String... fields) {
		return new RowStory(PLACE, List.of(fields), new Payee(Map.of(Column.NAME, "Ann")), null, null, null);
	}

	private static RowStory rejected(String... fields) {
		return new RowStory(PLACE, List.of(fields), null, new Problem(null, "wrong"), null, null);
	}

	private static List<String> shown(RowStory row) {
		MaskedText text = new MaskedText(MaskedRow.numbers(HEADER, row), List.of(), "");
		return MaskedRow.lines(HEADER, row, text)
			.stream()
			.map((line) -> line.name().isEmpty() ? line.text() : line.name() + "=" + line.text())
			.toList();
	}

}
