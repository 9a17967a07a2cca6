package dev.tickmark.report.reconciliation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainNumberTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0 | 0
			999 | 999
			1000 | 1,000
			-1234567.891234 | -1,234,567.891234
			12.50 | 12.50
			2026-03-01 | 2026-03-01
			1e9 | 1e9
			""")
	void itsThousandsAreApartAndWhatIsNoNumberIsLeftAlone(String text, String shown) {
		assertThat(PlainNumber.shown(text)).isEqualTo(shown);
	}

	@Test
	void zeroIsNothingHoweverItIsWritten() {
		assertThat(PlainNumber.isSome("-0.00")).isFalse();
		assertThat(PlainNumber.isSome("-0.01")).isTrue();
		assertThat(PlainNumber.isSome("EUR 1")).isFalse();
	}

}
