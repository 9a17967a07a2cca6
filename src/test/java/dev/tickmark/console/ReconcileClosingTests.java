package dev.tickmark.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.Reconciliation;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Subject;
import dev.tickmark.reconciliation.ReconcileResult;
import dev.tickmark.reconciliation.ReconcileResult.ResultCount;

import static org.assertj.core.api.Assertions.assertThat;

class ReconcileClosingTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final Reconciliation SEVENTH = new Reconciliation(7, Subject.answersSince(NOON, false),
			RunState.COMPLETE, null, Path.of("/out/reconciliation-7"), 1, 1, 1234L, NOON, NOON);

	private final StringWriter out = new StringWriter();

	@Test
	void withoutADifferenceEverythingAgrees() {
		assertThat(tell(finished(new ResultCount("AGREES", "Agrees", false, 1234)))).isEqualTo(ExitCode.COMPLETE);
		assertThat(lines()).containsExactly("Agrees  1,234", "", "No difference in 1,234.",
				"Report: /out/reconciliation-7");
	}

	@Test
	void whatIsStillOpenIsNoDifference() {
		assertThat(tell(finished(new ResultCount("AGREES", "Agrees", false, 2),
				new ResultCount("PENDING_THERE", "Still pending there", false, 1))))
			.isEqualTo(ExitCode.COMPLETE);
	}

	@Test
	void differencesAreCountedAmongAllThatWasCompared() {
		assertThat(tell(finished(new ResultCount("AGREES", "Agrees", false, 1231),
				new ResultCount("CHANGED", "Changed", true, 2), new ResultCount("UNKNOWN_THERE", "Unknown", true, 1))))
			.isEqualTo(ExitCode.DIFFERENCES);
		assertThat(lines()).containsExactly("Agrees   1,231", "Changed      2", "Unknown      1", "",
				"3 differences in 1,234.", "Report: /out/reconciliation-7");
	}

	@Test
	void oneIsADifference() {
		assertThat(tell(finished(new ResultCount("CHANGED", "Changed", true, 1)))).isEqualTo(ExitCode.DIFFERENCES);
		assertThat(lines()).contains("1 difference in 1.");
	}

	@Test
	void whatDidNotComeToItsEndIsContinuedByTheSameCommand() {
		assertThat(tell(new ReconcileResult.Stopped(SEVENTH, "stopped by Ctrl-C or SIGTERM")))
			.isEqualTo(ExitCode.UNFINISHED);
		assertThat(tell(new ReconcileResult.Failed(SEVENTH, "The disk is full."))).isEqualTo(ExitCode.UNFINISHED);
		assertThat(tell(new ReconcileResult.Busy("tickmark process 42 on here"))).isEqualTo(ExitCode.UNFINISHED);
		assertThat(lines()).containsExactly(
				"Reconciliation 7 was stopped (stopped by Ctrl-C or SIGTERM). Nothing is lost: the same command"
						+ " continues it.",
				"Reconciliation 7 failed. The disk is full. Nothing is lost: the same command continues it.",
				"This is being reconciled by tickmark process 42 on here. Wait for it, or stop it and run the same"
						+ " command again.");
	}

	@Test
	void whatCannotBeComparedIsRefused() {
		assertThat(tell(new ReconcileResult.Refused("There is no run 9."))).isEqualTo(ExitCode.REFUSED);
		assertThat(lines()).containsExactly("There is no run 9.");
	}

	private static ReconcileResult finished(ResultCount... results) {
		return new ReconcileResult.Finished(SEVENTH, List.of(results));
	}

	private int tell(ReconcileResult result) {
		return new ReconcileClosing(new Screen(new PrintWriter(this.out), false)).tell(result);
	}

	private List<String> lines() {
		return this.out.toString().lines().toList();
	}

}
