package dev.tickmark.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.Figures.LanePass;
import dev.tickmark.ledger.ReadBackOutcome.Conclusion;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.VerificationState;

import static dev.tickmark.ledger.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@LedgerTest
class ReadBackJournalTests {

	private static final Finding NO_MATCH = Finding.of(Verdict.NO_MATCH, "It does not agree.").code("NMTC");

	private final ReadBackJournal journal;

	private final ReadBacks readBacks;

	private final ReadBackItems items;

	private final Reconciliations reconciliations;

	private final CallJournal calls;

	private final Runs runs;

	private final RunChecks checks;

	private final Balance balance;

	private final Figures figures;

	private final Given given;

	private final GivenComparisons comparisons;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final ProviderName provider = GivenComparisons.provider();

	private long run;

	/** Answered the first, waiting for the second. */
	private List<Long> ids = List.of();

	private @Nullable Reconciliation collected;

	ReadBackJournalTests(ReadBackJournal journal, ReadBacks readBacks, ReadBackItems items,
			Reconciliations reconciliations, CallJournal calls, Runs runs, RunChecks checks, Balance balance,
			Figures figures, Given given, GivenComparisons comparisons, JdbcClient jdbc,
			TransactionTemplate transaction) {
		this.journal = journal;
		this.readBacks = readBacks;
		this.items = items;
		this.reconciliations = reconciliations;
		this.calls = calls;
		this.runs = runs;
		this.checks = checks;
		this.balance = balance;
		this.figures = figures;
		this.given = given;
		this.comparisons = comparisons;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@BeforeEach
	void anAnswerAndAnOpenQuestion() {
		this.run = this.given.asking(this.provider, 2);
		this.ids = this.given.verifications(this.run);
		this.comparisons.answered(this.ids.get(0), "ref-0", NOON);
		open(VerificationState.WAITING);
		this.runs.end(this.run, 1, RunState.OPEN, null);
		this.collected = this.comparisons.ofRun(this.run);
		assertThat(this.readBacks.collect(this.collected, List.of())).isEqualTo(2);
	}

	private void open(VerificationState state) {
		this.calls.record(this.ids.get(1), Given.call(1, NOON));
		this.comparisons.become(this.ids.get(1), state,
				Objects.requireNonNull(Given.change(1, state).finding()).reference("ref-1"), NOON);
	}

	@Test
	void aCallIsCommittedAtOnceWhateverBecomesOfTheChunk() {
		this.transaction.executeWithoutResult((status) -> {
			this.journal.record(collected().id(), this.ids.get(0), status(1, NOON));
			status.setRollbackOnly();
		});
		assertThat(
				this.given.count("select count(*) from read_back_call where reconciliation_id = ?", collected().id()))
			.isOne();
		assertThat(this.given.count("select count(*) from call where verification_id = ?", this.ids.get(0)))
			.as("the journal of asking is left alone")
			.isOne();
	}

	@Test
	void allThatCameOfItIsToldInTheOrderOfTheRows() {
		settle(outcome(1, ReadBackResult.PENDING_THERE, null, null),
				outcome(0, ReadBackResult.CHANGED, "verdict MATCH → NO_MATCH", NO_MATCH));
		List<ReadBackItem> all = each(false);
		assertThat(all).extracting(ReadBackItem::result)
			.containsExactly(ReadBackResult.CHANGED, ReadBackResult.PENDING_THERE);
		ReadBackItem changed = all.getFirst();
		assertThat(changed).isEqualTo(
				new ReadBackItem(ReadBackResult.CHANGED, this.run, 2, 1, null, this.provider, "ref-0", Verdict.MATCH,
						"verdict MATCH → NO_MATCH", NO_MATCH.reference("ref-0"), NOON, NOON.plusSeconds(60)));
		assertThat(all.getLast().there()).isNull();
		assertThat(each(true)).containsExactly(changed);
		assertThat(this.items.byProvider(collected().id())).extracting(ReadBackItems.ProviderCount::items)
			.containsExactly(1L, 1L);
		assertThat(this.given.state(this.ids.get(0))).as("what is final stays").isEqualTo("CONCLUDED");
		assertThat(verdict(0)).isEqualTo("MATCH");
	}

	@ParameterizedTest
	@EnumSource
	void everyResultIsADifferenceOrNotAsItSays(ReadBackResult result) {
		settle(outcome(0, result, null, null));
		assertThat(each(true)).hasSize(result.isDifference() ? 1 : 0);
		assertThat(each(false)).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "WAITING", "RETRY", "ACTION_REQUIRED", "HELD", "READY" })
	void whatWasOpenHereAndIsFinalThereIsConcluded(VerificationState state) {
		long id = this.ids.get(1);
		this.jdbc
			.sql("update verification set state = :state, verdict = :verdict, action_link = 'https://x' where id = :id")
			.param("state", state.name())
			.param("verdict", Given.change(id, state).finding().verdict().name())
			.param("id", id)
			.update();
		this.journal.record(collected().id(), id, status(1, NOON.plusSeconds(60)));
		settle(concluding(id, 2, 1));
		assertThat(this.given.state(id)).isEqualTo("CONCLUDED");
		assertThat(verdict(1)).isEqualTo("NO_MATCH");
		assertThat(this.given.count("select max(number) from call where verification_id = ?", id)).isEqualTo(2);
		assertThat(this.given.count("select attempts from verification where id = ?", id)).isEqualTo(2);
		assertThat(this.given.count("select count(*) from verification where id = ? and action_link is null", id))
			.isOne();
		assertThat(this.balance.faults(this.run)).isEmpty();
		assertThat(this.checks.check(this.run, (_) -> null).orElseThrow().faults()).isEmpty();
		assertThat(each(false)).extracting(ReadBackItem::result).containsExactly(ReadBackResult.CONCLUDED);
		this.runs.end(this.run, 1, RunState.COMPLETE, null);
		assertThat(this.checks.check(this.run, (_) -> null).orElseThrow().faults()).isEmpty();
	}

