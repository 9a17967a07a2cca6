package dev.tickmark.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.ReadBacks.LaneShare;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

import static dev.tickmark.ledger.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@LedgerTest
class ReadBacksTests {

	private final ReadBacks readBacks;

	private final ReadBackJournal journal;

	private final Reconciliations reconciliations;

	private final Reuse reuse;

	private final Given given;

	private final GivenComparisons comparisons;

	private final JdbcClient jdbc;

	private final ProviderName provider = GivenComparisons.provider();

	ReadBacksTests(ReadBacks readBacks, ReadBackJournal journal, Reconciliations reconciliations, Reuse reuse,
			Given given, GivenComparisons comparisons, JdbcClient jdbc) {
		this.readBacks = readBacks;
		this.journal = journal;
		this.reconciliations = reconciliations;
		this.reuse = reuse;
		this.given = given;
		this.comparisons = comparisons;
		this.jdbc = jdbc;
	}

	@Test
	void everythingThatAProviderGaveAReferenceIsReadBackAndNothingElse() {
		long run = this.given.asking(this.provider, 3);
		List<Long> ids = this.given.verifications(run);
		this.comparisons.answered(ids.get(0), "ref-0", NOON);
		this.comparisons.become(ids.get(1), VerificationState.WAITING,
				Finding.of(Verdict.PENDING, "Being checked.").reference("ref-1"), NOON);
		this.comparisons.become(ids.get(2), VerificationState.CONCLUDED,
				Finding.of(Verdict.UNABLE_TO_CHECK, "Nobody knows."), NOON);
		Reconciliation reconciliation = this.comparisons.ofRun(run);
		assertThat(this.readBacks.collect(reconciliation, List.of())).isEqualTo(2);
		assertThat(this.reconciliations.find(reconciliation.id())).map(Reconciliation::items).contains(2L);
		List<ReadBack> next = next(reconciliation, 10);
		assertThat(next).extracting(ReadBack::reference).containsExactly("ref-0", "ref-1");
		ReadBack first = next.getFirst();
		assertThat(first.here()).isEqualTo(Given.match().reference("ref-0"));
		assertThat(first.state()).isEqualTo(VerificationState.CONCLUDED);
		assertThat(first.run()).isEqualTo(run);
		assertThat(first.term()).isOne();
		assertThat(first.calls()).isZero();
		assertThat(first.verification().calls()).containsExactly(Given.call(1, NOON));
		assertThat(next.getLast().state()).isEqualTo(VerificationState.WAITING);
	}

	@Test
	void inPlaceOfAReusedAnswerTheOriginalIsReadBackOnce() {
		long before = this.given.asking(this.provider, 2);
		List<Long> originals = this.given.verifications(before);
		this.comparisons.answered(originals.get(0), "ref-0", NOON);
		this.comparisons.answered(originals.get(1), "ref-1", NOON);
		long run = this.given.asking(this.provider, 3);
		this.jdbc.sql("update run set reuse_since = ? where id = ?").params(Times.at(NOON), run).update();
		assertThat(this.reuse.conclude(run, 1)).isEqualTo(2);
		this.comparisons.answered(this.given.verifications(run).get(2), "ref-2", NOON.plusSeconds(1));
		Reconciliation reconciliation = this.comparisons.ofRun(run);
		assertThat(this.readBacks.collect(reconciliation, List.of())).isEqualTo(3);
		assertThat(next(reconciliation, 10)).extracting((item) -> item.verification().id())
			.containsExactly(originals.get(0), originals.get(1), this.given.verifications(run).get(2));
		assertThat(next(reconciliation, 10)).extracting(ReadBack::run).containsExactly(before, before, run);
	}

	@Test
	void sinceATimeRunsThatSomebodyWorksOnAndRehearsalsAreLeftOut() {
		// so late that no other test has answers of then
		Instant late = Instant.parse("2090-01-01T00:00:00Z").plusSeconds((long) (Math.random() * 1e9));
		long early = answered(late.minusSeconds(1));
		long first = answered(late);
		long worked = answered(late.plusSeconds(1));
		long rehearsal = answered(late.plusSeconds(2));
		this.jdbc.sql("update run set sandbox = true where id = ?").param(rehearsal).update();
		assertThat(collectedSince(late, false, worked)).containsExactly(first);
		assertThat(collectedSince(late, false, early)).containsExactly(first, worked);
		assertThat(collectedSince(late, true)).containsExactly(rehearsal);
	}

	private long answered(Instant at) {
		long run = this.given.asking(this.provider, 1);
		this.comparisons.answered(this.given.verifications(run).getFirst(), "ref of " + run, at);
		return run;
	}

