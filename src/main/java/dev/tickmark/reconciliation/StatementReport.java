package dev.tickmark.reconciliation;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

import dev.tickmark.intake.StatementColumn;
import dev.tickmark.ledger.Period;
import dev.tickmark.ledger.StatementItem;
import dev.tickmark.ledger.StatementItems;
import dev.tickmark.ledger.StatementResult;
import dev.tickmark.ledger.StatementScope;
import dev.tickmark.report.reconciliation.Overview;
import dev.tickmark.report.reconciliation.Table.Column;
import dev.tickmark.verification.ReportUnwritable;

/** Reports what came of comparing a statement with the journal. */
@Component
class StatementReport implements Tasklet {

	private static final List<Column> COLUMNS = List.of(Column.text("result"), Column.text("difference"),
			Column.number("line"), Column.text("reference"), Column.text("request_id"), Column.text("charged_at"),
			Column.text("kind"), Column.text("statement_result"), Column.number("price"), Column.text("currency"),
			Column.text("account"), Column.text("matched_by"), Column.number("run"), Column.number("verification"),
			Column.number("call"), Column.text("sent_at"), Column.text("provider_reference"), Column.text("verdict"));

	private final ReconciliationSessions sessions;

	private final StatementItems items;

	StatementReport(ReconciliationSessions sessions, StatementItems items) {
		this.sessions = sessions;
		this.items = items;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws ReportUnwritable {
		ReconciliationSession session = this.sessions.of(contribution.getStepExecution());
		Material.Statement statement = session.material(Material.Statement.class);
		StatementScope scope = Scopes.of(session.reconciliation(), statement);
		BigDecimal price = statement.price();
		Map<StatementResult, Long> counts = this.items.counts(scope, price);
		Period period = scope.period();
		Folder folder = new Folder(session).file("Statement")
			.fact("Provider", scope.provider())
			.fact("Period",
					period.from().atZone(statement.mapping().zone()).toLocalDate() + " to "
							+ period.to().minusNanos(1).atZone(statement.mapping().zone()).toLocalDate())
			.fact("Time zone", statement.mapping().zone())
			.fact("Definition", statement.name())
			.fact("Clocks may differ by",
					DurationStyle.SIMPLE.print(statement.mapping().tolerance(), ChronoUnit.SECONDS))
			.fact("Price agreed", (price != null) ? price.toPlainString() + currency(statement) : null)
			.total(StatementTotals.table("By kind of call", "kind", this.items.byKind(session.reconciliation().id()),
					price))
			.remarks(statement.file().remarks())
			.remarks(remarks(statement));
		if (statement.file().first() != null) {
			folder.total(StatementTotals.table("By day", "day",
					this.items.byDay(session.reconciliation().id(), statement.mapping().zone()), price));
		}
		folder.write(Overview.Kind.STATEMENT, "With the statement of " + scope.provider(),
				"The lines of " + Objects.requireNonNull(session.reconciliation().subject().file()).name()
						+ " were compared with the calls that the ledger's journal has.",
				Folder.counts(StatementResult.class, counts), COLUMNS,
				(consumer) -> this.items.each(scope, price, false, (item) -> consumer.accept(cells(item, price))),
				(consumer) -> this.items.each(scope, price, true, (item) -> consumer.accept(cells(item, price))));
		return RepeatStatus.FINISHED;
	}

	private static String currency(Material.Statement statement) {
		String currency = statement.mapping().currency();
		return (currency != null) ? " " + currency : "";
	}

	private static List<String> remarks(Material.Statement statement) {
		List<String> remarks = new ArrayList<>();
		Map<StatementColumn, ?> columns = statement.mapping().columns();
		if (!columns.containsKey(StatementColumn.RESULT)) {
			remarks.add("The statement says nothing of results: they were not compared.");
		}
		if (!columns.containsKey(StatementColumn.PRICE) || statement.price() == null) {
			remarks.add(columns.containsKey(StatementColumn.PRICE)
					? "Nobody says what a line should cost (statement.price in the definition, or the provider's price in"
							+ " the configuration): prices were not compared."
					: "The statement says nothing of prices: they were not compared.");
		}
		return remarks;
	}

	private static List<String> cells(StatementItem item, @Nullable BigDecimal price) {
		StatementItem.Line line = item.entry();
		StatementItem.Charged call = item.charged();
		List<String> cells = new ArrayList<>(List.of(item.result().name(), StatementWords.difference(item, price)));
		cells.addAll(
				(line != null)
						? List.of(Folder.cell(line.line()), Folder.cell(line.reference()),
								Folder.cell(line.requestId()), Folder.cell(line.chargedAt()), line.kind(),
								Folder.cell(line.result()), (line.price() != null) ? line.price().toPlainString() : "",
								Folder.cell(line.currency()), Folder.masked(line.account()))
						: List.of("", "", "", "", "", "", "", "", ""));
		cells.add(Folder.rule(item.rule()));
		cells.addAll((call != null)
				? List.of(Folder.cell(call.run()), Folder.cell(call.verification()), Folder.cell(call.call()),
						Folder.cell(call.sentAt()), Folder.cell(call.reference()), Folder.cell(call.verdict()))
				: List.of("", "", "", "", "", ""));
		return cells;
	}

}
