package dev.tickmark.report;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			1234.56     | none | 1234.56
			1,234.56    | none | 1234.56
			1.234,56    | none | 1234.56
			1234,5      | none | 1234.5
			1,234       | none | 1234
			1,234,567   | none | 1234567
			1.234       | none | 1.234
			1.234       | ,    | 1234
			1,234       | .    | 1234
			EUR 1'234.50 | none | 1234.50
			€ 12        | none | 12
			-500        | none | none
			(500)       | none | none
			1.5E3       | none | none
			twelve      | none | none
			1.2.3       | none | none
			12345678901234567890 | none | none
			""")
	void amountsAreReadAsPeopleWriteThem(String text, @Nullable Character decimal, @Nullable BigDecimal amount) {
		assertThat(AmountText.parse(text, decimal)).isEqualTo(amount);
	}

}
