package dev.tickmark.payee;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class PayeeTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t", "\n \r" })
	void aBlankValueIsAbsent(String blank) {
		Payee payee = new Payee(Map.of(Column.NAME, blank, Column.IBAN, "DE89370400440532013000"));
		assertThat(payee.get(Column.NAME)).isNull();
		assertThat(payee.has(Column.NAME)).isFalse();
		assertThat(payee.has(Column.IBAN)).isTrue();
		assertThat(payee.has(Column.IBAN, Column.NAME)).isFalse();
		assertThat(payee).isEqualTo(new Payee(Map.of(Column.IBAN, "DE89370400440532013000")));
	}

	@Test
	void aValueThatMustBeThereAndIsNotIsNamed() {
		Payee payee = new Payee(Map.of(Column.SORT_CODE, "200000"));
		assertThat(payee.require(Column.SORT_CODE)).isEqualTo("200000");
		assertThatNullPointerException().isThrownBy(() -> payee.require(Column.ACCOUNT_NUMBER))
			.withMessage("no account_number");
	}

	@ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
	@CsvSource(nullValues = "-",
			value = { "Acme Ltd,-,-,-,Acme Ltd", "Acme Ltd,Anna,-,Berg,Acme Ltd", "-,Anna,Maria,Berg,Anna Maria Berg",
					"-,Anna,-,Berg,Anna Berg", "-,-,-,Berg,Berg", "-,Anna,' ',Berg,Anna Berg", "-,-,-,-,-" })
	void theWholeNameIsTheNameOrItsParts(@Nullable String name, @Nullable String first, @Nullable String middle,
			@Nullable String last, @Nullable String whole) {
		Map<Column, String> values = new EnumMap<>(Column.class);
		put(values, Column.NAME, name);
		put(values, Column.FIRST_NAME, first);
		put(values, Column.MIDDLE_NAME, middle);
		put(values, Column.LAST_NAME, last);
		assertThat(new Payee(values).fullName()).isEqualTo(whole);
	}

	@Test
	void theTypeIsOneOfTwoOrNotGiven() {
		assertThat(new Payee(Map.of(Column.TYPE, "BUSINESS")).type()).isEqualTo(PayeeType.BUSINESS);
		assertThat(new Payee(Map.of(Column.TYPE, "PERSONAL")).type()).isEqualTo(PayeeType.PERSONAL);
		assertThat(new Payee(Map.of()).type()).isNull();
	}

	@Test
	void aPayeeShowsNoneOfItsValues() {
		Map<Column, String> values = new EnumMap<>(Column.class);
		for (Column column : Column.values()) {
			values.put(column, "value-of-" + column.ordinal());
		}
		assertThat(new Payee(values).toString()).doesNotContain("value-of-").contains("IBAN", "PASSPORT_NUMBER");
	}

	@Test
	void laterChangesToTheMapChangeNoPayee() {
		Map<Column, String> values = new EnumMap<>(Column.class);
		values.put(Column.NAME, "Anna Berg");
		Payee payee = new Payee(values);
		values.put(Column.NAME, "Somebody Else");
		assertThat(payee.get(Column.NAME)).isEqualTo("Anna Berg");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> payee.values().clear());
	}

	@ParameterizedTest
	@EnumSource
	void aColumnIsFoundByItsOwnHeader(Column column) {
		assertThat(Column.named(column.header())).contains(column);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sort_code", "Sort Code", "SORT-CODE", "  sort code ", "sort - code", "Sort\u0009Code" })
	void neitherCaseNorTheDividerOfAHeaderMatters(String header) {
		assertThat(Column.named(header)).contains(Column.SORT_CODE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "sortcode", "sort_codes", "sort_code_", "_sort_code", "amounts" })
	void anyOtherHeaderMeansNothing(String header) {
		assertThat(Column.named(header)).isEmpty();
	}

	@Test
	void aRowHasEitherAPayeeOrAProblem() {
		Payee payee = new Payee(Map.of(Column.NAME, "Anna Berg"));
		Problem problem = new Problem("iban", "The check digits are wrong.");
		assertThat(InputRow.good(2, List.of("a"), payee).problem()).isNull();
		assertThat(InputRow.bad(2, List.of("a"), problem).payee()).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> new InputRow(2, List.of("a"), payee, problem));
		assertThatIllegalArgumentException().isThrownBy(() -> new InputRow(2, List.of("a"), null, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Banfico", "1bank", "bank-131", "a2345678901234567890x", "banfico\n" })
	void aProvidersNameHasAForm(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ProviderName(name));
	}

	private static void put(Map<Column, String> values, Column column, @Nullable String value) {
		if (value != null) {
			values.put(column, value);
		}
	}

}
