package dev.tickmark.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Action;
import dev.tickmark.payee.Change;

/**
 * Writes what became of verifications. The states guard themselves: an illegal transition
 * writes nothing and is a bug. All of a chunk go in one statement: one for each would
 * cost the server several times as much.
 */
@Repository
public class Changes {

	private static final Action NOTHING = new Action(null, null);

	/** What is written as it is. */
	private static final List<Value> PLAIN = List.of(new Value("state", "text", (change) -> change.state().name()),
			new Value("asking_call", "int", Change::askingCall),
			new Value("next_attempt_at", "timestamptz", (change) -> Times.atOrNull(change.nextAttemptAt())),
			new Value("attempts", "int", Change::attempts), new Value("failures", "int", Change::failures),
			new Value("deadline", "timestamptz", (change) -> Times.atOrNull(change.deadline())),
			new Value("verdict", "text", (change) -> change.finding().verdict().name()),
			new Value("account_state", "text", (change) -> change.finding().accountState().name()),
			new Value("name_match", "text", (change) -> change.finding().nameMatch().name()),
			new Value("account_type_match", "text", (change) -> change.finding().accountTypeMatch().name()),
			new Value("basis", "text", (change) -> change.finding().basis().name()),
			new Value("reason", "text", (change) -> change.finding().reason()),
			new Value("reason_code", "text", (change) -> change.finding().reasonCode()),
			new Value("suggested_name", "text", (change) -> change.finding().suggestedName()),
			new Value("checked_at", "timestamptz", (change) -> Times.at(change.checkedAt())));

	/** What decides, or depends on what is there. */
	private static final List<Value> OTHERS = List.of(new Value("id", "bigint", Change::verification),
			new Value("previous", "text", (change) -> String.join(" ", States.names(change.state().previous()))),
			new Value("provider_reference", "text", (change) -> change.finding().providerReference()),
			new Value("same_action", "boolean", Change::sameAction),
			new Value("action_link", "text", (change) -> action(change).link()),
			new Value("action_expires_at", "timestamptz", (change) -> Times.atOrNull(action(change).expiresAt())));

	private static final List<Value> VALUES = List.of(PLAIN, OTHERS).stream().flatMap(List::stream).toList();

	private static final String UPDATE = """
			update verification v set %s,
				provider_reference = coalesce(c.provider_reference, v.provider_reference),
				action_link = case when c.same_action then v.action_link else c.action_link end,
				action_expires_at = case when c.same_action then v.action_expires_at else c.action_expires_at end
			from unnest(%s) as c(%s), run r
			where v.id = c.id and v.state = any(string_to_array(c.previous, ' '))
				and r.id = v.run_id and r.term = ?
			returning v.id""".formatted(joined(PLAIN, (value) -> value.name + " = c." + value.name),
			joined(VALUES, (_) -> "?"), joined(VALUES, Value::name));

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
		if (changes.isEmpty()) {
			return;
		}
		Set<Long> written = new HashSet<>();
		this.jdbc.query(UPDATE, (statement) -> set(statement, changes, term), (results) -> {
			written.add(results.getLong(1));
		});
		for (Change change : changes) {
			// taken out: of two for the same, one was not written
			if (!written.remove(change.verification())) {
				throw new IllegalStateException("verification " + change.verification() + " cannot become "
						+ change.state() + ", or another process has taken the run up");
			}
		}
	}

	private static void set(PreparedStatement statement, Collection<? extends Change> changes, int term)
			throws SQLException {
		Connection connection = statement.getConnection();
		int index = 0;
		for (Value value : VALUES) {
			@Nullable Object[] column = changes.stream().map(value.of).toArray();
			statement.setArray(++index, connection.createArrayOf(value.type, column));
		}
		statement.setInt(++index, term);
	}

	private static Action action(Change change) {
		Action action = change.action();
		return (action != null) ? action : NOTHING;
	}

	private static String joined(List<Value> values, Function<Value, String> text) {
		return values.stream().map(text).collect(Collectors.joining(", "));
	}

	/**
	 * A column of what is written.
	 *
	 * @param type PostgreSQL's name of its type
	 */
	private record Value(String name, String type, Function<Change, @Nullable Object> of) {

	}

}
