package dev.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.BankMatching;
import dev.tickmark.ledger.ReadBacks;
import dev.tickmark.ledger.StatementItems;
import dev.tickmark.reconciliation.ReconcileResult.ResultCount;
import dev.tickmark.report.reconciliation.Count;

/** How many items of a reconciliation have which result. */
@Component
class ResultCounts {

	private final ReadBacks readBacks;

	private final StatementItems statements;

	private final BankMatching banks;

	ResultCounts(ReadBacks readBacks, StatementItems statements, BankMatching banks) {
		this.readBacks = readBacks;
		this.statements = statements;
		this.banks = banks;
	}

	/** In their order; those without any item are left out. */
	List<ResultCount> of(ReconciliationSession session) {
		long id = session.reconciliation().id();
		return switch (session.material()) {
			case Material.Answers _ -> counts(this.readBacks.counts(id));
			case Material.Statement statement -> counts(this.statements
				.counts(Scopes.of(session.reconciliation(), statement.mapping()), statement.price()));
			case Material.BankAnswer answer ->
				counts(this.banks.counts(id, Unlisted.code(answer.report(), this.banks.standing(id))));
		};
	}

	private static List<ResultCount> counts(Map<? extends Enum<?>, Long> counts) {
		List<ResultCount> results = new ArrayList<>();
		counts.forEach((result, items) -> {
			Count count = Count.of(result.name(), items);
			results.add(new ResultCount(count.key(), count.label(), count.difference(), items));
		});
		return results;
	}

}
