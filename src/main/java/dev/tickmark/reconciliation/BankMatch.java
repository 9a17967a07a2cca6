package dev.tickmark.reconciliation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.BankMatching;
import dev.tickmark.ledger.BankPayments;
import dev.tickmark.ledger.BankRow;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Verdict;
import dev.tickmark.report.payment.TransactionStatus;

/** Finds out which payment of a bank's report is which row of the run. */
@Component
class BankMatch implements Tasklet {

	private final ReconciliationSessions sessions;

	private final BankPayments payments;

	private final BankMatching matching;

	BankMatch(ReconciliationSessions sessions, BankPayments payments, BankMatching matching) {
		this.sessions = sessions;
		this.payments = payments;
		this.matching = matching;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws CannotReconcile {
		ReconciliationSession session = this.sessions.of(contribution.getStepExecution());
		Material.BankAnswer answer = session.material(Material.BankAnswer.class);
		long id = session.reconciliation().id();
		Map<String, Integer> positions = positions(answer.run().header());
		this.payments.takeRows(id, answer.run().id(), (row) -> row(row, positions));
		long matched = this.matching.match(id);
		if (matched == 0 && answer.report().payments() > 0) {
			throw session.failed(new CannotReconcile(answer.report().path() + ": none of the "
					+ answer.report().payments() + " payments that it lists is a row of run " + answer.run().id() + " ("
					+ answer.run().fileName() + "). Name the run whose payments it reports on."));
		}
		Long ordered = answer.report().group().originalPayments();
		long rows = this.matching.standing(id).rows();
		if (answer.report().payments() == 0 && ordered != null && ordered != rows) {
			throw session.failed(new CannotReconcile(answer.report().path() + ": it is about " + ordered
					+ " payments and lists none of them, and run " + answer.run().id() + " (" + answer.run().fileName()
					+ ") has " + rows + " rows. Name the run whose payments it reports on."));
		}
		return RepeatStatus.FINISHED;
	}

	private static Map<String, Integer> positions(List<String> header) {
		Map<String, Integer> positions = new HashMap<>();
		for (int i = 0; i < header.size(); i++) {
			positions.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
		}
		return positions;
	}

	private static BankRow row(BankPayments.RunRow row, Map<String, Integer> positions) {
		Payee payee = row.payee();
		String endToEnd = field(row, positions, "end_to_end_id");
		return new BankRow(row.number(), row.line(), field(row, positions, "payment_information_id"),
				field(row, positions, "instruction_id"),
				(endToEnd != null || payee == null) ? endToEnd : payee.get(Column.REFERENCE),
				lower(field(row, positions, "uetr")), account(row, positions),
				(payee != null) ? payee.fullName() : field(row, positions, "name"), amount(row, positions), code(row));
	}

	private static @Nullable String field(BankPayments.RunRow row, Map<String, Integer> positions, String name) {
		Integer position = positions.get(name);
		String field = (position != null && position < row.fields().size()) ? row.fields().get(position).strip() : "";
		return field.isEmpty() ? null : field;
	}

	private static @Nullable String lower(@Nullable String text) {
		return (text != null) ? text.toLowerCase(Locale.ROOT) : null;
	}

	private static @Nullable String account(BankPayments.RunRow row, Map<String, Integer> positions) {
		Payee payee = row.payee();
		String account;
		if (payee != null) {
			account = payee.has(Column.IBAN) ? payee.get(Column.IBAN) : payee.get(Column.ACCOUNT_NUMBER);
		}
		else {
			String iban = field(row, positions, "iban");
			account = (iban != null) ? iban : field(row, positions, "account_number");
		}
		return (account != null) ? account.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT) : null;
	}

	private static @Nullable BigDecimal amount(BankPayments.RunRow row, Map<String, Integer> positions) {
		String amount = field(row, positions, "amount");
		try {
			return (amount != null) ? new BigDecimal(amount) : null;
		}
		catch (NumberFormatException _) {
			// as a person writes it: it only helps to tell payments apart
			return null;
		}
	}

	/** What our own status report says of the row. */
	private static String code(BankPayments.RunRow row) {
		Finding finding = row.finding();
		if (row.rejected() || finding == null) {
			finding = Finding.of(row.rejected() ? Verdict.REJECTED_INPUT : Verdict.PENDING, "not asked");
		}
		return TransactionStatus.of(finding).name();
	}

}
