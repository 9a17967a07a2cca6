package dev.tickmark.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.VerificationState;

/** The journal of all calls: written as answers arrive, never changed. */
@Repository
public class CallJournal {

	/** The types of what {@link #set} writes of an answer. */
	private static final int[] ANSWER = { Types.BOOLEAN, Types.INTEGER, Types.VARCHAR, Types.VARCHAR, Types.BOOLEAN,
			Types.BOOLEAN, Types.VARCHAR };

	private static final String MARK = """
			update verification v set state = 'ASKING', asking_call = m.number
			from unnest(?, ?, ?) as m(id, number, term), run r
			where v.id = m.id and v.state = any(?) and r.id = v.run_id and r.term = m.term
			returning v.id""";

	/** The columns that {@link #set(PreparedStatement, long, Call)} writes. */
	static final String COLUMNS = "verification_id, number, kind, method, path, sent_at, took_micros, repeated, sandbox,"
			+ " status, headers, body, cut, maybe_sent, problem";

	/** What they are written with. */
	static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?";

	private static final String ADD = "insert into call (" + COLUMNS + ") values (" + VALUES + ")";

	private static final String SENT = """
			select c.sent_at from call c join verification v on v.id = c.verification_id
			join run r on r.id = v.run_id
			where c.sent_at >= :since and c.kind = any(:kinds) and v.provider = :provider and r.sandbox = :sandbox
			union all
			select clock_timestamp() from verification v join run r on r.id = v.run_id
			where v.state <> 'CONCLUDED' and v.asking_call is not null and v.provider = :provider
				and r.sandbox = :sandbox and r.changed_at >= :since""";

	/**
	 * What was read back stands apart, and in no ledger of before. A call that concluded
	 * something is above as well.
	 */
	private static final String READ_BACK = """

			union all
			select c.sent_at from read_back_call c
			join read_back b on b.reconciliation_id = c.reconciliation_id and b.verification_id = c.verification_id
			join reconciliation r on r.id = c.reconciliation_id
			where c.sent_at >= :since and c.kind = any(:kinds) and b.provider = :provider and r.sandbox = :sandbox
				and not exists (select 1 from call o
					where o.verification_id = c.verification_id and o.sent_at = c.sent_at and o.kind = c.kind)""";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final GroupCommit<Mark> marks;

	private final GroupCommit<Added> added;

	CallJournal(JdbcTemplate template, PlatformTransactionManager transactions) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		DefaultTransactionDefinition own = new DefaultTransactionDefinition(
				TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		TransactionTemplate transaction = new TransactionTemplate(transactions, own);
		this.marks = new GroupCommit<>(transaction, this::mark);
		this.added = new GroupCommit<>(transaction, this::add);
	}

	/**
	 * Marks that a call is about to be sent, and commits that before it returns: after a
	 * crash the mark says that the provider may have seen it.
	 * @param number the number the call will have
	 * @param term the run's term in which this process works on it
	 */
	public void asking(long verification, int number, int term) {
		if (this.marks.commit(new Mark(verification, number, term)) != 1) {
			throw new IllegalStateException("verification " + verification
					+ " is not in a state to be asked, or another process has taken the run up");
		}
	}

	/**
	 * All in one statement: each one more would cost the server several times as much.
	 */
	private int[] mark(List<Mark> group) {
		Set<Long> marked = new HashSet<>();
		this.template.query(MARK, (statement) -> {
			Connection connection = statement.getConnection();
			statement.setArray(1, connection.createArrayOf("bigint", group.stream().map(Mark::verification).toArray()));
			statement.setArray(2, connection.createArrayOf("int", group.stream().map(Mark::number).toArray()));
			statement.setArray(3, connection.createArrayOf("int", group.stream().map(Mark::term).toArray()));
			statement.setArray(4, connection.createArrayOf("text", States.names(VerificationState.ASKING.previous())));
		}, (results) -> {
			marked.add(results.getLong(1));
		});
		return group.stream().mapToInt((mark) -> marked.remove(mark.verification()) ? 1 : 0).toArray();
	}

