package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verification;

/** The verifications that are still open: what to ask next, and when. */
@Repository
public class Verifications {

	private static final String SELECT = """
			select v.*, r.payee from verification v
			join payee_row r on r.run_id = v.run_id and r.number = v.first_row
			where v.run_id = ? and v.provider = ?""";

	private final JdbcClient jdbc;

	private final CallJournal journal;

	Verifications(JdbcClient jdbc, CallJournal journal) {
		this.jdbc = jdbc;
		this.journal = journal;
	}

	/**
	 * The next verifications of a slice that are READY, in order. It reads in a
	 * transaction of its own, so that no connection is held while they are asked.
	 * @param after the number to go on after
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public List<Verification> ready(long run, ProviderName provider, int slices, int slice, long after, int limit) {
		List<Verification> bare = this.jdbc
			.sql(SELECT + " and v.state = 'READY' and v.id % ? = ? and v.id > ? order by v.id limit ?")
			.params(run, provider.value(), slices, slice, after, limit)
			.query(Verifications::read)
			.list();
		return withCalls(bare);
	}

	/** The verifications of a lane that are due, the longest due first. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public List<Verification> due(long run, ProviderName provider, Instant now, int limit) {
		List<Verification> bare = this.jdbc
			.sql(SELECT + " and v.state in ('WAITING', 'RETRY', 'ACTION_REQUIRED') and v.next_attempt_at <= ?"
					+ " order by v.next_attempt_at, v.id limit ?")
			.params(run, provider.value(), Times.at(now), limit)
			.query(Verifications::read)
			.list();
		return withCalls(bare);
	}

	/** When the next verification of a lane is due; empty when none will be. */
	public Optional<Instant> nextDue(long run, ProviderName provider) {
		return this.jdbc.sql("""
				select next_attempt_at from verification
				where run_id = ? and provider = ? and state in ('WAITING', 'RETRY', 'ACTION_REQUIRED')
					and next_attempt_at is not null
				order by next_attempt_at limit 1""")
			.params(run, provider.value())
			.query((results, number) -> Times.require(results, "next_attempt_at"))
			.optional();
	}

	/**
	 * Takes up what a process left behind when it died: every verification in ASKING is
	 * due at once, and its unsettled call is remembered.
	 */
	@Transactional
	public int recover(long run, Instant now) {
		// waits for marks that are just being made: what comes later sees the new term
		this.jdbc.sql("lock table verification in share row exclusive mode").update();
		return this.jdbc
			.sql("update verification set state = 'RETRY', next_attempt_at = ? where run_id = ? and state = 'ASKING'")
			.params(Times.at(now), run)
			.update();
	}

	/**
	 * Lets a new pass look again at what is open: at what was held, with all its
	 * attempts; and at what waits longer than a pass would for an answer or a person,
	 * once. What failed keeps the time its provider asked for.
	 * @param patience how long a pass waits for an answer
	 */
	@Transactional
	public void reopen(long run, Instant now, Duration patience) {
		this.jdbc.sql("update verification set state = 'READY', failures = 0 where run_id = ? and state = 'HELD'")
			.param(run)
			.update();
		this.jdbc.sql("""
				update verification set next_attempt_at = ?
				where run_id = ? and state in ('WAITING', 'ACTION_REQUIRED')
					and (next_attempt_at is null or next_attempt_at > ?)""")
			.params(Times.at(now), run, Times.at(now.plus(patience)))
			.update();
	}

	/**
	 * Whether the provider's reference is that of another question, in any run, or may
	 * be: then what it says is not about this one. It is this question's own if the
	 * ledger has it as such and as nobody else's, or if no other question has met it and
	 * none that is equal in some columns was asked without having been told its
	 * reference.
	 * <p>
	 * Everything is looked at in one snapshot: the answer to the other question may be
	 * stored at this moment, and is to be seen before it or after it.
	 * @param columns what the provider knows questions again by
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public boolean mayBeAnothers(long verification, String reference, Collection<Column> columns) {
		Set<Holder> holders = holders(verification, reference);
		if (holders.contains(Holder.ANOTHER)) {
			return true;
		}
		return !holders.contains(Holder.OWN)
				&& (holders.contains(Holder.MET_BY_ANOTHER) || equalOneIsUntold(verification, columns));
	}

	/** Who has a reference: a question that merely met it was unable to check. */
	private Set<Holder> holders(long verification, String reference) {
		return Set.copyOf(this.jdbc.sql("""
				select distinct case when other.verdict = 'UNABLE_TO_CHECK'
						then case when other.question = v.question then 'MET' else 'MET_BY_ANOTHER' end
						else case when other.question = v.question then 'OWN' else 'ANOTHER' end end
				from verification v join verification other on other.provider = v.provider
				join run vr on vr.id = v.run_id join run otr on otr.id = other.run_id and otr.sandbox = vr.sandbox
				where v.id = ? and other.provider_reference = ?""")
			.params(verification, reference)
			.query((results, number) -> Holder.valueOf(results.getString(1)))
			.list());
	}

	private boolean equalOneIsUntold(long verification, Collection<Column> columns) {
		if (columns.isEmpty()) {
			return false;
		}
		Payee asked = this.jdbc.sql("""
				select r.payee from verification v
				join payee_row r on r.run_id = v.run_id and r.number = v.first_row where v.id = ?""")
			.param(verification)
			.query((results, number) -> Json.payee(results.getString("payee")))
			.single()
			.only(Set.copyOf(columns));
		// compared here: PostgreSQL cannot look into JSON that has a NUL somewhere
		return this.jdbc.sql("""
				select o.payee from verification v
				join verification other on other.provider = v.provider and other.question <> v.question
				join run vr on vr.id = v.run_id join run otr on otr.id = other.run_id and otr.sandbox = vr.sandbox
				join payee_row o on o.run_id = other.run_id and o.number = other.first_row
				where v.id = ? and other.provider_reference is null and other.state <> 'CONCLUDED'
					and (other.asking_call is not null or other.attempts > 0)""")
			.param(verification)
			.query((results, number) -> Json.payee(results.getString("payee")))
			.list()
			.stream()
			.anyMatch((other) -> other.only(Set.copyOf(columns)).equals(asked));
	}

	private List<Verification> withCalls(List<Verification> bare) {
		// all of them: one whose answer was adopted has calls without ever counting as
		// asked
		Map<Long, List<Call>> calls = this.journal.of(bare.stream().map(Verification::id).toList());
		return bare.stream().map((v) -> with(v, calls.getOrDefault(v.id(), List.of()))).toList();
	}

	static Verification with(Verification v, List<Call> calls) {
		return new Verification(v.id(), v.provider(), v.payee(), v.attempts(), v.failures(), v.deadline(),
				v.askingCall(), calls);
	}

	static Verification read(ResultSet results, int number) throws SQLException {
		int asking = results.getInt("asking_call");
		@Nullable Integer askingCall = results.wasNull() ? null : asking;
		return new Verification(results.getLong("id"), new ProviderName(results.getString("provider")),
				Json.payee(results.getString("payee")), results.getInt("attempts"), results.getInt("failures"),
				Times.read(results, "deadline"), askingCall, List.of());
	}

	private enum Holder {

		OWN, MET, ANOTHER, MET_BY_ANOTHER

	}

}