	private List<Long> collectedSince(Instant since, boolean sandbox, Long... without) {
		Reconciliation reconciliation = this.comparisons.reconciliation(Subject.answersSince(since, sandbox));
		this.readBacks.collect(reconciliation, List.of(without));
		return next(reconciliation, 10).stream().map(ReadBack::run).toList();
	}

	@Test
	void itIsCollectedOnceAndByItsOwnerOnly() {
		long run = answered(NOON);
		Reconciliation reconciliation = this.comparisons.ofRun(run);
		Reconciliation taken = this.reconciliations.takeUp(reconciliation.id(), false, Path.of("reports"));
		assertThatThrownBy(() -> this.readBacks.collect(reconciliation, List.of()))
			.hasMessageContaining("another process");
		assertThat(this.readBacks.lanes(reconciliation.id())).isEmpty();
		assertThat(this.readBacks.collect(taken, List.of())).isOne();
		assertThatThrownBy(() -> this.readBacks.collect(taken, List.of())).isInstanceOf(RuntimeException.class);
		assertThat(this.readBacks.lanes(reconciliation.id())).containsExactly(new LaneShare(this.provider, 1, 0));
	}

	@Test
	void everySliceHasItsShareAndTogetherTheyHaveAll() {
		long run = this.given.asking(this.provider, 25);
		List<Long> ids = this.given.verifications(run);
		ids.forEach((id) -> this.comparisons.answered(id, "ref-" + id, NOON));
		Reconciliation reconciliation = this.comparisons.ofRun(run);
		this.readBacks.collect(reconciliation, List.of());
		List<Long> all = new ArrayList<>();
		for (int slice = 0; slice < 4; slice++) {
			long after = 0;
			List<ReadBack> some;
			do {
				some = this.readBacks.next(reconciliation.id(), this.provider, 4, slice, after, 3);
				for (ReadBack item : some) {
					after = item.verification().id();
					assertThat(after % 4).isEqualTo(slice);
					all.add(after);
				}
			}
			while (!some.isEmpty());
		}
		assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
		assertThat(this.readBacks.next(reconciliation.id(), Given.BANFICO, 1, 0, 0, 3)).as("another lane").isEmpty();
	}

	@Test
	void whatIsSettledIsNotReadAgainAndItsCallsAreKnownUntilThen() {
		long run = this.given.asking(this.provider, 2);
		List<Long> ids = this.given.verifications(run);
		ids.forEach((id) -> this.comparisons.answered(id, "ref-" + id, NOON));
		Reconciliation reconciliation = this.comparisons.ofRun(run);
		this.readBacks.collect(reconciliation, List.of());
		this.journal.record(reconciliation.id(), ids.get(0), GivenComparisons.call(1, CallKind.STATUS, NOON, 503));
		this.journal.record(reconciliation.id(), ids.get(0), GivenComparisons.call(2, CallKind.STATUS, NOON, 200));
		assertThat(next(reconciliation, 10)).extracting(ReadBack::calls).containsExactly(2, 0);
		assertThat(next(reconciliation, 10)).extracting(ReadBack::verification)
			.extracting(Verification::calls)
			.allSatisfy((calls) -> assertThat(calls).as("those by which it was asked").hasSize(1));
		this.journal.settle(reconciliation, List.of(new ReadBackOutcome(ids.get(0), ReadBackResult.AGREES,
				Verdict.MATCH, null, Given.match(), NOON, null)));
		assertThat(next(reconciliation, 10)).extracting((item) -> item.verification().id()).containsExactly(ids.get(1));
		assertThat(this.readBacks.lanes(reconciliation.id())).containsExactly(new LaneShare(this.provider, 2, 1));
		assertThat(this.readBacks.counts(reconciliation.id())).hasSize(1).containsEntry(ReadBackResult.AGREES, 1L);
	}

	@Test
	void anotherReconciliationReadsItAgain() {
		long run = answered(NOON);
		long id = this.given.verifications(run).getFirst();
		Reconciliation first = this.comparisons.ofRun(run);
		this.readBacks.collect(first, List.of());
		this.journal.record(first.id(), id, GivenComparisons.call(1, CallKind.STATUS, NOON, 200));
		this.journal.settle(first, List
			.of(new ReadBackOutcome(id, ReadBackResult.UNKNOWN_THERE, Verdict.MATCH, "unknown", null, NOON, null)));
		Reconciliation second = this.comparisons.ofRun(run);
		this.readBacks.collect(second, List.of());
		assertThat(next(second, 10)).extracting(ReadBack::calls).containsExactly(0);
	}

	private List<ReadBack> next(Reconciliation reconciliation, int limit) {
		return this.readBacks.next(reconciliation.id(), this.provider, 1, 0, 0, limit);
	}

}
