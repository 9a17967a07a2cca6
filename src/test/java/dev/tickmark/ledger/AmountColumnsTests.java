package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountColumnsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			1234.56       | none | 1234.56
			1234,5        | none | 1234.5
			1,234         | none | none
			1,234.56      | none | none
			1.234,56      | ,    | 1234.56
			1'234.56      | .    | 1234.56
			1,234.56      | .    | 1234.56
			1 234,56      | ,    | 1234.56
			1.234         | ,    | 1234
			-5            | .    | none
			1E3           | .    | none
			EUR 5         | none | none
			12345678901234567890 | none | none
			""")
	void anAmountIsReadOnlyWhereItIsCertain(String text, @Nullable Character decimal, @Nullable BigDecimal amount) {
		AmountColumns columns = new AmountColumns(0, null, "", decimal);
		assertThat(columns.read(columns.written(List.of(text)))).isEqualTo(amount);
	}

	@Test
	void aShortRowHasNeither() {
		AmountColumns columns = new AmountColumns(1, 2, "CHF", null);
		assertThat(columns.written(List.of("Anna"))).isEmpty();
		assertThat(columns.read("")).isNull();
		assertThat(columns.currency(List.of("Anna"))).isEqualTo("CHF");
	}

	@Test
	void whatIsNoCurrencyIsNotTold() {
		AmountColumns columns = new AmountColumns(1, 0, "", null);
		assertThat(columns.currency(List.of(" eur "))).isEqualTo("EUR");
		assertThat(columns.currency(List.of("DE89370400440532013000"))).isEqualTo("others");
		assertThat(columns.currency(List.of(" "))).isEmpty();
	}

}
