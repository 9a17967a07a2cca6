package dev.tickmark.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Action;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;

/** What becomes of verifications, written a chunk at a time. */
@Repository
public class Changes {

	private static final String UPDATE = """
			update verification v set state = ?, asking_call = ?, next_attempt_at = ?, attempts = ?, failures = ?,
				deadline = ?, verdict = ?, account_state = ?, name_match = ?, account_type_match = ?, basis = ?,
				reason = ?, reason_code = ?, suggested_name = ?,
				provider_reference = coalesce(?, v.provider_reference), checked_at = ?,
				action_link = case when ? then v.action_link else ? end,
				action_expires_at = case when ? then v.action_expires_at else ? end
			from run r where v.id = ? and v.state = any(?) and r.id = v.run_id and r.term = ?""";

	private static final Action NOTHING = new Action(null, null);

	private final JdbcTemplate jdbc;

	Changes(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes changes in the transaction of the chunk.
	 * @param term the run's term in which this process works on it
	 * @throws IllegalStateException when one of them is no legal transition
	 */
	@Transactional(propagation = Propagation.REQUIRED)
	public void apply(Collection<? extends Change> changes, int term) {
		int[][] counts = this.jdbc.batchUpdate(UPDATE, List.<Change>copyOf(changes), 500,
				(statement, change) -> set(statement, change, term));
		int index = 0;
		for (Change change : changes) {
			if (counts[index / 500][index % 500] != 1) {
				throw new IllegalStateException("verification " + change.verification() + " cannot become "
						+ change.state() + ", or another process has taken the run up");
			}
			index++;
		}
	}

	private static void set(PreparedStatement statement, Change change, int term) throws SQLException {
		Finding finding = change.finding();
		Action action = (change.action() != null) ? change.action() : NOTHING;
		@Nullable Object[] values = { change.state().name(), change.askingCall(), Times.atOrNull(change.nextAttemptAt()),
				change.attempts(), change.failures(), Times.atOrNull(change.deadline()), finding.verdict().name(),
				finding.accountState().name(), finding.nameMatch().name(), finding.accountTypeMatch().name(),
				finding.basis().name(), finding.reason(), finding.reasonCode(), finding.suggestedName(),
				finding.providerReference(), Times.at(change.checkedAt()), change.sameAction(), action.link(),
				change.sameAction(), Times.atOrNull(action.expiresAt()), change.verification() };
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
		statement.setArray(values.length + 1,
				statement.getConnection().createArrayOf("text", States.names(change.state().previous())));
		statement.setInt(values.length + 2, term);
	}

}
