package dev.tickmark.reconciliation;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import dev.tickmark.intake.StatementColumn;
import dev.tickmark.intake.StatementMapping;
import dev.tickmark.ledger.Reconciliation;
import dev.tickmark.ledger.StatementScope;
import dev.tickmark.ledger.Subject;
import dev.tickmark.payee.CallKind;

/** Which calls a statement is about. */
final class Scopes {

	private Scopes() {
	}

	/** Calls of the kinds that the definition has words for: others are not charged. */
	static StatementScope of(Reconciliation reconciliation, Material.Statement statement) {
		StatementMapping mapping = statement.mapping();
		Subject subject = reconciliation.subject();
		boolean kinds = mapping.columns().containsKey(StatementColumn.KIND) && !mapping.kinds().isEmpty();
		Set<CallKind> charged = kinds ? EnumSet.copyOf(mapping.kinds().values()) : EnumSet.of(CallKind.SUBMIT);
		return new StatementScope(reconciliation.id(), Objects.requireNonNull(subject.provider()), subject.sandbox(),
				Objects.requireNonNull(subject.period()), charged, mapping.tolerance(), statement.repetitionWord(),
				mapping.columns().containsKey(StatementColumn.RESULT),
				mapping.columns().containsKey(StatementColumn.PRICE));
	}

}
