package dev.tickmark.reconciliation;

import java.nio.file.Files;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import dev.tickmark.Comparison;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.reconciliation.WordServer.Says;
import dev.tickmark.verification.StopSignal;

import static org.assertj.core.api.Assertions.assertThat;

/** Verifications are read back, and nothing that is final is overwritten. */
class ReadingBackTests extends ReconciliationJobCase {

	@Test
	void whatAgreesIsReadOnceAndNothingIsDifferent() throws Exception {
		Run run = verified(names(40));
		WORDS.answers((_, _) -> Says.word("MATCH"));
		ReconcileResult.Finished finished = finished(readBack(run));
		assertThat(counts(finished)).isEqualTo(Map.of("AGREES", 40L));
		assertThat(finished.differences()).isZero();
		assertThat(report(finished).items()).hasSize(40);
		assertThat(report(finished).differences()).isEmpty();
		assertThat(WORDS.asked()).isEqualTo(40);
	}

	@Test
	void everyKindOfAnswerIsTold() throws Exception {
		Run run = verified(List.of("same", "other", "gone", "odd", "stuck", "silent"));
		anHourAgo(run);
		long calls = count("select count(*) from call");
		WORDS.answers((what, _) -> switch (what) {
			case "back/same" -> Says.word("MATCH");
			case "back/other" -> Says.word("NO_MATCH");
			case "back/gone" -> Says.status(404);
			case "back/odd" -> Says.word("BROKEN");
			case "back/stuck" -> Says.status(500);
			default -> Says.nothing();
		});
		ReconcileResult.Finished finished = finished(readBack(run));
		assertThat(counts(finished))
			.isEqualTo(Map.of("AGREES", 1L, "CHANGED", 1L, "UNKNOWN_THERE", 1L, "NOT_READABLE", 3L));
		assertThat(finished.items()).isEqualTo(6);
		assertThat(finished.differences()).isEqualTo(5);
		assertThat(column(report(finished).items(), "result")).containsExactly("AGREES", "CHANGED", "UNKNOWN_THERE",
				"NOT_READABLE", "NOT_READABLE", "NOT_READABLE");
		assertThat(column(report(finished).differences(), "difference")).containsExactly("verdict MATCH → NO_MATCH",
				"the provider knows no such verification", "Words said something that nobody can read.",
				"Words failed to answer (HTTP 500).", column(report(finished).differences(), "difference").getLast());
		assertThat(column(report(finished).differences(), "difference").getLast()).startsWith("Words gave no answer");
		assertThat(column(report(finished).items(), "verdict_there")).containsExactly("MATCH", "NO_MATCH", "", "", "",
				"");
		assertThat(WORDS.asked("back/gone")).as("it is long since known").isOne();
		assertThat(WORDS.asked("back/stuck")).isEqualTo(3);
		assertThat(WORDS.asked("back/silent")).isEqualTo(3);
		assertThat(count("select count(*) from verification where run_id = ? and verdict = 'MATCH'", run.id()))
			.as("nothing final is overwritten")
			.isEqualTo(6);
		assertThat(count("select count(*) from call")).isEqualTo(calls);
		assertThat(count("select count(*) from read_back_call where reconciliation_id = ?",
				finished.reconciliation().id()))
			.isEqualTo(WORDS.asked());
	}

