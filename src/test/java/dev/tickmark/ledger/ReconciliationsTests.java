package dev.tickmark.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tickmark.payee.ProviderName;

import static dev.tickmark.ledger.GivenComparisons.MARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@LedgerTest
class ReconciliationsTests {

	private final Reconciliations reconciliations;

	private final GivenComparisons comparisons;

	private final Given given;

	private final ProviderName provider = GivenComparisons.provider();

	ReconciliationsTests(Reconciliations reconciliations, GivenComparisons comparisons, Given given) {
		this.reconciliations = reconciliations;
		this.comparisons = comparisons;
		this.given = given;
	}

	@Test
	void allThatIsSaidOfEachKindComesBack() {
		Run run = this.given.run();
		List<Subject> subjects = List.of(Subject.answersOf(run), Subject.answersSince(Given.NOON, true),
				Subject.statement(this.provider, MARCH, GivenComparisons.file(), "columns: {}", false),
				Subject.bankReport(run, GivenComparisons.file()));
		for (Subject subject : subjects) {
			Reconciliation made = this.comparisons.reconciliation(subject);
			assertThat(made.subject()).isEqualTo(subject);
			assertThat(made.state()).isEqualTo(RunState.STARTED);
			assertThat(made.pass()).isOne();
			assertThat(made.term()).isOne();
			assertThat(made.items()).isNull();
			assertThat(made.reports()).isAbsolute()
				.isEqualTo(Path.of("reports/reconciliation-" + made.id()).toAbsolutePath());
			assertThat(this.reconciliations.find(made.id())).contains(made);
		}
	}

	@Test
	void thereIsNoSuch() {
		assertThat(this.reconciliations.find(Long.MAX_VALUE)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "STARTED", "STOPPED", "FAILED" })
	void whatDidNotComeToItsEndIsContinued(RunState state) {
		Reconciliation first = this.comparisons.ofStatement(this.provider);
		this.reconciliations.end(first.id(), 1, state, "why");
		Optional<Reconciliation> unfinished = this.reconciliations.unfinished(first.subject());
		assertThat(unfinished).map(Reconciliation::id).contains(first.id());
		assertThat(unfinished).map(Reconciliation::message).contains("why");
	}

	@Test
	void whatIsCompleteIsNot() {
		Reconciliation first = this.comparisons.ofStatement(this.provider);
		this.reconciliations.end(first.id(), 1, RunState.STOPPED, null);
		Reconciliation second = this.comparisons.reconciliation(first.subject());
		this.reconciliations.end(second.id(), 1, RunState.COMPLETE, null);
		assertThat(this.reconciliations.unfinished(first.subject())).as("nor what was before it").isEmpty();
	}

	@Test
	void eachThingThatMattersMakesItAnother() {
		ComparedFile file = GivenComparisons.file();
		Subject subject = Subject.statement(this.provider, MARCH, file, "a: 1", false);
		this.comparisons.reconciliation(subject);
		Period later = new Period(MARCH.from(), MARCH.to().plusSeconds(1));
		ComparedFile moved = new ComparedFile(Path.of("/elsewhere/of.csv"), file.sha256(), file.size());
		assertThat(this.reconciliations.unfinished(Subject.statement(this.provider, MARCH, moved, "a: 1", false)))
			.as("the same content under another name")
			.isPresent();
		assertThat(Stream.of(Subject.statement(this.provider, MARCH, file, "a: 2", false),
				Subject.statement(this.provider, later, file, "a: 1", false),
				Subject.statement(this.provider, MARCH, file, "a: 1", true),
				Subject.statement(GivenComparisons.provider(), MARCH, file, "a: 1", false),
				Subject.statement(this.provider, MARCH, GivenComparisons.file(), "a: 1", false)))
			.allSatisfy((other) -> {
				assertThat(this.reconciliations.unfinished(other)).isEmpty();
				assertThat(other.lock()).isNotEqualTo(subject.lock());
			});
	}

	@Test
	void runsAndTimesMakeItAnotherAsWell() {
		Run run = this.given.run();
		Instant since = Instant.now();
		assertThat(Stream
			.of(Subject.answersOf(run), Subject.answersOf(this.given.run()), Subject.answersSince(since, false),
					Subject.answersSince(since, true), Subject.answersSince(since.plusSeconds(1), false),
					Subject.bankReport(run, GivenComparisons.file()), Subject.bankReport(run, GivenComparisons.file()))
			.map(Subject::lock)).doesNotHaveDuplicates();
	}

	@Test
	void whoeverTakesItUpIsItsOwner() {
		Reconciliation first = this.comparisons.ofStatement(this.provider);
		this.reconciliations.end(first.id(), 1, RunState.FAILED, "why");
		Reconciliation again = this.reconciliations.takeUp(first.id(), false, Path.of("reports"));
		assertThat(again.state()).isEqualTo(RunState.STARTED);
		assertThat(again.message()).isNull();
		assertThat(again.term()).isEqualTo(2);
		assertThat(again.pass()).isOne();
		assertThat(this.reconciliations.takeUp(first.id(), true, Path.of("reports")).pass()).isEqualTo(2);
	}

	@Test
	void whoHasLostItWritesNothing() {
		Reconciliation first = this.comparisons.ofStatement(this.provider);
		Reconciliation taken = this.reconciliations.takeUp(first.id(), false, Path.of("reports"));
		assertThatIllegalStateException().isThrownBy(() -> this.reconciliations.collected(first.id(), 1, 7));
		this.reconciliations.end(first.id(), 1, RunState.COMPLETE, "by the old one");
		assertThat(this.reconciliations.find(first.id())).contains(taken);
		this.reconciliations.collected(first.id(), 2, 7);
		assertThat(this.reconciliations.find(first.id())).map(Reconciliation::items).contains(7L);
		assertThatIllegalStateException().as("once").isThrownBy(() -> this.reconciliations.collected(first.id(), 2, 8));
	}

	@Test
	void aPeriodHasItsBeginningAndNotItsEnd() {
		assertThat(MARCH.contains(MARCH.from())).isTrue();
		assertThat(MARCH.contains(MARCH.to())).isFalse();
		assertThat(MARCH.contains(MARCH.to().minus(Duration.ofNanos(1)))).isTrue();
		assertThat(MARCH.contains(MARCH.from().minus(Duration.ofNanos(1)))).isFalse();
	}

}
