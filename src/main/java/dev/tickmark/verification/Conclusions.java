package dev.tickmark.verification;

import java.util.Collection;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.tickmark.ledger.Changes;
import dev.tickmark.payee.Change;

/** Writes what became of verifications, and tells the session what others wait for. */
@Component
class Conclusions {

	private final Changes changes;

	Conclusions(Changes changes) {
		this.changes = changes;
	}

	void write(Session session, Collection<? extends Change> made) {
		this.changes.apply(made, session.run().term());
		if (made.stream().noneMatch((change) -> change.action() != null)) {
			return;
		}
		// a chunk commits later: until then nobody else can read it
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					session.actionsChanged();
				}

			});
		}
		else {
			session.actionsChanged();
		}
	}

}
