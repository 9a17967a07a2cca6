package dev.tickmark.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import dev.tickmark.payee.Change;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@LedgerTest
class ChangesTests {

	private final Changes changes;

	private final CallJournal journal;

	private final Runs runs;

	private final Given given;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	ChangesTests(Changes changes, CallJournal journal, Runs runs, Given given, JdbcClient jdbc,
			TransactionOperations transaction) {
		this.runs = runs;
		this.changes = changes;
		this.journal = journal;
		this.given = given;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@ParameterizedTest(name = "{0} to {1}")
	@MethodSource("transitions")
	void onlyALegalTransitionIsWritten(VerificationState from, VerificationState to) {
		long verification = this.given.verification();
		this.given.state(verification, from, null);
		// what is concluded stays so, what is held becomes ready first, and nothing else
		// becomes ready
		boolean illegal = from == VerificationState.CONCLUDED
				|| (from == VerificationState.HELD) != (to == VerificationState.READY);
		List<Change> change = List.of(Given.change(verification, to));
		if (illegal) {
			assertThatIllegalStateException().isThrownBy(() -> this.changes.apply(change, 1))
				.withMessageContaining(String.valueOf(verification))
				.withMessageContaining(to.name());
		}
		else {
			this.changes.apply(change, 1);
		}
		assertThat(this.given.state(verification)).isEqualTo((illegal ? from : to).name());
		assertThat(reason(verification).equals("by force")).isEqualTo(illegal);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 499, 500, 1000, 1200 })
	void oneIllegalChangeAnywhereUndoesTheWholeChunk(int index) {
		long run = this.given.asking(1201);
		List<Long> ids = this.given.verifications(run);
		this.given.state(ids.get(index), VerificationState.HELD, null);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.changes.apply(Given.changes(ids, VerificationState.WAITING), 1))
			.withMessageStartingWith("verification " + ids.get(index) + " cannot become WAITING");
		assertThat(states(run)).isEqualTo(Map.of("READY", 1200L, "HELD", 1L));
	}

	@Test
	void whoLostTheRunToAnotherProcessChangesNothingMore() {
		long run = this.given.asking(1);
		long verification = this.given.verifications(run).getFirst();
		this.runs.continuePass(run);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.changes.apply(List.of(Given.change(verification, VerificationState.RETRY)), 1))
			.withMessageContaining("another process");
		this.runs.end(run, 1, RunState.FAILED, "too late");
		assertThat(this.runs.find(run).orElseThrow().state()).isEqualTo(RunState.STARTED);
	}

	@Test
	void aLongListIsWrittenToItsEnd() {
		long run = this.given.asking(1201);
		this.changes.apply(Given.changes(this.given.verifications(run), VerificationState.WAITING), 1);
		assertThat(states(run)).isEqualTo(Map.of("WAITING", 1201L));
	}

	@Test
	void noVerificationIsConcludedTwiceInOneChunk() {
		long verification = this.given.verification();
		Change conclusion = Given.change(verification, VerificationState.CONCLUDED);
		assertThatIllegalStateException().isThrownBy(() -> this.changes.apply(List.of(conclusion, conclusion), 1));
		assertThat(this.given.state(verification)).isEqualTo("READY");
	}

	@Test
	void aChangeIsPartOfTheChunksTransaction() {
		long verification = this.given.verification();
		this.transaction.executeWithoutResult((chunk) -> {
			this.changes.apply(List.of(Given.change(verification, VerificationState.CONCLUDED)), 1);
			chunk.setRollbackOnly();
		});
		assertThat(this.given.state(verification)).isEqualTo("READY");
	}

	@Test
	void nothingToChangeIsNoFault() {
		this.changes.apply(new ArrayList<>(), 1);
	}

	@Test
	void everyPartOfAChangeIsWritten() {
		long verification = this.given.verification();
		this.journal.asking(verification, 1, 1);
		this.changes.apply(List.of(new Change(verification, VerificationState.RETRY, Given.NOON, 3, 2,
				Given.NOON.plusSeconds(9), null, Given.match(), Given.NOON.minusSeconds(1))), 1);
		Map<String, @Nullable Object> row = this.jdbc.sql("""
				select state, asking_call, attempts, failures, verdict, account_state, name_match, account_type_match,
					basis, reason, reason_code, suggested_name, provider_reference,
					to_char(next_attempt_at at time zone 'UTC', 'HH24:MI:SS.US') as due,
					to_char(deadline at time zone 'UTC', 'HH24:MI:SS.US') as deadline,
					to_char(checked_at at time zone 'UTC', 'HH24:MI:SS.US') as checked
				from verification where id = ?""").param(verification).query().singleRow();
		assertThat(row.toString()).isEqualTo("{state=RETRY, asking_call=null, attempts=3, failures=2, verdict=MATCH,"
				+ " account_state=ACTIVE, name_match=FULL, account_type_match=YES, basis=NAME_AND_ACCOUNT,"
				+ " reason=The name agrees., reason_code=MTCH, suggested_name=Anna Berg, provider_reference=ref-1,"
				+ " due=12:00:00.123456, deadline=12:00:09.123456, checked=11:59:59.123456}");
	}

	@Test
	void aReferenceOnceKnownIsNotLost() {
		long verification = this.given.verification();
		Change waiting = Given.change(verification, VerificationState.WAITING);
		this.changes.apply(List.of(new Change(verification, VerificationState.WAITING, null, 1, 0, null, null,
				waiting.finding().reference("ref-7"), Given.NOON)), 1);
		this.changes.apply(List.of(Given.change(verification, VerificationState.HELD)), 1);
		assertThat(this.jdbc.sql("select provider_reference from verification where id = ?")
			.param(verification)
			.query(String.class)
			.single()).isEqualTo("ref-7");
	}

	private Map<String, Long> states(long run) {
		Map<String, Long> states = new HashMap<>();
		this.jdbc.sql("select state, count(*) from verification where run_id = ? group by state")
			.param(run)
			.query((results) -> {
				states.put(results.getString(1), results.getLong(2));
			});
		return states;
	}

	private String reason(long verification) {
		return this.jdbc.sql("select reason from verification where id = ?")
			.param(verification)
			.query(String.class)
			.single();
	}

	private static Stream<Object[]> transitions() {
		return Stream.of(VerificationState.values())
			.flatMap((from) -> Stream.of(VerificationState.values()).map((to) -> new Object[] { from, to }));
	}

}
