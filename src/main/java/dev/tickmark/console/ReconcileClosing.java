package dev.tickmark.console;

import java.util.Locale;

import dev.tickmark.reconciliation.ReconcileResult;

/** Says how a reconciliation ended. */
final class ReconcileClosing {

	private final Screen screen;

	ReconcileClosing(Screen screen) {
		this.screen = screen;
	}

	/**
	 * Says it.
	 * @return the exit code
	 */
	int tell(ReconcileResult result) {
		return switch (result) {
			case ReconcileResult.Finished finished -> finished(finished);
			case ReconcileResult.Stopped stopped ->
				tell(ExitCode.UNFINISHED, "Reconciliation " + stopped.reconciliation().id() + " was stopped ("
						+ stopped.why() + "). Nothing is lost: the same command continues it.");
			case ReconcileResult.Failed failed ->
				tell(ExitCode.UNFINISHED, "Reconciliation " + failed.reconciliation().id() + " failed. " + failed.why()
						+ " Nothing is lost: the same command continues it.");
			case ReconcileResult.Refused refused -> tell(ExitCode.REFUSED, refused.why());
			case ReconcileResult.Busy busy -> tell(ExitCode.UNFINISHED, "This is being reconciled by " + busy.holder()
					+ ". Wait for it, or stop it and run the same command again.");
		};
	}

	private int finished(ReconcileResult.Finished finished) {
		Grid grid = new Grid("lr");
		finished.results()
			.forEach((count) -> grid.add(count.label(), String.format(Locale.ROOT, "%,d", count.items())));
		grid.lines().forEach(this.screen::say);
		this.screen.say("");
		long differences = finished.differences();
		this.screen.say((differences == 0) ? String.format(Locale.ROOT, "No difference in %,d.", finished.items())
				: String.format(Locale.ROOT, "%,d %s in %,d.", differences,
						(differences == 1) ? "difference" : "differences", finished.items()));
		this.screen.say("Report: " + finished.reconciliation().reports());
		return (differences == 0) ? ExitCode.COMPLETE : ExitCode.DIFFERENCES;
	}

	private int tell(int code, String line) {
		this.screen.say(line);
		return code;
	}

}