	@Test
	void whatWasMadeAMomentAgoMayNotBeThereYet() throws Exception {
		Run run = verified(List.of("late", "never"));
		WORDS.answers((what, count) -> (what.equals("back/late") && count > 1) ? Says.word("MATCH") : Says.status(404));
		ReconcileResult.Finished finished = finished(readBack(run));
		assertThat(column(report(finished).items(), "result")).containsExactly("AGREES", "UNKNOWN_THERE");
		assertThat(WORDS.asked("back/never")).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 408, 504 })
	void aFailureThatPassesLeavesNoTrace(int status) throws Exception {
		Run run = verified(List.of("shaky"));
		WORDS.answers((_, count) -> (count < 3) ? Says.status(status) : Says.word("MATCH"));
		assertThat(counts(finished(readBack(run)))).isEqualTo(Map.of("AGREES", 1L));
		assertThat(WORDS.asked()).isEqualTo(3);
	}

	@Tag("long")
	@Test
	void aProviderThatIsFullIsWaitedForHoweverOften() throws Exception {
		Run run = verified(List.of("full"));
		WORDS.answers((_, count) -> (count < 5) ? Says.busy((count == 1) ? "1" : "0") : Says.word("MATCH"));
		assertThat(counts(finished(readBack(run)))).isEqualTo(Map.of("AGREES", 1L));
		assertThat(WORDS.asked()).isEqualTo(5);
	}

	@Test
	void anOutageIsNoAnswerToWhoeverIsReadJustThen() throws Exception {
		Run run = verified(names(30));
		AtomicInteger asked = new AtomicInteger();
		WORDS.answers((_, _) -> (asked.incrementAndGet() <= 12) ? Says.status(500) : Says.word("MATCH"));
		assertThat(counts(finished(readBack(run)))).isEqualTo(Map.of("AGREES", 30L));
	}

	@Test
	void aTokenThatHasRunOutIsReplaced() throws Exception {
		Run run = verified(List.of("token"));
		WORDS.answers((_, count) -> (count == 1) ? Says.status(401) : Says.word("MATCH"));
		assertThat(counts(finished(readBack(run)))).isEqualTo(Map.of("AGREES", 1L));
	}

	@Test
	void credentialsThatAreRefusedStopTheLaneAndTheSameCommandGoesOn() throws Exception {
		Run run = verified(names(20));
		AtomicInteger asked = new AtomicInteger();
		WORDS.answers((_, _) -> (asked.incrementAndGet() <= 5) ? Says.word("MATCH") : Says.status(401));
		ReconcileResult.Failed failed = (ReconcileResult.Failed) reconcile(readBack(run));
		assertThat(failed.why()).contains(" verifications are not read back yet. ", "refuses our credentials",
				"tickmark.providers.words");
		assertThat(failed.reconciliation().reports()).doesNotExist();
		assertThat(count("select count(*) from read_back where reconciliation_id = ? and result is not null",
				failed.reconciliation().id()))
			.isEqualTo(5);
		WORDS.answers((_, _) -> Says.word("MATCH"));
		ReconcileResult.Finished finished = finished(readBack(run));
		assertThat(finished.reconciliation().id()).isEqualTo(failed.reconciliation().id());
		assertThat(counts(finished)).isEqualTo(Map.of("AGREES", 20L));
		assertThat(WORDS.asked()).isEqualTo(15);
	}

	@Test
	void whatWeMayNotReadIsToldAndKeepsNobodyFromTheEnd() throws Exception {
		Run run = verified(List.of("ours", "theirs"));
		WORDS.answers((what, _) -> what.endsWith("theirs") ? Says.status(403) : Says.word("MATCH"));
		ReconcileResult.Finished finished = finished(readBack(run));
		assertThat(counts(finished)).isEqualTo(Map.of("AGREES", 1L, "NOT_READABLE", 1L));
		assertThat(column(report(finished).differences(), "difference")).singleElement()
			.asString()
			.contains("HTTP 403");
		assertThat(WORDS.asked("back/theirs")).isEqualTo(1);
	}

	@Test
	void stoppedAnywhereAndContinuedItComesToTheSameReport() throws Exception {
		Run run = verified(names(30));
		anHourAgo(run);
		WORDS.answers((what, _) -> what.endsWith("7") ? Says.word("NO_MATCH")
				: what.endsWith("8") ? Says.status(404) : Says.word("MATCH"));
		ReconcileResult.Finished whole = finished(readBack(run));
		assertThat(report(whole).differences()).hasSize(6);
		assertThat(stoppedAgainAndAgain(readBack(run))).isGreaterThan(5);
		long second = count("select max(id) from reconciliation");
		assertThat(second).isEqualTo(whole.reconciliation().id() + 1);
		assertThat(new Comparison(reports().resolve("reconciliation-" + second)).timeless())
			.isEqualTo(report(whole).timeless());
	}

	@Test
	void whatIsReportedIsNotStoppedAnyMore() throws Exception {
		Run run = verified(names(3));
		long number = count("select coalesce(max(id), 0) from reconciliation") + 1;
		StopSignal late = Mockito.mock(StopSignal.class);
		Mockito.when(late.requested()).thenAnswer((_) -> Files.exists(reports().resolve("reconciliation-" + number)));
		assertThat(reconcile(readBack(run), late)).isInstanceOf(ReconcileResult.Finished.class);
	}

	@Test
	void whatIsInFlightWhenItIsStoppedIsReadAgainOrKept() throws Exception {
		Run run = verified(names(60));
		StopSignal stop = new StopSignal();
		AtomicInteger asked = new AtomicInteger();
		WORDS.answers((_, _) -> {
			if (asked.incrementAndGet() == 20) {
				stop.request("enough");
			}
			return Says.word("MATCH");
		});
		ReconcileResult.Stopped stopped = (ReconcileResult.Stopped) reconcile(readBack(run), stop);
		assertThat(stopped.why()).isEqualTo("enough");
		assertThat(asked.get()).isBetween(20, 59);
		ReconcileResult.Finished finished = finished(readBack(run));
		assertThat(finished.reconciliation().id()).isEqualTo(stopped.reconciliation().id());
		assertThat(counts(finished)).isEqualTo(Map.of("AGREES", 60L));
		assertThat(report(finished).items()).hasSize(60);
	}

	@Test
	void whatWasPendingHereAndIsFinalThereIsConcluded() throws Exception {
		WORDS.answers((_, _) -> Says.word("PENDING"));
		Run run = impatient(List.of("slow", "slower"));
		assertThat(run.state()).isEqualTo(RunState.OPEN);
		WORDS.answers((what, _) -> Says.word(what.equals("back/slow") ? "NO_MATCH" : "PENDING"));
		ReconcileResult.Finished finished = finished(readBack(run));
		assertThat(counts(finished)).isEqualTo(Map.of("CONCLUDED", 1L, "PENDING_THERE", 1L));
		assertThat(finished.differences()).isZero();
		assertThat(column(report(finished).items(), "difference")).containsExactly("PENDING → NO_MATCH", "");
		assertThat(this.jdbc.sql("select state || ' ' || verdict from verification where run_id = ? order by id")
			.param(run.id())
			.query(String.class)
			.list()).first().isEqualTo("CONCLUDED NO_MATCH");
		assertThat(counts(finished(readBack(run)))).isEqualTo(Map.of("AGREES", 1L, "PENDING_THERE", 1L));
	}

	@Test
	void withoutAnyReferenceThereIsNothingToReadAndSoItStays() throws Exception {
		Run run = verified(List.of("bare1", "bare2"));
		String nothing = "There is nothing to be read back: no provider has given a reference for any answer that is"
				+ " meant.";
		assertThat(refused(readBack(run))).isEqualTo(nothing);
		assertThat(refused(readBack(run))).as("the second time it is no agreement either").isEqualTo(nothing);
	}

	@Test
	void aFolderThatCannotBeWrittenToFailsAndNothingIsReadTwice() throws Exception {
		Run run = verified(names(10));
		Files.writeString(reports(), "in the way");
		WORDS.answers((_, _) -> Says.word("MATCH"));
		ReconcileResult.Failed failed = (ReconcileResult.Failed) reconcile(readBack(run));
		assertThat(failed.why()).contains(reports().toString());
		Files.delete(reports());
		ReconcileResult.Finished finished = finished(readBack(run));
		assertThat(finished.reconciliation().id()).isEqualTo(failed.reconciliation().id());
		assertThat(report(finished).items()).hasSize(10);
		assertThat(WORDS.asked()).isEqualTo(10);
	}

}
