package dev.tickmark.intake;

import java.math.BigDecimal;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PriceTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.10 | 0.10
			0,10 | 0.10
			0,125 | 0.125
			1,250 | 1250
			1.234,50 | 1234.50
			1,234.50 | 1234.50
			1 234,50 | 1234.50
			1’234.50 | 1234.50
			1.234.567 | 1234567
			.5 | 0.5
			12 | 12
			-0.10 | -0.10
			0,10- | -0.10
			(0.10) | -0.10
			−0,10 | -0.10
			""")
	void anAmountIsReadWithoutKnowingItsSeparator(String written, BigDecimal amount) {
		assertThat(PriceText.parse(written, null)).isEqualTo(new PriceText.Amount(amount, null, false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.10 EUR | EUR
			EUR 0.10 | EUR
			0.10€ | EUR
			£0.10 | GBP
			-$0.10 | USD
			""")
	void aCurrencyBesideItIsUnderstood(String written, String currency) {
		PriceText.Amount amount = Objects.requireNonNull(PriceText.parse(written, null), "no amount");
		assertThat(amount.currency()).isEqualTo(currency);
		assertThat(amount.value().abs()).isEqualByComparingTo("0.10");
	}

	@Test
	void theSeparatorThatIsSaidHolds() {
		assertThat(PriceText.parse("1,250", ',')).isEqualTo(new PriceText.Amount(new BigDecimal("1.250"), null, false));
		assertThat(PriceText.parse("1.250", ',')).isEqualTo(new PriceText.Amount(new BigDecimal("1250"), null, false));
		// ten times or a hundred times the price would be worse than none
		assertThat(PriceText.parse("0.10", ',')).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "", "-", "1e5", "0.10 XQZ", "EUR 0.10 EUR", "1,2,3", "12 34", "0.10%", "--1", "1.",
			".", "¤5", "12345678901234567890" })
	void whatIsNoAmountForCertainIsNone(String written) {
		assertThat(PriceText.parse(written, null)).isNull();
	}

}
