package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.VerificationState;

/** The journal of all calls: written as answers arrive, never changed. */
@Repository
public class CallJournal {

	private final JdbcClient jdbc;

	CallJournal(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Marks that a call is about to be sent, and commits that before it returns: after a
	 * crash the mark says that the provider may have seen it.
	 * @param number the number the call will have
	 * @param term the run's term in which this process works on it
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void asking(long verification, int number, int term) {
		int marked = this.jdbc.sql("""
				update verification v set state = 'ASKING', asking_call = ? from run r
				where v.id = ? and v.state = any(?) and r.id = v.run_id and r.term = ?""")
			.params(number, verification, States.names(VerificationState.ASKING.previous()), term)
			.update();
		if (marked != 1) {
			throw new IllegalStateException("verification " + verification
					+ " is not in a state to be asked, or another process has taken the run up");
		}
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
	 * Adds a call, in a transaction of its own, so that no answer that was received is
	 * ever lost, whatever happens to the chunk it belongs to.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void record(long verification, Call call) {
		JdbcClient.StatementSpec insert = this.jdbc.sql("""
				insert into call (verification_id, number, kind, method, path, sent_at, took_micros, repeated, sandbox,
					status, headers, body, cut, maybe_sent, problem)
				values (:verification, :number, :kind, :method, :path, :sentAt, :took, :repeat, :sandbox, :status,
					:headers::json, :body, :cut, :maybeSent, :problem)""")
			.param("verification", verification)
			.param("number", call.number())
			.param("kind", call.kind().name())
			.param("method", call.method())
			.param("path", call.path())
			.param("sentAt", Times.at(call.sentAt()))
			.param("took", call.took().toNanos() / 1000)
			.param("repeat", call.repeat());
		switch (call.answer()) {
			case Answer.Received received -> answered(insert, received);
			case Answer.Missing missing -> unanswered(insert, missing);
		}
		insert.update();
	}

	private static void answered(JdbcClient.StatementSpec insert, Answer.Received received) {
		insert.param("sandbox", received.isSandboxs())
			.param("status", received.status())
			.param("headers", Json.of(received.headers()))
			// PostgreSQL's text cannot hold NUL
			.param("body", received.body().replace('\0', '\uFFFD'))
			.param("cut", received.cut())
			.param("maybeSent", null, Types.BOOLEAN)
			.param("problem", null, Types.VARCHAR);
	}

	private static void unanswered(JdbcClient.StatementSpec insert, Answer.Missing missing) {
		insert.param("sandbox", false)
			.param("status", null, Types.INTEGER)
			.param("headers", null, Types.VARCHAR)
			.param("body", null, Types.VARCHAR)
			.param("cut", null, Types.BOOLEAN)
			.param("maybeSent", missing.sent())
			.param("problem", missing.problem());
	}

	/**
	 * When calls were sent to a provider, from whatever run of this ledger, the oldest
	 * first. One that was under way when its process died counts as sent just now.
	 * @param sandbox whether those of runs against the sandbox are meant
	 * @param most no more than the latest so many
	 */
	public List<Instant> sent(ProviderName provider, boolean sandbox, Collection<CallKind> kinds, Instant since,
			int most) {
		List<Instant> latest = this.jdbc.sql("""
				select c.sent_at from call c join verification v on v.id = c.verification_id
				join run r on r.id = v.run_id
				where c.sent_at >= :since and c.kind = any(:kinds) and v.provider = :provider and r.sandbox = :sandbox
				union all
				select clock_timestamp() from verification v join run r on r.id = v.run_id
				where v.state <> 'CONCLUDED' and v.asking_call is not null and v.provider = :provider
					and r.sandbox = :sandbox and r.changed_at >= :since
				order by 1 desc limit :most""")
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

}
