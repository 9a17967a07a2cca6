package dev.tickmark.ledger;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Payee;

/** The payments of banks' reports, and the rows of runs beside them. */
@Repository
public class BankPayments {

	private static final String ROWS = """
			select r.number, r.line, r.fields, r.payee, r.problem, v.verdict, v.account_state, v.name_match,
				v.account_type_match, v.basis, v.reason, v.reason_code, v.suggested_name, v.provider_reference
			from payee_row r
			left join verification v on v.run_id = r.run_id and v.provider = r.provider and v.question = r.question
			where r.run_id = ? order by r.number""";

	private final Copying copying;

	private final JdbcClient jdbc;

	private final JdbcTemplate streaming;

	private final Reconciliations reconciliations;

	BankPayments(Copying copying, JdbcTemplate template, Reconciliations reconciliations) {
		this.copying = copying;
		this.jdbc = JdbcClient.create(template);
		this.reconciliations = reconciliations;
		this.streaming = Streaming.over(template);
	}

	/**
	 * Stores all payments of a report, whole or not at all.
	 * @param filler puts the payments in; what it throws undoes everything
	 */
	@Transactional(rollbackFor = Exception.class)
	public <X extends Exception> void load(Reconciliation reconciliation, Filler<X> filler) throws X {
		long[] payments = new long[1];
		this.copying.<X>copy(
				"bank_payment (reconciliation_id, number, line, payment_information, instruction_id,"
						+ " end_to_end_id, uetr, account, name, amount, currency, code, decided, suggested_name)",
				(tuples) -> filler.fill((payment) -> {
					payments[0]++;
					write(tuples, reconciliation.id(), payment);
				}));
		this.jdbc.sql("analyze bank_payment").update();
		this.reconciliations.collected(reconciliation.id(), reconciliation.term(), payments[0]);
	}

	private static void write(BinaryCopy tuples, long reconciliation, ReportedPayment payment) throws IOException {
		tuples.begin(14);
		tuples.number(reconciliation);
		tuples.number(payment.number());
		tuples.number(payment.line());
		for (@Nullable
		String text : texts(payment.paymentInformation(), payment.instructionId(), payment.endToEndId(), payment.uetr(),
				payment.account(), payment.name())) {
			tuples.text(text);
		}
		tuples.decimal(payment.amount());
		tuples.text(payment.currency());
		tuples.text(payment.code());
		tuples.truth(payment.decided());
		tuples.text(payment.suggestedName());
	}

	private static @Nullable String[] texts(@Nullable String... texts) {
		return texts;
	}

	/**
	 * Takes the rows of a run over as they stand now, in place of those of an attempt
	 * before.
	 */
	@Transactional
	public void takeRows(long reconciliation, long run, Reader reader) {
		this.jdbc.sql("delete from bank_match where reconciliation_id = ?").param(reconciliation).update();
		this.jdbc.sql("delete from bank_row where reconciliation_id = ?").param(reconciliation).update();
		List<BankRow> some = new ArrayList<>();
		this.streaming.query(ROWS, (results) -> {
			some.add(reader.read(row(results)));
			if (some.size() == 1000) {
				insert(reconciliation, some);
				some.clear();
			}
		}, run);
		insert(reconciliation, some);
		this.jdbc.sql("analyze bank_row").update();
	}

	private void insert(long reconciliation, List<BankRow> rows) {
		this.streaming.batchUpdate(
				"""
						insert into bank_row (reconciliation_id, number, line, payment_information, instruction_id, end_to_end_id,
							uetr, account, name, amount, code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				rows, Math.max(1, rows.size()), (statement, row) -> {
					statement.setLong(1, reconciliation);
					statement.setLong(2, row.number());
					statement.setLong(3, row.line());
					statement.setString(4, Nul.replaced(row.paymentInformation()));
					statement.setString(5, Nul.replaced(row.instructionId()));
					statement.setString(6, Nul.replaced(row.endToEndId()));
					statement.setString(7, Nul.replaced(row.uetr()));
					statement.setString(8, Nul.replaced(row.account()));
					statement.setString(9, Nul.replaced(row.name()));
					statement.setBigDecimal(10, row.amount());
					statement.setString(11, row.code());
				});
	}

	private static RunRow row(ResultSet results) throws SQLException {
		@Nullable String payee = results.getString("payee");
		return new RunRow(results.getLong("number"), results.getLong("line"), Json.strings(results.getString("fields")),
				Optional.ofNullable(payee).map(Json::payee).orElse(null), results.getString("problem") != null,
				Findings.read(results));
	}

	/**
	 * A row of a run.
	 *
	 * @param payee whom it is about; null when it has a problem
	 * @param rejected whether it has a problem
	 * @param finding what is known; null when it was not asked yet, or has a problem
	 */
	public record RunRow(long number, long line, List<String> fields, @Nullable Payee payee, boolean rejected,
			@Nullable Finding finding) {

		/** Without what it says. */
		@Override
		public String toString() {
			return "RunRow[" + this.number + "]";
		}

	}

	/** Says how a bank knows a row. */
	@FunctionalInterface
	public interface Reader {

		BankRow read(RunRow row);

	}

	/** Puts the payments of a report into a sink. */
	@FunctionalInterface
	public interface Filler<X extends Exception> {

		void fill(Sink sink) throws X, IOException;

	}

	/** Takes the payments of a report, in order. */
	@FunctionalInterface
	public interface Sink {

		void add(ReportedPayment payment) throws IOException;

	}

}
