package dev.tickmark.ledger;

import java.nio.file.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.BankPayments.RunRow;
import dev.tickmark.payee.Column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@LedgerTest
class BankPaymentsTests {

	private final BankPayments payments;

	private final Reconciliations reconciliations;

	private final Rows rows;

	private final Given given;

	private final GivenComparisons comparisons;

	private final JdbcClient jdbc;

	BankPaymentsTests(BankPayments payments, Reconciliations reconciliations, Rows rows, Given given,
			GivenComparisons comparisons, JdbcClient jdbc) {
		this.payments = payments;
		this.reconciliations = reconciliations;
		this.rows = rows;
		this.given = given;
		this.comparisons = comparisons;
		this.jdbc = jdbc;
	}

	@Test
	void everythingThatAPaymentSaysIsStored() {
		Reconciliation reconciliation = this.comparisons.ofBankReport(this.given.asking(1));
		this.payments.load(reconciliation, (sink) -> {
			sink.add(new ReportedPayment(1, 12, "part", "instruction", "end", "uetr", "DE12", "Änna",
					new BigDecimal("10.50"), "EUR", "RVMC", true, "Anna"));
			sink.add(payment(2));
		});
		assertThat(texts(
				"select concat_ws('|', number, line, payment_information, instruction_id, end_to_end_id,"
						+ " uetr, account, name, amount, currency, code, decided, suggested_name) from bank_payment",
				reconciliation))
			.containsExactly("1|12|part|instruction|end|uetr|DE12|Änna|10.50|EUR|RVMC|t|Anna", "2|2|f");
		assertThat(this.reconciliations.find(reconciliation.id())).map(Reconciliation::items).contains(2L);
	}

	@Test
	void aReportThatBreaksOffIsNotLoadedAtAll() {
		Reconciliation reconciliation = this.comparisons.ofBankReport(this.given.asking(1));
		assertThatThrownBy(() -> this.payments.<Exception>load(reconciliation, (sink) -> {
			sink.add(payment(1));
			throw new Exception("no end");
		})).hasMessage("no end");
		assertThat(texts("select number::text from bank_payment", reconciliation)).isEmpty();
		Reconciliation taken = this.reconciliations.takeUp(reconciliation.id(), false, Path.of("reports"));
		assertThatIllegalStateException().as("nor by who has lost it")
			.isThrownBy(() -> this.payments.load(reconciliation, (sink) -> sink.add(payment(1))));
		assertThat(texts("select number::text from bank_payment", reconciliation)).isEmpty();
		this.payments.load(taken, (sink) -> sink.add(payment(1)));
		assertThat(texts("select number::text from bank_payment", reconciliation)).containsExactly("1");
	}

	@Test
	void theRowsOfARunAreTakenAsTheyStand() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			Given.ask(sink, 2, "Anna", Given.BANFICO, "a");
			Given.ask(sink, 3, "Annie", Given.BANFICO, "a");
			Given.ask(sink, 5, "Bert", Given.PAYSWAY, "a");
			Given.reject(sink, 9, "bad");
		});
		this.comparisons.answered(this.given.verifications(run).getFirst(), "ref", Given.NOON);
		Reconciliation reconciliation = this.comparisons.ofBankReport(run);
		List<RunRow> read = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			read.clear();
			this.payments.takeRows(reconciliation.id(), run, (row) -> {
				read.add(row);
				return row(row, String.valueOf(row.fields().getFirst()));
			});
		}
		assertThat(read).extracting(RunRow::number).containsExactly(1L, 2L, 3L, 4L);
		assertThat(read).extracting(RunRow::line).containsExactly(2L, 3L, 5L, 9L);
		assertThat(read).extracting(RunRow::rejected).containsExactly(false, false, false, true);
		assertThat(read).extracting(RunRow::finding)
			.containsExactly(Given.match().reference("ref"), Given.match().reference("ref"), null, null);
		assertThat(read.getLast().payee()).isNull();
		assertThat(read.get(1).payee()).isNotNull()
			.satisfies((payee) -> assertThat(payee.get(Column.NAME)).isEqualTo("Annie"));
		assertThat(texts("select number || name from bank_row", reconciliation))
			.as("those of the attempt before are gone")
			.containsExactly("1Anna", "2Annie", "3Bert", "4bad");
	}

	@Test
	void aFileMayHaveCharactersThatNoDatabaseTakes() {
		long run = this.given.asking("An\0na");
		Reconciliation reconciliation = this.comparisons.ofBankReport(run);
		this.payments.takeRows(reconciliation.id(), run, (row) -> row(row, row.fields().getFirst()));
		assertThat(texts("select name from bank_row", reconciliation)).containsExactly("An�na");
		this.payments.load(reconciliation, (sink) -> sink
			.add(new ReportedPayment(1, 1, "\0", "\0", "\0", "\0", "\0", "\0", null, "\0", "\0", false, "\0")));
		assertThat(texts("select name from bank_payment", reconciliation)).containsExactly("�");
	}

	@Test
	void ofMoreRowsThanAreWrittenAtOnceNoneIsLost() {
		long run = this.given.asking(2001);
		Reconciliation reconciliation = this.comparisons.ofBankReport(run);
		this.payments.takeRows(reconciliation.id(), run, (row) -> row(row, "x"));
		assertThat(this.given.count("select count(*) from bank_row where reconciliation_id = ?", reconciliation.id()))
			.isEqualTo(2001);
		assertThat(
				this.given.count("select max(number) from bank_row where reconciliation_id = ?", reconciliation.id()))
			.isEqualTo(2001);
	}

	private static ReportedPayment payment(long number) {
		return new ReportedPayment(number, number, null, null, null, null, null, null, null, null, null, false, null);
	}

	private static BankRow row(RunRow row, String name) {
		return new BankRow(row.number(), row.line(), null, null, null, null, null, name, null, "RCVC");
	}

	private List<String> texts(String sql, Reconciliation reconciliation) {
		return this.jdbc.sql(sql + " where reconciliation_id = ? order by number")
			.param(reconciliation.id())
			.query((results, _) -> results.getString(1))
			.list();
	}

}
