package dev.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.intake.BankReport;
import dev.tickmark.ledger.BankItem;
import dev.tickmark.ledger.BankMatching;
import dev.tickmark.ledger.BankResult;
import dev.tickmark.report.reconciliation.Overview;
import dev.tickmark.report.reconciliation.Table;
import dev.tickmark.report.reconciliation.Table.Column;
import dev.tickmark.verification.ReportUnwritable;

/** Reports what came of comparing a bank's report with the verdicts of a run. */
@Component
class BankReportReport implements Tasklet {

	private static final List<Column> COLUMNS = List.of(Column.text("result"), Column.text("difference"),
			Column.number("line"), Column.number("report_line"), Column.text("end_to_end_id"), Column.text("name"),
			Column.text("account"), Column.number("amount"), Column.text("code_here"), Column.text("code_of_bank"),
			Column.text("suggested_name"), Column.text("matched_by"));

	private final ReconciliationSessions sessions;

	private final BankMatching matching;

	BankReportReport(ReconciliationSessions sessions, BankMatching matching) {
		this.sessions = sessions;
		this.matching = matching;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws ReportUnwritable {
		ReconciliationSession session = this.sessions.of(contribution.getStepExecution());
		Material.BankAnswer answer = session.material(Material.BankAnswer.class);
		long id = session.reconciliation().id();
		BankMatching.Standing standing = this.matching.standing(id);
		String implied = Unlisted.code(answer.report(), standing);
		Map<BankResult, Long> counts = this.matching.counts(id, implied);
		BankReport report = answer.report();
		Folder folder = new Folder(session).file("Bank's report")
			.fact("Message", report.message())
			.fact("Answers message", report.group().originalMessageId())
			.fact("Run", answer.run().id())
			.fact("Payee file", answer.run().fileName())
			.fact("Payments ordered, by the report", report.group().originalPayments())
			.fact("Payments listed", report.payments())
			.total(byCode(id, report, implied))
			.remarks(report.remarks())
			.remarks(remarks(implied))
			.remarks(other(answer, standing.rows()));
		folder.write(Overview.Kind.BANK_REPORT, "With the bank's report",
				"The payments of " + answer.run().fileName() + " were compared with what the bank reports of them.",
				Folder.counts(BankResult.class, counts), COLUMNS,
				(consumer) -> this.matching.each(id, implied, false, (item) -> consumer.accept(cells(item))),
				(consumer) -> this.matching.each(id, implied, true, (item) -> consumer.accept(cells(item))));
		return RepeatStatus.FINISHED;
	}

	private static List<String> remarks(@Nullable String implied) {
		return (implied != null)
				? List.of("The report does not list every payment; its counters say " + implied + " of all others.")
				: List.of();
	}

	/** A report on more or fewer payments may be one on another order. */
	private static List<String> other(Material.BankAnswer answer, long rows) {
		Long ordered = answer.report().group().originalPayments();
		return (ordered == null || ordered == rows) ? List.of()
				: List.of("The report is about " + ordered + " payments, and run " + answer.run().id() + " has " + rows
						+ " rows: make sure that they belong together.");
	}

	/** What the run says, and what the bank does, by the code. */
	private Table byCode(long id, BankReport report, @Nullable String implied) {
		Map<String, long[]> codes = new TreeMap<>();
		this.matching.each(id, implied, false, (item) -> {
			if (item.code() != null) {
				codes.computeIfAbsent(item.code(), (_) -> new long[2])[0]++;
			}
			if (item.bankCode() != null) {
				codes.computeIfAbsent(item.bankCode(), (_) -> new long[2])[1]++;
			}
		});
		List<List<String>> rows = new ArrayList<>();
		long[] all = new long[2];
		codes.forEach((code, sides) -> {
			all[0] += sides[0];
			all[1] += sides[1];
			Long counted = report.group().counted().get(code);
			rows.add(List.of(code, String.valueOf(sides[0]), String.valueOf(sides[1]),
					String.valueOf(sides[1] - sides[0]), (counted != null) ? counted.toString() : ""));
		});
		rows.add(List.of("total", String.valueOf(all[0]), String.valueOf(all[1]), String.valueOf(all[1] - all[0]), ""));
		return new Table("By code", List.of(Column.text("code"), Column.number("here"), Column.number("at the bank"),
				Column.number("difference"), Column.number("counted by the bank")), rows);
	}

	private static List<String> cells(BankItem item) {
		String difference = item.result().isDifference() && item.code() != null && item.bankCode() != null
				? item.code() + " → " + item.bankCode() : "";
		return List.of(item.result().name(), difference, Folder.cell(item.line()), Folder.cell(item.reportLine()),
				Folder.cell(item.endToEndId()), Folder.cell(item.name()), Folder.masked(item.account()),
				(item.amount() != null) ? item.amount().toPlainString() : "", Folder.cell(item.code()),
				Folder.cell(item.bankCode()), Folder.cell(item.suggestedName()), Folder.rule(item.rule()));
	}

}
