package dev.tickmark.provider;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingTests {

	private static final Column[] ASKED = { Column.NAME, Column.IBAN, Column.BIC };

	private final Routing routing = new Routing(List.of(Given.provider("gamma", 30), Given.provider("alpha", 10, ASKED),
			Given.provider("beta", 20, ASKED)));

	@Test
	void theLowestRankThatCoversTheRowTakesIt() {
		assertThat(to(Given.payee(Column.IBAN, "x", Column.NAME, "Anna")).provider())
			.isEqualTo(new ProviderName("alpha"));
	}

	@Test
	void aRowThatNamesItsProviderGoesThereAndNowhereElse() {
		assertThat(to(Given.payee(Column.IBAN, "x", Column.NAME, "Anna", Column.PROVIDER, "beta")).provider())
			.isEqualTo(new ProviderName("beta"));
		assertThat(to(Given.payee(Column.PHONE, "5", Column.NAME, "Anna", Column.PROVIDER, "gamma")).provider())
			.as("although it would not take the row by itself")
			.isEqualTo(new ProviderName("gamma"));
	}

	@Test
	void aProviderThatDoesNotExistIsAProblemOfTheRow() {
		assertThat(nowhere(Given.payee(Column.IBAN, "x", Column.NAME, "Anna", Column.PROVIDER, "acme")))
			.isEqualTo(new Problem("provider", "there is no provider \"acme\"; known are alpha, beta, gamma"));
		assertThat(nowhere(Given.payee(Column.IBAN, "x", Column.PROVIDER, "n".repeat(5000))).text())
			.contains("\"" + "n".repeat(20) + "…\"")
			.hasSizeLessThan(100);
	}

	@Test
	void aRowThatNobodyCoversGoesNowhere() {
		assertThat(nowhere(Given.payee(Column.NAME, "Anna")))
			.isEqualTo(new Problem(null, "no provider covers this row; it would need one of: an iban for alpha (alpha);"
					+ " an iban for beta (beta); an iban for gamma (gamma)"));
	}

	@Test
	void aRowThatLacksWhatItsProviderNeedsIsNotPassedOnToAnother() {
		assertThat(nowhere(Given.payee(Column.IBAN, "x"))).isEqualTo(new Problem("name", "A name is needed."));
		assertThat(nowhere(Given.payee(Column.IBAN, "x", Column.PROVIDER, "beta")))
			.isEqualTo(new Problem("name", "A name is needed."));
	}

	@Test
	void rowsThatAskTheSameAreTheSameQuestion() {
		assertThat(question(Column.IBAN, "x", Column.NAME, "Anna"))
			.isEqualTo(question(Column.NAME, "Anna", Column.IBAN, "x"))
			.hasSize(32);
	}

	@Test
	void namingTheProviderThatWouldBeTakenAnywayAsksTheSame() {
		assertThat(question(Column.IBAN, "x", Column.NAME, "Anna", Column.PROVIDER, "alpha"))
			.isEqualTo(question(Column.IBAN, "x", Column.NAME, "Anna"));
	}

	@ParameterizedTest
	@EnumSource(names = { "NAME", "IBAN", "BIC" })
	void everyValueThatIsAskedMakesAnotherQuestion(Column column) {
		assertThat(question(with(column, "one"))).isNotEqualTo(question(with(column, "two")));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "NAME", "IBAN", "BIC", "PROVIDER" })
	void noOtherColumnDoes(Column column) {
		assertThat(question(with(column, "one"))).isEqualTo(question(with(column, "two")))
			.isEqualTo(question(with(Column.NAME, "Anna")));
	}

	@Test
	void valuesDoNotRunTogether() {
		assertThat(question(Column.IBAN, "c", Column.NAME, "ab"))
			.isNotEqualTo(question(Column.IBAN, "bc", Column.NAME, "a"));
		assertThat(question(Column.IBAN, "b", Column.BIC, "c", Column.NAME, "a"))
			.isNotEqualTo(question(Column.IBAN, "bBICc", Column.NAME, "a"));
		assertThat(question(Column.IBAN, "x", Column.NAME, "Zoë"))
			.isNotEqualTo(question(Column.IBAN, "x", Column.NAME, "Zoe\u0308"));
	}

	@Test
	void theSameValueInAnotherColumnIsAnotherQuestion() {
		Payee inBic = Given.payee(Column.IBAN, "x", Column.BIC, "v", Column.NAME, "v");
		Payee inName = Given.payee(Column.IBAN, "v", Column.BIC, "x", Column.NAME, "v");
		assertThat(question(inBic)).isNotEqualTo(question(inName));
	}

	@Test
	void anotherProviderIsAskedAnotherQuestion() {
		assertThat(question(Column.IBAN, "x", Column.NAME, "Anna", Column.PROVIDER, "beta"))
			.isNotEqualTo(question(Column.IBAN, "x", Column.NAME, "Anna"));
	}

	private static Payee with(Column column, String value) {
		return (column == Column.NAME) ? Given.payee(Column.IBAN, "x", Column.NAME, value)
				: Given.payee(Column.IBAN, "x", Column.NAME, "Anna", column, value);
	}

	private byte[] question(Object... columnsAndValues) {
		return question(Given.payee(columnsAndValues));
	}

	private byte[] question(Payee payee) {
		return to(payee).question();
	}

	private Routing.Route.To to(Payee payee) {
		return (Routing.Route.To) this.routing.route(payee, List.of());
	}

	private Problem nowhere(Payee payee) {
		return ((Routing.Route.Nowhere) this.routing.route(payee, List.of())).problem();
	}

}
