package dev.tickmark.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.ProviderName;

/**
 * Rows whose provider was unable to check them for good, and that another is asked about.
 * Such a row changes over to the other's question, and remembers the verification that
 * came to nothing: that one stays as it is, with its calls.
 */
@Repository
public class Fallbacks {

	private static final String FALLING = """
			select v.id, r.number, r.fallback_provider as provider, r.fallback_question as question
			from verification v join payee_row r on r.run_id = v.run_id and r.question = v.question
				and r.provider = v.provider and r.fallback_provider = :to
			where v.run_id = :run and v.provider = any(:from) and v.state = 'CONCLUDED'
				and v.verdict = 'UNABLE_TO_CHECK' and v.row_count > 0 and v.may_fall_back""";

	/**
	 * A question that is there may be written at this moment, together with others:
	 * whoever waited for it could be waited for. Its rows come the next time.
	 */
	private static final String CHANGE_OVER = """
			with falling as materialized (%s),
			there as materialized (
				select v.id, v.provider, v.question from verification v join (
					select distinct provider, question from falling) f using (provider, question)
				where v.run_id = :run and v.fallback),
			free as materialized (
				select v.id from verification v where v.id in (select id from there) for no key update skip locked),
			moving as materialized (
				select f.*, t.id as existing from falling f left join there t using (provider, question)
				where t.id is null or t.id in (select id from free)),
			asked as (
				insert into verification (run_id, provider, question, first_row, row_count, state, next_attempt_at,
					fallback)
				select :run, provider, question, min(number), count(*), 'RETRY', :now, true
				from moving where existing is null group by provider, question order by min(number)
				returning id),
			joined as (
				update verification v set row_count = v.row_count + m.rows
				from (select existing, count(*) as rows from moving where existing is not null group by existing) m
				where v.id = m.existing),
			left_behind as (
				update verification v set row_count = v.row_count - m.rows
				from (select id, count(*) as rows from moving group by id) m where v.id = m.id),
			changed_over as (
				update payee_row r set provider = m.provider, question = m.question, fell_back_from = m.id,
					fallback_provider = null, fallback_question = null
				from moving m where r.run_id = :run and r.number = m.number)
			select count(*) from asked""".formatted(FALLING);

	private static final String FIRST_ROWS = """
			update verification v set first_row = m.first
			from (select provider, question, min(number) as first from payee_row
				where run_id = :run and fell_back_from is not null group by provider, question) m
			where v.run_id = :run and v.provider = m.provider and v.question = m.question and v.fallback
				and m.first < v.first_row""";

	private final JdbcClient jdbc;

	Fallbacks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whom rows of a run may still fall back to. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public List<ProviderName> possible(long run) {
		return this.jdbc.sql("""
				select distinct r.fallback_provider from payee_row r
				join verification v on v.run_id = r.run_id and v.provider = r.provider and v.question = r.question
				where r.run_id = ? and r.fallback_provider is not null
					and (v.state <> 'CONCLUDED' or v.verdict = 'UNABLE_TO_CHECK') order by 1""")
			.param(run)
			.query((results, _) -> new ProviderName(results.getString(1)))
			.list();
	}

	/**
	 * Has every row fall back to a provider whose turn has come: what is new to ask there
	 * is due at once. All of it in one transaction, or nothing.
	 * @param from those who may have been unable to check
	 * @param term the run's term in which this process works on it
	 * @return how many questions are new to the provider
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public int follow(long run, ProviderName to, Collection<ProviderName> from, Instant now, int term) {
		String[] providers = from.stream().map(ProviderName::value).toArray(String[]::new);
		if (!any(run, to, providers)) {
			return 0;
		}
		// one at a time, and nobody who has lost the run
		boolean ours = this.jdbc.sql("select 1 from run where id = ? and term = ? for update")
			.params(run, term)
			.query(Integer.class)
			.optional()
			.isPresent();
		if (!ours) {
			throw new IllegalStateException("another process has taken the run " + run + " up");
		}
		return this.jdbc.sql(CHANGE_OVER)
			.param("to", to.value())
			.param("run", run)
			.param("from", providers)
			.param("now", Times.at(now))
			.query(Integer.class)
			.single();
	}

	/**
	 * Puts down the first row of each question, when nobody asks any more: rows that fell
	 * back to it may stand before those that asked it anyway.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void settle(long run) {
		this.jdbc.sql(FIRST_ROWS).param("run", run).update();
	}

	private boolean any(long run, ProviderName to, String[] from) {
		return this.jdbc.sql("select exists (" + FALLING + ")")
			.param("to", to.value())
			.param("run", run)
			.param("from", from)
			.query(Boolean.class)
			.single();
	}

}
