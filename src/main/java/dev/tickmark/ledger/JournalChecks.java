package dev.tickmark.ledger;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tickmark.payee.Verdict;

/**
 * What is looked for besides when a run is checked again, at whatever moment: the journal
 * held against the states that came of it. A call is in the journal before the state that
 * follows from it is written, and its mark stays until then.
 */
final class JournalChecks {

	private static final String VERDICTS = Stream.of(Verdict.values())
		.map((verdict) -> "'" + verdict + "'")
		.collect(Collectors.joining(", "));

	static final List<MustBeZero> ALL = List.of(
			// what is asked for the first time has no verdict yet
			new MustBeZero("verifications whose verdict does not fit their state",
					"""
							select count(*) from verification where run_id = :run and (
								(state = 'CONCLUDED') is distinct from (verdict not in ('PENDING', 'ACTION_REQUIRED', 'PROVIDER_ERROR'))
								and not (state in ('READY', 'RETRY', 'ASKING') and verdict is null))""",
					MustBeZero.Holds.UNTIL_ENDED),
			onceRead("verdicts that are none",
					"""
							select count(*) from verification where run_id = :run and verdict not in (%s)"""
						.formatted(VERDICTS)),
			onceRead("MATCHes without their grounds", """
					select count(*) from verification where run_id = :run and verdict = 'MATCH' and not coalesce(
						account_state not in ('INACTIVE', 'CLOSED', 'NOT_FOUND') and account_type_match <> 'NO'
						and case basis
							when 'NAME_AND_ACCOUNT' then name_match = 'FULL' and account_state = 'ACTIVE'
							when 'REGISTRATION_ONLY' then name_match = 'NOT_CHECKED'
							else name_match in ('NOT_CHECKED', 'FULL') end, false)"""),
			// each attempt that counts has a call of its own, but several may be needed
			onceRead("verifications with more attempts than calls in the journal", """
					select count(*) from verification v where v.run_id = :run and v.attempts > 0
						and v.attempts > (select count(*) from call c where c.verification_id = v.id)"""),
			onceRead("verifications that count as never asked and have calls", """
					select count(*) from verification v where v.run_id = :run and v.attempts = 0
						and v.asking_call is null and v.reused_from is null
						and exists (select 1 from call c where c.verification_id = v.id)"""),
			onceRead("verifications that are being asked by no call",
					"""
							select count(*) from verification where run_id = :run and state = 'ASKING' and asking_call is null"""),
			// to read an answer back is not to ask
			onceRead("answers that are reused and were asked for all the same",
					"""
							select count(*) from verification v where v.run_id = :run and v.reused_from is not null
								and (v.attempts > 0 or exists (
									select 1 from call c where c.verification_id = v.id and c.kind in ('SUBMIT', 'SESSION')))"""),
			new MustBeZero("rows still open, though the run is COMPLETE", """
					select coalesce(sum(v.row_count), 0) from verification v join run r on r.id = v.run_id
					where v.run_id = :run and r.state = 'COMPLETE' and v.state <> 'CONCLUDED'""",
					MustBeZero.Holds.ONCE_ENDED));

	private JournalChecks() {
	}

	private static MustBeZero onceRead(String what, String sql) {
		return new MustBeZero(what, sql, MustBeZero.Holds.ONCE_READ);
	}

}
