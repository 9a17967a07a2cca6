package dev.tickmark.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EndingsTests {

	private static final Format CSV = new Format.Csv(',', StandardCharsets.UTF_8, null);

	private static final Format FIXED = new Format.FixedWidth(StandardCharsets.UTF_8, List.of(), 0);

	private static final Format PAYMENTS = new Format.PaymentInitiation("pain.001.001.09", false);

	private static final Format WORKBOOK = new Format.Workbook("Payees", null);

	@ParameterizedTest
	@ValueSource(strings = { "payees.csv", "PAYEES.CSV", "payees.txt", "payees", "payees.2026-11-20", ".csv" })
	void aNameThatFitsOrSaysNothingIsLeftAlone(String name) {
		assertThat(remarks(name, CSV)).isEmpty();
		assertThat(remarks(name, FIXED)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "payees.xlsx", "payees.xls", "payees.xml", "payees.XML", "payees.pdf" })
	void textThatIsNamedOtherwiseIsTold(String name) {
		assertThat(remarks(name, CSV))
			.containsExactly("The file is a table of text (CSV) whatever its name says, and was read as one.");
		assertThat(remarks(name, FIXED)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "pay.csv", "pay.xlsx", "pay.zip" })
	void aPaymentFileThatIsNamedOtherwiseIsToldWithItsMessage(String name) {
		assertThat(remarks(name, PAYMENTS)).singleElement()
			.asString()
			.startsWith("The file is a payment file (pain.001.001.09)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pay.xml", "pay.txt", "pay", "pay.001" })
	void aPaymentFileMayHaveTheUsualNames(String name) {
		assertThat(remarks(name, PAYMENTS)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "payees.csv", "payees", "payees.xls" })
	void aWorkbookIsAlwaysNamedAsOne(String name) {
		assertThat(remarks(name, WORKBOOK)).hasSize(1);
		assertThat(remarks("payees.xlsx", WORKBOOK)).isEmpty();
	}

	private static List<String> remarks(String name, Format format) {
		return Endings.remarks(Path.of("in", name), format);
	}

}
