package dev.tickmark.verification;

import java.util.List;

import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Clearance;
import dev.tickmark.report.Duplicates;

/** How a command ended. */
public sealed interface VerifyResult {

	/**
	 * The asking is over and the report is written; rows may still be open.
	 *
	 * @param stoppedLanes why lanes were stopped by a fault of configuration, a sentence
	 * each
	 * @param duplicates what the payee file has more than once
	 * @param clearance whether what can be paid may be handed out
	 */
	record Finished(Run run, RunFigures figures, List<String> stoppedLanes, Duplicates duplicates,
			Clearance clearance) implements VerifyResult {

		/** Nobody has to release anything. */
		public Finished(Run run, RunFigures figures, List<String> stoppedLanes, Duplicates duplicates) {
			this(run, figures, stoppedLanes, duplicates, new Clearance.NotNeeded());
		}

	}

	/**
	 * The same content was verified before, completely; nothing was done.
	 *
	 * @param clearance whether what can be paid may be handed out
	 */
	record AlreadyComplete(Run run, RunFigures figures, Clearance clearance) implements VerifyResult {

	}

	/** Stopped on request; the same command continues. */
	record Stopped(Run run, String why) implements VerifyResult {

	}

	/** It failed; the same command continues. */
	record Failed(Run run, String why) implements VerifyResult {

	}

	/**
	 * The file or the configuration does not allow it; nothing was called.
	 *
	 * @param withoutContent why, without anything that is written in the file: for
	 * whoever is told elsewhere
	 * @param settings whether the settings are at fault: with others, the same goes on
	 */
	record Refused(String why, String withoutContent, boolean settings) implements VerifyResult {

		public Refused(String why) {
			this(why, why, false);
		}

		/** The file cannot be read. */
		public static Refused of(UnreadableFile reason) {
			return new Refused(String.valueOf(reason.getMessage()), reason.withoutContent(), false);
		}

	}

	/** Another process works on this run. */
	record Busy(String holder) implements VerifyResult {

	}

}