	@Test
	void whatIsFinalIsNeverOverwritten() {
		assertThatIllegalStateException().isThrownBy(() -> settle(concluding(this.ids.get(0), 2, 1)));
		assertThat(verdict(0)).isEqualTo("MATCH");
		assertThat(this.given.count("select count(*) from call where verification_id = ?", this.ids.get(0))).isOne();
		assertThat(each(false)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "WAITING", "HELD" })
	void whoHasLostTheRunWritesNothing(VerificationState state) {
		this.jdbc.sql("update verification set state = ? where id = ?").params(state.name(), this.ids.get(1)).update();
		this.jdbc.sql("update run set term = 2 where id = ?").param(this.run).update();
		assertThatIllegalStateException()
			.isThrownBy(() -> settle(outcome(0, ReadBackResult.AGREES, null, null), concluding(this.ids.get(1), 2, 1)));
		assertThat(this.given.state(this.ids.get(1))).isEqualTo(state.name());
		assertThat(this.given.count("select count(*) from call where verification_id = ?", this.ids.get(1))).isOne();
		assertThat(each(false)).as("nor anything else of the chunk").isEmpty();
	}

	@Test
	void whoHasLostTheReconciliationWritesNothing() {
		Reconciliation lost = collected();
		this.collected = this.reconciliations.takeUp(lost.id(), false, Path.of("reports"));
		assertThatIllegalStateException()
			.isThrownBy(() -> this.journal.settle(lost, List.of(concluding(this.ids.get(1), 2, 1))));
		assertThat(this.given.state(this.ids.get(1))).isEqualTo("WAITING");
		assertThat(this.given.count("select count(*) from call where verification_id = ?", this.ids.get(1))).isOne();
		assertThat(each(false)).isEmpty();
		settle(concluding(this.ids.get(1), 2, 1));
		assertThat(this.given.state(this.ids.get(1))).isEqualTo("CONCLUDED");
	}

