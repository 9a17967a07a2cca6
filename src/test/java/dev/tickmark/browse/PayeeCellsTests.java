package dev.tickmark.browse;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tickmark.payee.Column;

import static org.assertj.core.api.Assertions.assertThat;

class PayeeCellsTests {

	private static final String IBAN = "DE89370400440532013000";

	private final PayeeCells cells = new PayeeCells(
			Map.of(Column.REFERENCE, 0, Column.NAME, 1, Column.IBAN, 2, Column.ACCOUNT_NUMBER, 3));

	@Test
	void aRowIsShownByItsReferenceItsNameAndTheEndOfItsAccount() {
		List<String> row = List.of("INV-2026-04107", "Leopoldine Gruberschlag", IBAN, "");
		assertThat(this.cells.reference(row)).isEqualTo("INV-2026-04107");
		assertThat(this.cells.name(row)).isEqualTo("Leopoldine Gruberschlag");
		assertThat(this.cells.shown(row)).isEqualTo("\u20263000");
	}

	@Test
	void aRowWhoseColumnsAreShiftedShowsNoWholeNumber() {
		List<String> left = List.of("Hans Meyer", "DE89 3704 0044 0532 0130 00", "");
		assertThat(this.cells.name(left)).isEqualTo("\u20263000");
		assertThat(this.cells.key(left).name()).endsWith("3000").hasSizeLessThan(8);
		List<String> right = List.of("de89 3704 0044 0532 0130 00", "Hans Meyer", "INV-1");
		assertThat(this.cells.reference(right)).isEqualTo("\u20263000");
		List<String> both = List.of("payment 12345678", "Hans Meyer 12345678", IBAN, "12345678");
		assertThat(this.cells.reference(both)).isEqualTo("\u20265678");
		assertThat(this.cells.name(both)).isEqualTo("Hans Meyer \u20265678");
	}

	@Test
	void numbersThatAreNobodysAreLeftAlone() {
		List<String> row = List.of("2026041070001", "4 You GmbH & Co. 2000 KG, 1010 Wien", IBAN, "");
		assertThat(this.cells.reference(row)).isEqualTo("2026041070001");
		assertThat(this.cells.name(row)).isEqualTo("4 You GmbH & Co. 2000 KG, 1010 Wien");
	}

}
