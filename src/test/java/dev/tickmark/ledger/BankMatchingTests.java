package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.BankMatching.Standing;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class BankMatchingTests {

	private static final String IBAN = "DE89370400440532013000";

	private static final String OTHER = "FR1420041010050500013M02606";

	private final BankMatching matching;

	private final BankPayments payments;

	private final Given given;

	private final GivenComparisons comparisons;

	private final JdbcClient jdbc;

	private final List<ReportedPayment> reported = new ArrayList<>();

	private final List<BankRow> rows = new ArrayList<>();

	private long reconciliation;

	BankMatchingTests(BankMatching matching, BankPayments payments, Given given, GivenComparisons comparisons,
			JdbcClient jdbc) {
		this.matching = matching;
		this.payments = payments;
		this.given = given;
		this.comparisons = comparisons;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void nothing() {
		this.reported.clear();
		this.rows.clear();
	}

	@Test
	void aPaymentIsFoundByEachOfItsNames() {
		payment("u", null, "nobody's", null, null, null);
		payment(null, null, "e", IBAN, null, null);
		payment(null, null, "f", null, null, null);
		payment(null, "i", null, IBAN, null, null);
		payment(null, "j", null, OTHER, null, null);
		payment(null, null, null, IBAN, "Anna Berg", null);
		payment("strange", "strange", "strange", OTHER, "Nobody", null);
		row(null, null, null, IBAN, "Anna Berg", null);
		row(null, "j", null, null, null, null);
		row(null, "i", null, IBAN, null, null);
		row(null, null, "f", OTHER, null, null);
		row(null, null, "e", IBAN, null, null);
		row("u", null, null, IBAN, "Anna Berg", null);
		row(null, null, null, OTHER, "Somebody", null);
		assertThat(match()).containsExactly("1-6 UETR", "2-5 END_TO_END_ID", "3-4 END_TO_END_ID", "4-3 INSTRUCTION_ID",
				"5-2 INSTRUCTION_ID", "6-1 ACCOUNT_AND_NAME");
		assertThat(this.matching.standing(this.reconciliation)).isEqualTo(new Standing(7, 1, 1, 7));
		assertThat(this.matching.match(this.reconciliation)).as("twice is once").isZero();
	}

	@Test
	void idsThatAreThereTwiceAreToldApartByTheAccount() {
		payment(null, "i", "salary", OTHER, null, null);
		payment(null, "i", "salary", IBAN, null, null);
		row(null, "i", "salary", IBAN, null, null);
		row(null, "i", "salary", OTHER, null, null);
		assertThat(match()).containsExactly("1-2 END_TO_END_ID", "2-1 END_TO_END_ID");
	}

	@Test
	void idsThatAreThereTwiceSayNothingWithoutTheAccount() {
		payment(null, "i", "salary", null, null, null);
		row(null, "i", "salary", IBAN, null, null);
		row(null, "i", "salary", OTHER, null, null);
		assertThat(match()).isEmpty();
		nothing();
		payment(null, "i", "salary", null, null, null);
		payment(null, "i", "salary", null, null, null);
		row(null, "i", "salary", IBAN, null, null);
		assertThat(match()).isEmpty();
	}

	@Test
	void paymentsThatAreAlikeInEverythingAreTakenInTheirOrder() {
		payment(null, null, "salary", IBAN, "Anna", "10");
		payment(null, null, "salary", IBAN, "Anna", "10");
		payment(null, null, "salary", IBAN, "Anna", "10");
		row(null, null, "salary", IBAN, "Anna", "10");
		row(null, null, "salary", IBAN, "Anna", "10");
		assertThat(match()).containsExactly("1-1 END_TO_END_ID", "2-2 END_TO_END_ID");
	}

	@Test
	void withoutAnIdAccountAndNameAreIt() {
		payment(null, null, null, IBAN, "Anna Berg", "10.0");
		payment(null, null, null, IBAN, "Anna Berg", "20");
		payment(null, null, null, IBAN, "Carl", null);
		payment(null, null, null, null, "Dora", null);
		payment(null, null, null, IBAN, null, null);
		row(null, null, "a", IBAN, "Anna Berg", "20.00");
		row(null, null, "b", IBAN, "Anna Berg", "10.00");
		row(null, null, "c", OTHER, "Carl", null);
		row(null, null, null, null, "Dora", null);
		row(null, null, null, IBAN, null, null);
		assertThat(match()).containsExactly("1-2 ACCOUNT_AND_NAME", "2-1 ACCOUNT_AND_NAME");
	}

	@ParameterizedTest
	@CsvSource({ "Anna Berg, ANNA BERG", "Anna Berg, 'Anna   Berg'", "' Anna Berg ', anna berg",
			"'Anna\tBerg', Anna Berg", "'Anna\nBerg', Anna Berg", "JÖRG ÄNDER, Jörg Änder" })
	void aNameMayHaveOtherSpacesAndLetters(String there, String here) {
		payment(null, null, null, IBAN, there, "10");
		row(null, null, null, IBAN, here, "10.00");
		assertThat(match()).containsExactly("1-1 ACCOUNT_AND_NAME");
		nothing();
		payment(null, null, null, IBAN, there, null);
		row(null, null, null, IBAN, here, "10.00");
		assertThat(match()).as("without the amount").containsExactly("1-1 ACCOUNT_AND_NAME");
	}

	@Test
	void anotherAmountIsNoObstacleWhereThereIsNoOther() {
		payment(null, null, null, IBAN, "Anna", "11");
		row(null, null, null, IBAN, "Anna", "10");
		assertThat(match()).containsExactly("1-1 ACCOUNT_AND_NAME");
	}

	@Test
	void eachResultIsTold() {
		pair("RCVC", "RCVC", true);
		pair("RVNM", "RCVC", true);
		pair("PDNG", "RVNM", true);
		pair("PDNG", "PDNG", true);
		pair("RCVC", "PDNG", true);
		pair("RCVC", "ACCP", false);
		pair("RCVC", null, false);
		pair("PDNG", null, false);
		payment("strange", null, null, null, "Nobody", null);
		row("unlisted", null, "e", IBAN, "Somebody", "7");
		match();
		assertThat(results(null)).containsExactly(BankResult.SAME, BankResult.DIFFERENT_VERDICT, BankResult.OPEN_HERE,
				BankResult.OPEN_HERE, BankResult.NOT_CLEAR, BankResult.NOT_CLEAR, BankResult.NOT_CLEAR,
				BankResult.NOT_CLEAR, BankResult.NOT_IN_RUN, BankResult.NOT_IN_REPORT);
		List<BankItem> all = each(null, false);
		assertThat(all.getFirst().rule()).isEqualTo("UETR");
		assertThat(all.get(1).code()).isEqualTo("RVNM");
		assertThat(all.get(1).bankCode()).isEqualTo("RCVC");
		assertThat(all.get(8).line()).isNull();
		assertThat(all.get(8).reportLine()).isEqualTo(109);
		BankItem unlisted = all.getLast();
		assertThat(unlisted).isEqualTo(new BankItem(BankResult.NOT_IN_REPORT, null, 9L, null, "e", IBAN, "Somebody",
				new BigDecimal("7"), "RCVC", null, null));
	}

	@Test
	void whatTheCountersSayOfTheRestIsComparedToo() {
		pair("RCVC", "RVNM", true);
		row("a", null, null, null, "Anna", null);
		this.rows.add(bankRow("b", "RVNM"));
		this.rows.add(bankRow("c", "PDNG"));
		match();
		assertThat(results("RCVC")).containsExactly(BankResult.DIFFERENT_VERDICT, BankResult.SAME,
				BankResult.DIFFERENT_VERDICT, BankResult.OPEN_HERE);
		assertThat(each("RCVC", false)).extracting(BankItem::rule)
			.containsExactly("UETR", "COUNTED", "COUNTED", "COUNTED");
		assertThat(each("RCVC", false)).extracting(BankItem::bankCode).containsExactly("RVNM", "RCVC", "RCVC", "RCVC");
		assertThat(results(null)).containsExactly(BankResult.DIFFERENT_VERDICT, BankResult.NOT_IN_REPORT,
				BankResult.NOT_IN_REPORT, BankResult.NOT_IN_REPORT);
	}

	private void pair(String code, @Nullable String bankCode, boolean decided) {
		String uetr = "uetr " + this.rows.size();
		long number = this.reported.size() + 1;
		this.reported.add(new ReportedPayment(number, number + 100, null, null, null, uetr, null, null, null, null,
				bankCode, decided, null));
		this.rows.add(bankRow(uetr, code));
	}

	private BankRow bankRow(@Nullable String uetr, String code) {
		long number = this.rows.size() + 1;
		return new BankRow(number, number, null, null, null, uetr, null, null, null, code);
	}

	private void payment(@Nullable String uetr, @Nullable String instruction, @Nullable String endToEnd,
			@Nullable String account, @Nullable String name, @Nullable String amount) {
		long number = this.reported.size() + 1;
		this.reported.add(new ReportedPayment(number, number + 100, null, instruction, endToEnd, uetr, account, name,
				decimal(amount), null, "RCVC", true, null));
	}

	private void row(@Nullable String uetr, @Nullable String instruction, @Nullable String endToEnd,
			@Nullable String account, @Nullable String name, @Nullable String amount) {
		long number = this.rows.size() + 1;
		this.rows.add(
				new BankRow(number, number, null, instruction, endToEnd, uetr, account, name, decimal(amount), "RCVC"));
	}

	private static @Nullable BigDecimal decimal(@Nullable String amount) {
		return (amount != null) ? new BigDecimal(amount) : null;
	}

	private List<String> match() {
		long run = this.given.asking(this.rows.size());
		Reconciliation made = this.comparisons.ofBankReport(run);
		this.reconciliation = made.id();
		this.payments.load(made, (sink) -> {
			for (ReportedPayment payment : this.reported) {
				sink.add(payment);
			}
		});
		AtomicInteger next = new AtomicInteger();
		this.payments.takeRows(made.id(), run, (_) -> this.rows.get(next.getAndIncrement()));
		long matched = this.matching.match(made.id());
		List<String> matches = this.jdbc
			.sql("select payment_number || '-' || row_number || ' ' || rule from bank_match"
					+ " where reconciliation_id = ? order by payment_number")
			.param(made.id())
			.query((results, _) -> results.getString(1))
			.list();
		assertThat(matches).hasSize((int) matched);
		return matches;
	}

	private List<BankResult> results(@Nullable String implied) {
		List<BankResult> results = each(implied, false).stream().map(BankItem::result).toList();
		assertThat(each(implied, true)).extracting(BankItem::result)
			.containsExactlyElementsOf(results.stream().filter(BankResult::isDifference).toList());
		return results;
	}

	/** All of them, or the differences; in either case as many as are counted. */
	private List<BankItem> each(@Nullable String implied, boolean differences) {
		List<BankItem> all = new ArrayList<>();
		this.matching.each(this.reconciliation, implied, differences, all::add);
		Map<BankResult, Long> counted = new EnumMap<>(BankResult.class);
		counted.putAll(this.matching.counts(this.reconciliation, implied));
		counted.keySet().removeIf((result) -> differences && !result.isDifference());
		Map<BankResult, Long> told = new EnumMap<>(BankResult.class);
		all.forEach((item) -> told.merge(Objects.requireNonNull(item.result()), 1L, Long::sum));
		assertThat(told).isEqualTo(counted);
		return all;
	}

}
