package dev.tickmark.verification;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.tickmark.ledger.Run;

/** Is told how a run goes on. Called from the thread that runs the job. */
public interface RunWatcher {

	/** The run has a number; it is new, or continued. */
	default void began(Run run, boolean continued) {
	}

	/** Something that a person should know of the run, a sentence. */
	default void remarks(String sentence) {
	}

	/** Another process holds a lane that this run needs; it waits. */
	default void waits(String lane, String holder) {
	}

	/** The run has to be over by then; called before the lanes are open. */
	default void due(Instant deadline) {
	}

	/** The lanes are open; the progress of each can be looked at from now on. */
	default void opened(List<LaneProgress> lanes) {
	}

	/**
	 * Links for persons to act upon are written, or newly written; called from another
	 * thread.
	 * @param file the file that has them
	 */
	default void handedOver(Path file) {
	}

	/** Asking is over. */
	default void asked() {
	}

}
