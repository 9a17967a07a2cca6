package dev.tickmark.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tickmark.story.Durations;
import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Clearance;
import dev.tickmark.payee.Reused;
import dev.tickmark.payee.Verdict;
import dev.tickmark.report.ClearanceText;
import dev.tickmark.report.Duplicates;
import dev.tickmark.verification.Foretold;
import dev.tickmark.verification.RunFigures;
import dev.tickmark.verification.VerifyResult;

/** Says how a command ended. */
final class Closing {

	private final Screen screen;

	Closing(Screen screen) {
		this.screen = screen;
	}

	/**
	 * Says it.
	 * @return the exit code
	 */
	int tell(VerifyResult result) {
		return switch (result) {
			case VerifyResult.Finished finished -> {
				int code = finished(finished);
				finished.stoppedLanes().forEach(this.screen::say);
				yield code;
			}
			case VerifyResult.AlreadyComplete complete -> already(complete);
			case VerifyResult.Stopped stopped -> tell(ExitCode.UNFINISHED, "Run " + stopped.run().id()
					+ " was stopped (" + stopped.why() + "). Nothing is lost: the same command continues it.");
			case VerifyResult.Failed failed ->
				tell(ExitCode.UNFINISHED, "Run " + failed.run().id() + " failed. " + failed.why(),
						"Nothing is lost: the same command continues it.");
			case VerifyResult.Refused refused -> tell(ExitCode.REFUSED, refused.why(), "Nobody was called.");
			case VerifyResult.Busy busy -> tell(ExitCode.UNFINISHED, "This file is being verified by " + busy.holder()
					+ ". Wait for it, or stop it and run the same command again.");
		};
	}

	private int finished(VerifyResult.Finished finished) {
		RunFigures figures = finished.figures();
		VerdictTable.of(figures).forEach(this.screen::say);
		this.screen.say("");
		this.screen.say(figures.rows() + " rows in " + Durations.text(figures.duration()) + ", "
				+ ((figures.open() == 0) ? "all final" : figures.open() + " still open") + sandbox(figures) + ".");
		reused(figures);
		Foretold forecast = figures.forecast();
		if (forecast != null && forecast.time().isPositive()) {
			this.screen.say(String.format(Locale.ROOT, "Forecast for the asking %s, took %s (%+.1f %%).",
					Durations.text(forecast.time()), Durations.text(forecast.took()), 100 * forecast.error()));
		}
		this.screen.say("Report: " + finished.run().reports());
		released(finished.clearance());
		if (finished.duplicates().any()) {
			this.screen.say(duplicates(finished.duplicates()));
		}
		if (figures.open() > 0) {
			if (figures.count(Verdict.ACTION_REQUIRED) > 0) {
				this.screen.say(
						"What persons have to do is in actions.csv there. A link lets in whoever has it: hand it on with care.");
			}
			this.screen.say("The same command goes on with the open rows.");
			return ExitCode.ROWS_OPEN;
		}
		return ExitCode.COMPLETE;
	}

	private static String duplicates(Duplicates found) {
		List<String> said = new ArrayList<>();
		if (found.samePayeeRows() > 0) {
			said.add(found.samePayeeRows() + " rows have a payee of another line");
		}
		if (found.sameReferenceRows() > 0) {
			said.add(found.sameReferenceRows() + " rows have a reference that is another payee's in another line");
		}
		return String.join(", ", said) + ": see duplicates.csv there.";
	}

	private int already(VerifyResult.AlreadyComplete complete) {
		Run run = complete.run();
		RunFigures figures = complete.figures();
		this.screen.say("This content was verified before, in run " + run.id() + ": " + figures.rows()
				+ " rows, all final" + sandbox(figures) + ". Nobody was called.");
		reused(figures);
		this.screen.say("Report: " + run.reports());
		released(complete.clearance());
		this.screen.say("With --again, a new run asks (and pays) once more.");
		return ExitCode.COMPLETE;
	}

	private void released(Clearance clearance) {
		String sentence = ClearanceText.of(clearance);
		if (!sentence.isEmpty()) {
			this.screen.say(sentence);
		}
	}

	/** That not every answer is of today. */
	private void reused(RunFigures figures) {
		Reused reused = figures.reused();
		Instant since = reused.since();
		if (since != null) {
			this.screen.say(String.format(Locale.ROOT, "%,d of the MATCHes %s reused, from checks since %s.",
					reused.rows(), (reused.rows() == 1) ? "is" : "are", LocalDate.ofInstant(since, ZoneOffset.UTC)));
		}
	}

	private int tell(int code, String... lines) {
		Stream.of(lines).forEach(this.screen::say);
		return code;
	}

	private static String sandbox(RunFigures figures) {
		return figures.sandbox() ? "; answers are the sandbox's" : "";
	}

}
