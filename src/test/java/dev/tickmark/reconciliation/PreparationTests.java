package dev.tickmark.reconciliation;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Subject;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.reconciliation.WordServer.Says;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerifyResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be compared gets a sentence, and nobody is called. */
class PreparationTests extends ReconciliationJobCase {

	@Test
	void thereIsNoSuchRun() {
		assertThat(refused(new ReconcileCommand.OfRun(987654, false, reports())))
			.isEqualTo("There is no run 987654; tickmark runs lists those there are.");
		assertThat(reports()).doesNotExist();
	}

	@Test
	void theRunIsNotAtItsEnd() throws Exception {
		PayeeFile file = file(names(50));
		StopSignal stop = new StopSignal();
		WORDS.answers((_, _) -> {
			stop.request("enough");
			return Says.word("MATCH");
		});
		VerifyResult.Stopped stopped = (VerifyResult.Stopped) verify(file, false, "60s", stop);
		WORDS.answers((_, _) -> Says.word("MATCH"));
		assertThat(refused(readBack(stopped.run()))).startsWith("Run " + stopped.run().id() + " is not at its end (")
			.endsWith("): wait for it, or continue it with the command that began it.");
		assertThat(refused(GivenComparison.bankReport(stopped.run(), this.folder, "", reports())))
			.contains(" is not at its end (");
		assertThat(WORDS.asked()).isZero();
	}

	@Test
	void somebodyWorksOnTheRun() throws Exception {
		Run run = verified(List.of("busy"));
		WORDS.answers((_, _) -> Says.word("MATCH"));
		try (OwnerLocks.Holder other = this.locks.open()) {
			assertThat(other.take(run.key().lock())).isTrue();
			assertThat(refused(readBack(run))).startsWith("Run " + run.id() + " is worked on by tickmark process ")
				.endsWith(". Wait until that has ended.");
			assertThat(WORDS.asked()).isZero();
		}
		assertThat(finished(readBack(run)).items()).isOne();
	}

	@Test
	void aRehearsalIsReadBackFromTheSandboxAndNothingElse() throws Exception {
		Run rehearsal = rehearsed(List.of("rehearsed"));
		assertThat(refused(new ReconcileCommand.OfRun(rehearsal.id(), false, reports())))
			.isEqualTo("Run " + rehearsal.id() + " was a rehearsal: its answers are the sandbox's. Add --sandbox.");
		Run real = verified(List.of("real"));
		assertThat(refused(new ReconcileCommand.OfRun(real.id(), true, reports()))).isEqualTo("Run " + real.id()
				+ " was answered by the providers, and the sandbox knows nothing of it. Leave out --sandbox.");
		assertThat(finished(new ReconcileCommand.OfRun(rehearsal.id(), true, reports())).items()).isOne();
	}

	@Test
	void thereIsNoSuchProvider() throws Exception {
		assertThat(refused(GivenComparison.statement(new ProviderName("wordz"),
				GivenComparison.lines(this.folder, "2026-03-01T12:00:00Z,a,MATCH,0.10,EUR,,"), null, null, reports())))
			.startsWith("There is no provider wordz; there are: ")
			.contains("words", "banfico");
	}

	@Test
	void theStatementIsOfAnotherPeriod() throws Exception {
		assertThat(refused(GivenComparison.statement(WordProvider.NAME,
				GivenComparison.lines(this.folder, "2026-03-01T12:00:00Z,a,MATCH,0.10,EUR,,",
						"2026-03-02T12:00:00Z,b,MATCH,0.10,EUR,,"),
				LocalDate.parse("2026-04-01"), LocalDate.parse("2026-04-30"), reports())))
			.endsWith("its lines are of 2026-03-01 to 2026-03-02, which is not in the period from 2026-04-01 to"
					+ " 2026-04-30. Check --from and --to, or name the statement of that period.");
	}

	@Test
	void thePeriodEndsBeforeItBegins() throws Exception {
		assertThat(refused(GivenComparison.statement(WordProvider.NAME,
				GivenComparison.lines(this.folder, "2026-03-01T12:00:00Z,a,MATCH,0.10,EUR,,"),
				LocalDate.parse("2026-03-02"), null, reports())))
			.isEqualTo("The period would end on 2026-03-01, before it begins on 2026-03-02. Check --from and --to.");
	}

	@Test
	void nobodyCanTellThePeriod() throws Exception {
		assertThat(refused(GivenComparison.statement(WordProvider.NAME,
				GivenComparison.lines(this.folder, ",a,MATCH,0.10,EUR,,"), null, null, reports())))
			.endsWith(": no line of it has a time, so nobody can tell which period it is of. Say --from, and --to.");
	}

	@Test
	void theSameIsComparedByAnotherProcess() throws Exception {
		Run run = verified(List.of("mine"));
		Instant since = Instant.now().minusSeconds(5);
		try (OwnerLocks.Holder other = this.locks.open()) {
			assertThat(other.take(Subject.answersSince(since, false).lock())).isTrue();
			ReconcileResult result = reconcile(new ReconcileCommand.OfAnswersSince(since, false, reports()));
			assertThat(result).isInstanceOfSatisfying(ReconcileResult.Busy.class,
					(busy) -> assertThat(busy.holder()).startsWith("tickmark process "));
		}
		assertThat(run.id()).isPositive();
	}

	@Test
	void runsThatSomebodyWorksOnAreLeftOut() throws Exception {
		Run mine = verified(List.of("sincemine"));
		Run others = verified(List.of("sinceothers"));
		Instant since = this.jdbc.sql("select min(checked_at) from verification where run_id = ?")
			.param(mine.id())
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
		ReconcileCommand command = new ReconcileCommand.OfAnswersSince(since, false, reports());
		try (OwnerLocks.Holder other = this.locks.open()) {
			assertThat(other.take(others.key().lock())).isTrue();
			ReconcileResult.Finished finished = finished(command);
			assertThat(column(report(finished).items(), "run")).contains(String.valueOf(mine.id()))
				.doesNotContain(String.valueOf(others.id()));
			assertThat(Files.readString(report(finished).folder().resolve("reconciliation.html")))
				.contains("Left out because they are not at their end, or somebody works on them: run " + others.id());
		}
		assertThat(column(report(finished(command)).items(), "run")).contains(String.valueOf(others.id()));
	}

	/** It was collected when nobody worked on its run, which somebody does now. */
	@Test
	void whatIsOpenInARunThatSomebodyWorksOnIsNotConcluded() throws Exception {
		WORDS.answers((_, _) -> Says.word("PENDING"));
		Run run = impatient(List.of("contended"));
		Instant since = this.jdbc.sql("select min(checked_at) from verification where run_id = ?")
			.param(run.id())
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
		ReconcileCommand command = new ReconcileCommand.OfAnswersSince(since, false, reports());
		WORDS.answers((_, _) -> Says.status(401));
		assertThat(reconcile(command)).isInstanceOf(ReconcileResult.Failed.class);
		WORDS.answers((_, _) -> Says.word("NO_MATCH"));
		try (OwnerLocks.Holder other = this.locks.open()) {
			assertThat(other.take(run.key().lock())).isTrue();
			ReconcileResult.Finished finished = finished(command);
			assertThat(counts(finished)).isEqualTo(Map.of("PENDING_THERE", 1L));
			assertThat(column(report(finished).items(), "difference"))
				.containsExactly("final there: whoever works on the run concludes it");
		}
		assertThat(count("select count(*) from verification where run_id = ? and state = 'WAITING'", run.id())).isOne();
	}

}
