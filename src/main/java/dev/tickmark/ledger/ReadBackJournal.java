package dev.tickmark.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.Finding;

/** Writes by which calls verifications were read back, and what came of it. */
@Repository
public class ReadBackJournal {

	private static final String ADD = "insert into read_back_call (" + CallJournal.COLUMNS
			+ ", reconciliation_id) values (" + CallJournal.VALUES + ", ?)";

	private static final int VALUES = 15;

	/** Only by the owner: another process may have taken the reconciliation up. */
	private static final String SETTLE = """
			update read_back b set result = ?, was = ?, difference = ?, verdict = ?, account_state = ?, name_match = ?,
				account_type_match = ?, basis = ?, reason = ?, reason_code = ?, suggested_name = ?, read_at = ?
			from reconciliation r
			where b.reconciliation_id = ? and b.verification_id = ? and b.result is null
				and r.id = b.reconciliation_id and r.term = ?""";

	private static final String REOPEN_HELD = """
			update verification v set state = 'READY' from run r
			where v.id = ? and v.state = 'HELD' and r.id = v.run_id and r.term = ?""";

	private final JdbcTemplate jdbc;

	private final CallJournal calls;

	private final Changes changes;

	private final GroupCommit<Added> added;

	ReadBackJournal(JdbcTemplate jdbc, CallJournal calls, Changes changes, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.calls = calls;
		this.changes = changes;
		this.added = new GroupCommit<>(new TransactionTemplate(transactions,
				new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW)), this::add);
	}

	/** Adds a call, and commits that before it returns. */
	public void record(long reconciliation, long verification, Call call) {
		this.added.commit(new Added(reconciliation, verification, call));
	}

	private int[] add(List<Added> group) {
		return this.jdbc.batchUpdate(ADD, group, group.size(), (statement, item) -> {
			CallJournal.set(statement, item.verification(), item.call());
			statement.setLong(VALUES + 1, item.reconciliation());
		})[0];
	}

	/**
	 * Writes what came of some, in the transaction of the chunk.
	 * @throws IllegalStateException when another process has taken up the reconciliation,
	 * or the run of what is concluded
	 */
	@Transactional(propagation = Propagation.REQUIRED)
	public void settle(Reconciliation reconciliation, Collection<? extends ReadBackOutcome> outcomes) {
		for (ReadBackOutcome outcome : outcomes) {
			ReadBackOutcome.Conclusion conclusion = outcome.conclusion();
			if (conclusion != null) {
				conclude(outcome.verification(), conclusion);
			}
		}
		int[][] written = this.jdbc.batchUpdate(SETTLE, outcomes, Math.max(1, outcomes.size()),
				(statement, outcome) -> set(statement, reconciliation, outcome));
		for (int[] some : written) {
			for (int rows : some) {
				if (rows != 1) {
					throw new IllegalStateException(
							"another process has taken up reconciliation " + reconciliation.id());
				}
			}
		}
	}

	/**
	 * The answer goes into the journal of its verification: it is what the verdict rests
	 * on.
	 */
	private void conclude(long verification, ReadBackOutcome.Conclusion conclusion) {
		this.calls.add(verification, conclusion.call());
		// what is held is looked at again first, as in a new pass
		this.jdbc.update(REOPEN_HELD, verification, conclusion.term());
		this.changes.apply(List.of(conclusion.change()), conclusion.term());
	}

	private static void set(PreparedStatement statement, Reconciliation reconciliation, ReadBackOutcome outcome)
			throws SQLException {
		Finding there = outcome.there();
		@Nullable Object[] texts = { outcome.result().name(), (outcome.was() != null) ? outcome.was().name() : null,
				outcome.difference(), (there != null) ? there.verdict().name() : null,
				(there != null) ? there.accountState().name() : null, (there != null) ? there.nameMatch().name() : null,
				(there != null) ? there.accountTypeMatch().name() : null, (there != null) ? there.basis().name() : null,
				(there != null) ? there.reason() : null, (there != null) ? there.reasonCode() : null,
				(there != null) ? there.suggestedName() : null };
		int index = 0;
		for (@Nullable
		Object text : texts) {
			statement.setObject(++index, text, Types.VARCHAR);
		}
		statement.setObject(++index, Times.at(outcome.readAt()));
		statement.setLong(++index, reconciliation.id());
		statement.setLong(++index, outcome.verification());
		statement.setInt(++index, reconciliation.term());
	}

	private record Added(long reconciliation, long verification, Call call) {

	}

}
