package dev.tickmark.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tickmark.ledger.GivenComparisons.Compared;
import dev.tickmark.payee.CallKind;

import static dev.tickmark.ledger.Given.NOON;
import static dev.tickmark.ledger.GivenComparisons.TOLERANCE;
import static dev.tickmark.ledger.GivenComparisons.UNSTOPPED;
import static dev.tickmark.ledger.GivenComparisons.line;
import static dev.tickmark.ledger.GivenComparisons.made;
import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class PayeeAndTimeTests {

	private static final String IBAN = "DE89370400440532013000";

	private final StatementMatching matching;

	private final PayeeMatching payees;

	private final GivenComparisons comparisons;

	PayeeAndTimeTests(StatementMatching matching, PayeeMatching payees, GivenComparisons comparisons) {
		this.matching = matching;
		this.payees = payees;
		this.comparisons = comparisons;
	}

	@ParameterizedTest
	@CsvSource({ "DE89370400440532013000, true", "****3000, true", "*3000, true", "DE89****3000, true",
			"DE**3704**0532*3000, true", "******************3000, true", "DE89**************3000, true",
			"DE89***3000, true", "****30, false", "*0, false", "DE8937************00, true", "DE893704********, true",
			"****4000, false", "DE88****3000, false", "*DE89**4000, false", "FR**3000, false",
			"DE89370400440532013001, false", "3000, false", "****, false", "*, false" })
	void anAccountIsComparedAsFarAsTheStatementShowsIt(String written, boolean same) {
		assertThat(one(line().account(written), made().account(IBAN))).isEqualTo(same);
	}

	@ParameterizedTest
	@CsvSource({ "1%3000, 1993000", "1_3000, 193000", "1\\3000, 13000", "%3000, 1993000", "%%%%, 3000", "____, 3000",
			"12____, 123456" })
	void whatIsAPatternElsewhereIsNoneInAnAccount(String written, String known) {
		assertThat(one(line().account(written), made().account(known))).isFalse();
		assertThat(one(line().account(written), made().account(written))).as("but itself").isTrue();
		assertThat(one(line().account("*" + written), made().account("99" + written))).as("also masked").isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Anna Berg, Anna Berg, true", "ANNA BERG, Anna Berg, true", "' Anna   Berg ', Anna Berg, true",
			"Anna Berg, Anna Bergmann, false", ", Anna Berg, true", "Anna Berg, , true", ", , true" })
	void aNameIsComparedWhereBothSidesSayIt(@Nullable String written, @Nullable String known, boolean same) {
		assertThat(one(line().account(IBAN).name(written), made().account(IBAN).name(known))).isEqualTo(same);
	}

	@Test
	void withoutAnAccountThereIsNoPayee() {
		assertThat(one(line().name("Anna"), made().account(IBAN).name("Anna"))).isFalse();
		assertThat(one(line().account(IBAN).name("Anna"), made().name("Anna"))).isFalse();
		assertThat(one(line().account(IBAN).at(null), made().account(IBAN))).isFalse();
		assertThat(one(line().account(IBAN).kind(CallKind.STATUS), made().account(IBAN))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0, true", "300000000, true", "300000001, false", "-300000000, true", "-300000001, false" })
	void theTimesMayBeAsFarApartAsTheClocks(long micros, boolean same) {
		assertThat(TOLERANCE.toNanos() / 1000).isEqualTo(300_000_000);
		assertThat(one(line().account(IBAN).at(NOON.plusNanos(micros * 1000)), made().account(IBAN))).isEqualTo(same);
	}

	@Test
	void ofSeveralTheNearestInTimeIsItWhicheverWay() {
		// line 1 is nearest to call 2, which is nearer to line 2
		assertThat(matches(List.of(at(100), at(110)), List.of(call(70), call(112))))
			.containsExactly("1-1 PAYEE_AND_TIME", "2-2 PAYEE_AND_TIME");
		assertThat(matches(List.of(at(100)), List.of(call(70), call(112), call(90))))
			.containsExactly("1-3 PAYEE_AND_TIME");
		assertThat(matches(List.of(at(70), at(112), at(90)), List.of(call(100)))).containsExactly("3-1 PAYEE_AND_TIME");
	}

	@Test
	void howeverManyThereAreOfOnePayeeEachHasItsOwn() {
		List<LineOf> lines = IntStream.range(0, 120).mapToObj((_) -> at(0)).toList();
		assertThat(matches(lines, IntStream.range(0, 120).mapToObj((_) -> call(0)).toList())).as("all at once")
			.hasSize(120);
		assertThat(matches(lines, IntStream.range(0, 120).mapToObj(PayeeAndTimeTests::call).toList()))
			.as("in whole minutes there")
			.hasSize(120);
		assertThat(matches(IntStream.range(0, 120).mapToObj((i) -> at(i + 1)).toList(),
				IntStream.range(0, 120).mapToObj(PayeeAndTimeTests::call).toList()))
			.as("by a clock that is ahead")
			.hasSizeGreaterThanOrEqualTo(119);
	}

	@Test
	void aLineThatIsThereTwiceIsNotAnotherCallOfThePayee() {
		Compared compared = this.comparisons.compared(List.of(at(0).reference("a"), at(0).reference("a")),
				List.of(call(0).reference("a"), call(1).reference("b")));
		this.matching.byReference(compared.id());
		assertThat(this.payees.match(compared.scope(), UNSTOPPED)).isZero();
		assertThat(compared.matches()).containsExactly("1-1 REFERENCE");
	}

	@Test
	void norIsOneThatNamesARequestTwice() {
		Compared compared = this.comparisons.compared(List.of(at(0).key("a"), at(0).key("a")),
				List.of(call(0).key("a"), call(1).key("b")));
		this.matching.byRequestId(compared.id());
		assertThat(this.payees.match(compared.scope(), UNSTOPPED)).isZero();
		assertThat(compared.matches()).containsExactly("1-1 REQUEST_ID");
	}

	@Test
	void aReferenceThatNobodyHereKnowsIsNoneOfACallThatHasAnother() {
		Compared compared = this.comparisons.compared(List.of(at(0).reference("invoice item 1")),
				List.of(call(0).reference("b")));
		assertThat(this.payees.match(compared.scope(), UNSTOPPED)).isZero();
	}

	private static LineOf at(int seconds) {
		return line().account("****3000").at(second(seconds));
	}

	private static CallOf call(int seconds) {
		return made().account(IBAN).at(second(seconds));
	}

	private static Instant second(int seconds) {
		return NOON.plusSeconds(seconds);
	}

	private boolean one(LineOf line, CallOf call) {
		return !matches(List.of(line), List.of(call)).isEmpty();
	}

	private List<String> matches(List<LineOf> lines, List<CallOf> calls) {
		Compared compared = this.comparisons.compared(lines, calls);
		long matched = this.payees.match(compared.scope(), UNSTOPPED);
		assertThat(compared.matches()).hasSize((int) matched);
		return compared.matches();
	}

}
