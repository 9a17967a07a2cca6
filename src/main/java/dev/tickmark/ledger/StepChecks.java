package dev.tickmark.ledger;

import java.util.List;

/**
 * What the balance step looks for when a run comes to its end. Rows and what is asked
 * about them are stored in one transaction, and a row changes over to its fall-back with
 * both questions in one statement: what counts them holds at every moment. What is still
 * to be asked, or to fall back, is a fault only when nobody will do it any more.
 */
final class StepChecks {

	/** Reused, and not from a MATCH that the provider gave to the same question. */
	private static final String UNFOUNDED = """
			v.reused_from is not null and not exists (
				select 1 from verification o join run other on other.id = o.run_id join run own on own.id = v.run_id
				where o.id = v.reused_from and o.reused_from is null and o.run_id <> v.run_id
					and other.sandbox = own.sandbox and o.provider = v.provider and o.question = v.question
					and o.verdict = 'MATCH' and v.verdict = 'MATCH' and o.checked_at = v.checked_at
					and exists (
						select 1 from call c where c.verification_id = o.id and c.status between 200 and 299))""";

	static final List<MustBeZero> ALL = List.of(onceRead("rows stored that were not read, or read and not stored", """
			select abs(coalesce(row_count, -1) - (select count(*) from payee_row where run_id = :run))
			from run where id = :run"""), onceRead("sum of line numbers that differs from the file's", """
			select abs(coalesce(line_total, -1)
				- (select coalesce(sum(line), 0) from payee_row where run_id = :run))::bigint
			from run where id = :run"""), onceRead("characters that differ from the file's", """
			select abs(coalesce(character_total, -1)
				- (select coalesce(sum(length(fields::text)), 0) from payee_row where run_id = :run))::bigint
			from run where id = :run"""), onceRead("gaps in the numbers of the rows", """
			select coalesce(max(number), 0) - count(*) from payee_row where run_id = :run"""),
			onceRead("rows without an outcome", """
					select count(*) from payee_row r where r.run_id = :run and r.problem is null and not exists (
						select 1 from verification v
						where v.run_id = r.run_id and v.provider = r.provider and v.question = r.question)"""),
			onceRead("verifications that no row asks for", """
					select count(*) from verification v where v.run_id = :run and not exists (
						select 1 from payee_row r where r.run_id = v.run_id and r.number = v.first_row
							and ((r.provider = v.provider and r.question = v.question) or r.fell_back_from = v.id))"""),
			onceRead("rows that fell back from a provider which was not unable to check",
					"""
							select count(*) from payee_row r where r.run_id = :run and r.fell_back_from is not null and not exists (
								select 1 from verification v where v.id = r.fell_back_from and v.run_id = r.run_id
									and v.state = 'CONCLUDED' and v.verdict = 'UNABLE_TO_CHECK')"""),
			onceRead("rows that verifications count too many or too few", """
					select abs((select coalesce(sum(row_count), 0) from verification where run_id = :run)
						- (select count(*) from payee_row where run_id = :run and problem is null))"""),
			onceRead("questions to fall-backs that count other rows than ask them", """
					select count(*) from verification v left join (
						select provider, question, count(*) as rows from payee_row
						where run_id = :run and problem is null
							and (select exists (select 1 from verification where run_id = :run and fallback))
						group by provider, question) r using (provider, question)
					where v.run_id = :run and v.fallback and v.row_count <> coalesce(r.rows, 0)"""),
			onceEnded("rows that could have fallen back and did not", """
					select count(*) from payee_row r join verification v
						on v.run_id = r.run_id and v.provider = r.provider and v.question = r.question
					where r.run_id = :run and r.fallback_provider is not null
						and v.state = 'CONCLUDED' and v.verdict = 'UNABLE_TO_CHECK'"""),
			onceEnded("verifications still ASKING", """
					select count(*) from verification where run_id = :run and state = 'ASKING'"""),
			onceEnded("verifications whose verdict does not fit their state",
					"""
							select count(*) from verification where run_id = :run and (
								(state = 'CONCLUDED') is distinct from (verdict not in ('PENDING', 'ACTION_REQUIRED', 'PROVIDER_ERROR'))
								and not (state in ('READY', 'RETRY') and verdict is null))"""),
			onceRead("verdicts from a provider without an answer in the journal", """
					select (select count(*) from verification v where v.run_id = :run and v.reused_from is null
						and v.verdict in ('MATCH', 'CLOSE_MATCH', 'NO_MATCH', 'ACCOUNT_NOT_FOUND', 'ACCOUNT_UNUSABLE')
						and not exists (
							select 1 from call c where c.verification_id = v.id and c.status between 200 and 299))
					+ (select count(*) from verification v where v.run_id = :run and %s)""".formatted(UNFOUNDED)),
			onceRead("close matches that count as accepted and are not", """
					select count(*) from verification v where v.run_id = :run and v.remembered_match is not null
						and not exists (
							select 1 from remembered_match m where m.id = v.remembered_match and m.provider = v.provider
								and m.question = v.question and v.verdict = 'CLOSE_MATCH'
								and v.checked_at between m.accepted_at and m.expires_at)"""));

	private StepChecks() {
	}

	private static MustBeZero onceRead(String what, String sql) {
		return new MustBeZero(what, sql, MustBeZero.Holds.ONCE_READ);
	}

	private static MustBeZero onceEnded(String what, String sql) {
		return new MustBeZero(what, sql, MustBeZero.Holds.ONCE_ENDED);
	}

}
