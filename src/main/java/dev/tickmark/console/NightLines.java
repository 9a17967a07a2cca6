package dev.tickmark.console;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.story.Moments;
import dev.tickmark.ledger.Run;
import dev.tickmark.night.NightWatcher;
import dev.tickmark.verification.RunFigures;
import dev.tickmark.verification.VerifyResult;

/** Says what happens by itself, a line each. */
final class NightLines implements NightWatcher {

	private final Screen screen;

	private final Clock clock;

	NightLines(Screen screen) {
		this(screen, Clock.systemUTC());
	}

	NightLines(Screen screen, Clock clock) {
		this.screen = screen;
		this.clock = clock;
	}

	@Override
	public void waits(String job, Instant next) {
		says(job, "Waits until " + Moments.seconds(next) + ".");
	}

	@Override
	public void began(String job, Path file, Run run, boolean continued) {
		says(job, file.getFileName() + ": run " + run.id() + (continued ? " is continued" : " begins") + ", "
				+ (run.key().sandbox() ? "answered by the sandbox." : "answered by the providers."));
	}

	@Override
	public void ended(String job, Path file, VerifyResult result, @Nullable Path now) {
		says(job, file.getFileName() + ": " + outcome(result) + " "
				+ ((now != null) ? "The file is now " + now : "The file stays in " + file.getParent()) + ".");
		if (result instanceof VerifyResult.Finished finished) {
			finished.stoppedLanes().forEach((why) -> says(job, why));
		}
	}

	@Override
	public void wentOn(String job, long run, VerifyResult result) {
		says(job, "Run " + run + " of an earlier night: " + outcome(result));
		if (result instanceof VerifyResult.Finished finished) {
			finished.stoppedLanes().forEach((why) -> says(job, why));
		}
	}

	@Override
	public void says(String job, String sentence) {
		// a file's name may have anything in it
		this.screen
			.say(Moments.seconds(this.clock.instant()) + " " + job + ": " + sentence.replaceAll("\\p{Cntrl}", "?"));
	}

	private static String outcome(VerifyResult result) {
		return switch (result) {
			case VerifyResult.Finished finished -> ended(finished.run(), finished.figures());
			case VerifyResult.AlreadyComplete complete ->
				"verified before, nobody was called; " + ended(complete.run(), complete.figures());
			case VerifyResult.Stopped stopped ->
				"run " + stopped.run().id() + " was stopped (" + stopped.why() + "), the next serve continues it.";
			case VerifyResult.Failed failed ->
				"run " + failed.run().id() + " failed and is continued the next time. " + failed.why();
			case VerifyResult.Refused refused -> "cannot be verified, nobody was called. " + refused.why();
			case VerifyResult.Busy busy -> "is being verified by " + busy.holder() + ".";
		};
	}

	private static String ended(Run run, RunFigures figures) {
		return "run " + run.id() + ", " + figures.rows() + " rows, "
				+ ((figures.open() == 0) ? "all final" : figures.open() + " still open") + ". Report: " + run.reports()
				+ ".";
	}

}
