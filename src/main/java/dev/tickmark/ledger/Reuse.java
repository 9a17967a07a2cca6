package dev.tickmark.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.payee.ProviderName;

/**
 * Answers of other runs that answer a run's questions as well. Only a MATCH is one, that
 * the provider gave to exactly this question, and that nothing which was found out since
 * contradicts. What is reused is never reused again: its age is that of the answer.
 */
@Repository
public class Reuse {

	/**
	 * That the journal has the answer, and that it is a provider's for a real run and the
	 * sandbox's for a rehearsal: a sandbox may also be at the address of a provider.
	 */
	private static final String ANSWERED = """
			(select bool_and(c.sandbox = :sandbox) and bool_or(c.status between 200 and 299)
				from call c where c.verification_id = l.original and c.problem is null)""";

	/**
	 * That the provider still said so when it last said anything as it was read back.
	 */
	private static final String STANDS = """
			(select b.result from read_back b where b.verification_id = l.original
					and b.result in ('AGREES', 'CHANGED', 'CONCLUDED')
				order by b.read_at desc limit 1) is distinct from 'CHANGED'""";

	/**
	 * What is open is joined with all answers to the same questions by their hashes, and
	 * without an index, which every intake would have to keep: only runs that reuse pay
	 * for this. PostgreSQL takes an array for ten rows, so it never compares each with
	 * all, as it would where a short run in a long ledger looks like none. Then a few are
	 * left, whose calls are looked up one by one.
	 */
	private static final String CONCLUDE = """
			with latest as materialized (
				select distinct on (v.id) v.id as verification, o.id as original, o.verdict
				from unnest(array(
					select id from verification where run_id = :run and state = 'READY' and verdict is null
						and attempts = 0 and asking_call is null)) as own(id)
				join verification v on v.id = own.id
				join verification o on o.provider = v.provider and o.question = v.question and o.run_id <> v.run_id
				join run other on other.id = o.run_id and other.sandbox = :sandbox
				where o.state = 'CONCLUDED' and o.reused_from is null and o.checked_at >= :since
				order by v.id, o.checked_at desc, o.id)
			update verification v set state = 'CONCLUDED', reused_from = o.id, verdict = o.verdict,
				account_state = o.account_state, name_match = o.name_match, account_type_match = o.account_type_match,
				basis = o.basis, reason = o.reason, reason_code = o.reason_code, suggested_name = o.suggested_name,
				provider_reference = o.provider_reference, checked_at = o.checked_at
			from latest l join verification o on o.id = l.original, run r
			where v.id = l.verification and v.state = 'READY' and r.id = v.run_id and r.term = :term
				and l.verdict = 'MATCH' and %s and %s""".formatted(ANSWERED, STANDS);

	/**
	 * For whoever only reads: the ledger may be of a version that does not know yet what
	 * was reused. Of what has the same time, the first is the answer and has calls.
	 */
	private static final String REUSABLE = """
			select l.question from (
				select distinct on (o.question) o.question, o.id as original, o.verdict
				from verification o join run r on r.id = o.run_id and r.sandbox = :sandbox
				where o.provider = :provider and o.state = 'CONCLUDED' and o.checked_at >= :since
				order by o.question, o.checked_at desc, o.id) l
			where l.verdict = 'MATCH' and %s""".formatted(ANSWERED);

	private static final String REUSABLE_AND_STANDS = REUSABLE + " and " + STANDS;

	private final JdbcClient jdbc;

	private final JdbcClient streaming;

	private final TransactionTemplate reading;

	Reuse(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = JdbcClient.create(jdbc);
		this.streaming = JdbcClient.create(Streaming.over(jdbc));
		// not by an annotation, which nobody reads where the ledger is alone
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	/**
	 * Concludes the verifications of a run that were never asked and need not be, if the
	 * run reuses anything. What was reused or asked before stays as it is.
	 * @param term the run's term in which this process works on it
	 * @return how many are concluded
	 */
	public int conclude(long run, int term) {
		Optional<Since> since = this.jdbc
			.sql("select reuse_since, sandbox from run where id = ? and reuse_since is not null")
			.param(run)
			.query((results, _) -> new Since(Times.require(results, "reuse_since"), results.getBoolean("sandbox")))
			.optional();
		return since
			.map((known) -> this.jdbc.sql(CONCLUDE)
				.param("run", run)
				.param("term", term)
				.param("since", Times.at(known.at()))
				.param("sandbox", known.sandbox())
				.update())
			.orElse(0);
	}

	/**
	 * Hands over the questions to a provider that a new run would not have to ask.
	 * @param sandbox whether it would be a rehearsal
	 * @param since when the answers must have come
	 */
	public void each(ProviderName provider, boolean sandbox, Instant since, Consumer<byte[]> reader) {
		boolean readsBack = ReadBacks.areIn(this.jdbc);
		this.reading.executeWithoutResult((_) -> this.streaming.sql(readsBack ? REUSABLE_AND_STANDS : REUSABLE)
			.param("provider", provider.value())
			.param("sandbox", sandbox)
			.param("since", Times.at(since))
			.query((results) -> {
				reader.accept(results.getBytes("question"));
			}));
	}

	/** From when on a run reuses answers, and whose. */
	private record Since(Instant at, boolean sandbox) {

	}

}