	/**
	 * Takes a mark back: the session ended before the call was sent.
	 * @param before the call that was in doubt before; null when none was
	 * @param term the run's term in which this process works on it; a mark of a later
	 * term stays
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void withdraw(long verification, @Nullable Integer before, int term) {
		this.jdbc.sql("""
				update verification v set state = 'RETRY', asking_call = :before,
					next_attempt_at = coalesce(next_attempt_at, clock_timestamp())
				from run r where v.id = :id and v.state = 'ASKING' and r.id = v.run_id and r.term = :term""")
			.param("before", before, Types.INTEGER)
			.param("id", verification)
			.param("term", term)
			.update();
	}

	/**
	 * Adds a call, and commits that before it returns, so that no answer that was
	 * received is ever lost, whatever happens to the chunk it belongs to. Answers that
	 * arrive at the same moment are committed together.
	 */
	public void record(long verification, Call call) {
		this.added.commit(new Added(verification, call));
	}

	private int[] add(List<Added> group) {
		return this.template.batchUpdate(ADD, group, group.size(),
				(statement, added) -> set(statement, added.verification(), added.call()))[0];
	}

	/** Adds a call in the transaction of the caller. */
	void add(long verification, Call call) {
		this.template.update(ADD, (statement) -> set(statement, verification, call));
	}

	static void set(PreparedStatement statement, long verification, Call call) throws SQLException {
		@Nullable Object[] answer = switch (call.answer()) {
			// PostgreSQL's text cannot hold NUL
			case Answer.Received received -> new @Nullable Object[] { received.isSandboxs(), received.status(),
					Json.of(received.headers()), received.body().replace('\0', '\uFFFD'), received.cut(), null, null };
			case Answer.Missing missing ->
				new @Nullable Object[] { false, null, null, null, null, missing.sent(), missing.problem() };
		};
		@Nullable Object[] values = { verification, call.number(), call.kind().name(), call.method(), call.path(),
				Times.at(call.sentAt()), call.took().toNanos() / 1000, call.repeat() };
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
		for (int i = 0; i < answer.length; i++) {
			statement.setObject(values.length + i + 1, answer[i], ANSWER[i]);
		}
	}

	/**
	 * When calls were sent to a provider, from whatever run of this ledger, the oldest
	 * first. One that was under way when its process died counts as sent just now.
	 * @param sandbox whether those of runs against the sandbox are meant
	 * @param most no more than the latest so many
	 */
	public List<Instant> sent(ProviderName provider, boolean sandbox, Collection<CallKind> kinds, Instant since,
			int most) {
		List<Instant> latest = this.jdbc
			.sql(SENT + (ReadBacks.areIn(this.jdbc) ? READ_BACK : "") + " order by 1 desc limit :most")
			.param("since", Times.at(since))
			.param("kinds", kinds.stream().map(CallKind::name).toArray(String[]::new))
			.param("provider", provider.value())
			.param("sandbox", sandbox)
			.param("most", most)
			.query((results, number) -> Times.require(results, "sent_at"))
			.list();
		return latest.reversed();
	}

	/** The calls of some verifications, each in order. */
	Map<Long, List<Call>> of(Collection<Long> verifications) {
		Map<Long, List<Call>> calls = new HashMap<>();
		if (!verifications.isEmpty()) {
			this.jdbc.sql("select * from call where verification_id = any(?) order by verification_id, number")
				.param(verifications.toArray(Long[]::new))
				.query((results) -> {
					calls.computeIfAbsent(results.getLong("verification_id"), (_) -> new ArrayList<>())
						.add(read(results));
				});
		}
		return calls;
	}

	private static Call read(ResultSet results) throws SQLException {
		return new Call(results.getInt("number"), CallKind.valueOf(results.getString("kind")),
				results.getString("method"), results.getString("path"), Times.require(results, "sent_at"),
				Duration.ofNanos(results.getLong("took_micros") * 1000), results.getBoolean("repeated"),
				answer(results));
	}

	private static Answer answer(ResultSet results) throws SQLException {
		@Nullable String problem = results.getString("problem");
		if (problem != null) {
			return new Answer.Missing(results.getBoolean("maybe_sent"), problem);
		}
		return new Answer.Received(results.getInt("status"), Json.pairs(results.getString("headers")),
				results.getString("body"), results.getBoolean("cut"));
	}

	private record Mark(long verification, int number, int term) {

	}

	private record Added(long verification, Call call) {

	}

}
