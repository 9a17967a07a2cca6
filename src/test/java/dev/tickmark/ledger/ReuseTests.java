package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.Change;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.VerificationState;

import static dev.tickmark.ledger.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class ReuseTests {

	private static final Instant BEFORE = NOON.minusSeconds(3600);

	private static final Finding NO_MATCH = Finding.of(Verdict.NO_MATCH, "It does not agree.");

	private final Reuse reuse;

	private final CallJournal journal;

	private final Changes changes;

	private final Verifications verifications;

	private final Outcomes outcomes;

	private final Given given;

	private final JdbcClient jdbc;

	/** One that no other test asks. */
	private final ProviderName provider = new ProviderName("p" + UUID.randomUUID().toString().substring(0, 8));

	ReuseTests(Reuse reuse, CallJournal journal, Changes changes, Verifications verifications, Outcomes outcomes,
			Given given, JdbcClient jdbc) {
		this.reuse = reuse;
		this.journal = journal;
		this.changes = changes;
		this.verifications = verifications;
		this.outcomes = outcomes;
		this.given = given;
		this.jdbc = jdbc;
	}

	@Test
	void aMatchOfTheSameQuestionStandsForItWithAllThatItSaidAndItsTime() {
		long before = answered(NOON, Given.match());
		long run = reusing(2, BEFORE);
		assertThat(this.reuse.conclude(run, 1)).isOne();
		RowOutcome reused = rows(run).getFirst();
		assertThat(reused.finding()).isEqualTo(Given.match());
		assertThat(reused.checkedAt()).isEqualTo(NOON);
		assertThat(reused.reusedRun()).isEqualTo(before);
		assertThat(reused.attempts()).isZero();
		assertThat(reused.sandbox()).isFalse();
		assertThat(rows(run).getLast().finding()).as("another question").isNull();
		assertThat(rows(before).getFirst().reusedRun()).as("the original").isNull();
	}

	@Test
	void anAnswerThatIsTooOldIsNot() {
		answered(NOON, Given.match());
		assertThat(this.reuse.conclude(reusing(1, NOON.plusNanos(1000)), 1)).isZero();
		assertThat(this.reuse.conclude(reusing(1, NOON), 1)).isOne();
	}

	@Test
	void aRunThatReusesNothingReusesNothing() {
		answered(NOON, Given.match());
		assertThat(this.reuse.conclude(this.given.asking(this.provider, 1), 1)).isZero();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "MATCH", "PENDING", "ACTION_REQUIRED", "PROVIDER_ERROR" })
	void anotherVerdictIsAskedAnew(Verdict verdict) {
		answered(NOON, Given.match(), Finding.of(verdict, "It is so."));
		long run = reusing(2, BEFORE);
		assertThat(this.reuse.conclude(run, 1)).isOne();
		assertThat(rows(run)).extracting(RowOutcome::finding).containsExactly(Given.match(), null);
	}

	@Test
	void aMatchThatALaterCheckContradictsIsAskedAnew() {
		answered(NOON, Given.match());
		answered(NOON.plusSeconds(1), NO_MATCH);
		assertThat(this.reuse.conclude(reusing(1, BEFORE), 1)).isZero();
		long last = answered(NOON.plusSeconds(2), Given.match());
		long run = reusing(1, BEFORE);
		assertThat(this.reuse.conclude(run, 1)).isOne();
		assertThat(rows(run)).extracting(RowOutcome::reusedRun).containsExactly(last);
	}

	@Test
	void ofSeveralTheLatestCheckCounts() {
		long later = answered(NOON.plusSeconds(1), Given.match());
		answered(NOON, Given.match());
		long run = reusing(1, BEFORE);
		this.reuse.conclude(run, 1);
		assertThat(rows(run)).extracting(RowOutcome::reusedRun).containsExactly(later);
	}

	@Test
	void aRehearsalAndRealAnswersNeverMix() {
		answered(NOON, Given.match());
		assertThat(this.reuse.conclude(rehearsal(reusing(1, BEFORE)), 1)).isZero();
		simulated(NOON.plusSeconds(1));
		assertThat(this.reuse.conclude(reusing(1, BEFORE), 1)).as("a sandbox at the provider's address").isZero();
		rehearsal(simulated(NOON.plusSeconds(2)));
		long run = rehearsal(reusing(1, BEFORE));
		assertThat(this.reuse.conclude(run, 1)).isOne();
		assertThat(rows(run)).extracting(RowOutcome::sandbox).containsExactly(true);
	}

	@Test
	void anotherProvidersAnswerIsNot() {
		answered(NOON, Given.match());
		long run = this.given.asking(new ProviderName(this.provider.value() + "b"), 1);
		assertThat(this.reuse.conclude(reusing(run, 1, BEFORE), 1)).isZero();
	}

	@Test
	void whatIsReusedIsNoOriginal() {
		long original = answered(NOON, Given.match());
		long second = reusing(1, BEFORE);
		this.reuse.conclude(second, 1);
		long third = reusing(1, BEFORE);
		this.reuse.conclude(third, 1);
		assertThat(rows(third)).extracting(RowOutcome::reusedRun).containsExactly(original);
		this.jdbc.sql("delete from call where verification_id in (select id from verification where run_id = ?)")
			.param(original)
			.update();
		this.jdbc.sql("delete from verification where run_id = ?").param(original).update();
		assertThat(this.reuse.conclude(reusing(1, BEFORE), 1)).isZero();
	}

	@Test
	void anAnswerThatTheJournalDoesNotHaveIsNot() {
		long run = answered(NOON, Given.match());
		this.jdbc.sql("""
				update call set status = 503
				where verification_id in (select id from verification where run_id = ?)""").param(run).update();
		assertThat(this.reuse.conclude(reusing(1, BEFORE), 1)).isZero();
	}

	@Test
	void twiceIsOnceAndWhatWasReusedStays() {
		long first = answered(NOON, Given.match());
		long run = reusing(2, BEFORE);
		assertThat(this.reuse.conclude(run, 1)).isOne();
		answered(NOON.plusSeconds(1), Given.match(), Given.match());
		assertThat(this.reuse.conclude(run, 1)).as("the other one, which came since").isOne();
		assertThat(this.reuse.conclude(run, 1)).isZero();
		assertThat(rows(run).getFirst().reusedRun()).isEqualTo(first);
	}

	@Test
	void whatWasAskedIsLeftAlone() {
		answered(NOON, Given.match(), Given.match(), Given.match(), Given.match(), Given.match());
		long run = reusing(5, BEFORE);
		List<Long> ids = this.given.verifications(run);
		this.journal.asking(ids.get(0), 1, 1);
		this.changes.apply(List.of(Given.change(ids.get(1), VerificationState.WAITING),
				Given.change(ids.get(2), VerificationState.RETRY), Given.change(ids.get(3), VerificationState.HELD)),
				1);
		this.verifications.reopen(run, NOON, Duration.ofMinutes(1));
		assertThat(this.reuse.conclude(run, 1)).isOne();
		assertThat(ids.stream().map(this.given::state)).containsExactly("ASKING", "WAITING", "RETRY", "READY",
				"CONCLUDED");
	}

	@Test
	void aProcessThatHasLostTheRunWritesNothing() {
		answered(NOON, Given.match());
		long run = reusing(1, BEFORE);
		assertThat(this.reuse.conclude(run, 2)).isZero();
		assertThat(rows(run)).extracting(RowOutcome::finding).containsOnlyNulls();
	}

	@Test
	void itChangesNothingInWhoseAReferenceIs() {
		Finding found = Given.match().reference("ref of " + this.provider);
		answered(NOON, found);
		long run = reusing(2, BEFORE);
		List<Long> ids = this.given.verifications(run);
		assertThat(mayBeAnothers(ids, found)).containsExactly(false, true);
		this.reuse.conclude(run, 1);
		assertThat(mayBeAnothers(ids, found)).containsExactly(false, true);
		List<Long> later = this.given.verifications(this.given.asking(this.provider, 2));
		assertThat(mayBeAnothers(later, found)).containsExactly(false, true);
	}

	@Test
	void whatANewRunWouldReuseCanBeLookedAtBefore() {
		answered(NOON, Given.match(), NO_MATCH, Given.match());
		this.reuse.conclude(reusing(3, BEFORE), 1);
		assertThat(questions(false, NOON)).containsExactlyInAnyOrder("question 0", "question 2");
		assertThat(questions(false, NOON.plusNanos(1000))).isEmpty();
		assertThat(questions(true, BEFORE)).isEmpty();
		answered(NOON.plusSeconds(1), NO_MATCH);
		assertThat(questions(false, BEFORE)).containsExactly("question 2");
	}

	private List<String> questions(boolean sandbox, Instant since) {
		List<String> questions = new ArrayList<>();
		this.reuse.each(this.provider, sandbox, since, (question) -> questions.add(new String(question)));
		return questions;
	}

	private List<Boolean> mayBeAnothers(List<Long> ids, Finding found) {
		String reference = Objects.requireNonNull(found.providerReference());
		return ids.stream().map((id) -> this.verifications.mayBeAnothers(id, reference, Set.of(Column.NAME))).toList();
	}

	/** A real run that was answered so, one question after the other. */
	private long answered(Instant at, Finding... findings) {
		long run = this.given.asking(this.provider, findings.length);
		List<Long> ids = this.given.verifications(run);
		for (int i = 0; i < findings.length; i++) {
			this.journal.record(ids.get(i), Given.call(1, at));
			conclude(ids.get(i), at, findings[i]);
		}
		return run;
	}

	/** A run with one question, to which a sandbox said MATCH. */
	private long simulated(Instant at) {
		long run = this.given.asking(this.provider, 1);
		long id = this.given.verifications(run).getFirst();
		this.journal.record(id, Given.sandboxRepeat(1, at));
		conclude(id, at, Given.match());
		return run;
	}

	private void conclude(long verification, Instant at, Finding finding) {
		this.changes.apply(
				List.of(new Change(verification, VerificationState.CONCLUDED, null, 1, 0, null, null, finding, at)), 1);
	}

	private long rehearsal(long run) {
		this.jdbc.sql("update run set sandbox = true where id = ?").param(run).update();
		return run;
	}

	/** A real run that asks the first so many questions, and reuses what is as young. */
	private long reusing(int questions, Instant since) {
		return reusing(this.given.asking(this.provider, questions), questions, since);
	}

	private long reusing(long run, int questions, Instant since) {
		assertThat(this.given.verifications(run)).hasSize(questions);
		this.jdbc.sql("update run set reuse_since = ? where id = ?").params(Times.at(since), run).update();
		return run;
	}

	private List<RowOutcome> rows(long run) {
		List<RowOutcome> rows = new ArrayList<>();
		this.outcomes.each(run, rows::add);
		return rows;
	}

}