	@Test
	void whatWasReadIsNotReadTwice() {
		settle(outcome(0, ReadBackResult.AGREES, null, Given.match()));
		assertThatIllegalStateException().isThrownBy(() -> settle(outcome(0, ReadBackResult.CHANGED, "x", NO_MATCH)));
		assertThat(each(false)).extracting(ReadBackItem::result).containsExactly(ReadBackResult.AGREES);
	}

	@Test
	void nothingIsSettledByNothing() {
		this.journal.settle(collected(), List.of());
		assertThat(each(false)).isEmpty();
	}

	@Test
	void theLimitsOfALaneCountEachReadingBackOnce() {
		this.journal.record(collected().id(), this.ids.get(0), status(1, NOON.plusSeconds(10)));
		this.journal.record(collected().id(), this.ids.get(1), status(1, NOON.plusSeconds(60)));
		settle(concluding(this.ids.get(1), 2, 1));
		assertThat(sent(false, EnumSet.allOf(CallKind.class))).containsExactly(NOON, NOON, NOON.plusSeconds(10),
				NOON.plusSeconds(60));
		assertThat(sent(false, EnumSet.of(CallKind.STATUS))).containsExactly(NOON.plusSeconds(10),
				NOON.plusSeconds(60));
		assertThat(sent(true, EnumSet.allOf(CallKind.class))).as("the sandbox's").isEmpty();
		assertThat(this.calls.sent(Given.PAYSWAY, false, EnumSet.of(CallKind.STATUS), NOON.plusSeconds(10), 100))
			.as("another lane's")
			.doesNotContain(NOON.plusSeconds(10));
	}

	@Test
	void aPassDoesNotCountTheCallThatConcludedLater() {
		this.runs.noteLane(this.run, this.provider.value(), "10 a second", EnumSet.allOf(CallKind.class));
		this.jdbc.sql("update pass set started_at = ?, ended_at = ? where run_id = ?")
			.params(Times.at(NOON), Times.at(NOON.plusSeconds(1)), this.run)
			.update();
		LanePass before = this.figures.passes(this.run).getFirst();
		assertThat(before.calls()).isEqualTo(2);
		this.journal.record(collected().id(), this.ids.get(1), status(1, NOON.plusSeconds(60)));
		settle(concluding(this.ids.get(1), 2, 1));
		assertThat(this.figures.passes(this.run)).containsExactly(before);
		assertThat(this.figures.lanes(this.run).getFirst().calls()).as("of the run it is one").isEqualTo(3);
	}

	private Reconciliation collected() {
		return Objects.requireNonNull(this.collected);
	}

	private List<Instant> sent(boolean sandbox, EnumSet<CallKind> kinds) {
		return this.calls.sent(this.provider, sandbox, kinds, NOON, 100);
	}

	private void settle(ReadBackOutcome... outcomes) {
		this.journal.settle(collected(), List.of(outcomes));
	}

	private ReadBackOutcome outcome(int index, ReadBackResult result, @Nullable String difference,
			@Nullable Finding there) {
		return new ReadBackOutcome(this.ids.get(index), result, (index == 0) ? Verdict.MATCH : Verdict.PENDING,
				difference, there, NOON.plusSeconds(60), null);
	}

	private static ReadBackOutcome concluding(long id, int number, int term) {
		Call call = status(number, NOON.plusSeconds(60));
		return new ReadBackOutcome(id, ReadBackResult.CONCLUDED, Verdict.PENDING, "PENDING → NO_MATCH", NO_MATCH,
				call.answeredAt(), new Conclusion(new Change(id, VerificationState.CONCLUDED, null, 2, 0, null, null,
						NO_MATCH, call.answeredAt()), call, term));
	}

	private static Call status(int number, Instant at) {
		return GivenComparisons.call(number, CallKind.STATUS, at, 200);
	}

	private @Nullable String verdict(int index) {
		return this.jdbc.sql("select verdict from verification where id = ?")
			.param(this.ids.get(index))
			.query(String.class)
			.single();
	}

	private List<ReadBackItem> each(boolean differences) {
		List<ReadBackItem> all = new ArrayList<>();
		this.items.each(collected().id(), differences, all::add);
		return all;
	}

}
