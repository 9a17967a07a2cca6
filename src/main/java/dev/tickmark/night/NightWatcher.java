package dev.tickmark.night;

import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Run;
import dev.tickmark.verification.VerifyResult;

/** Is told what happens by itself. Called from the threads of several jobs. */
public interface NightWatcher {

	/** A job has nothing to do until then. */
	default void waits(String job, Instant next) {
	}

	/** The run of a file has a number; it is new, or continued. */
	default void began(String job, Path file, Run run, boolean continued) {
	}

	/**
	 * The work on a file is over.
	 * @param file where it was worked on
	 * @param now where it is now; null when it stays where it was, to be continued
	 */
	default void ended(String job, Path file, VerifyResult result, @Nullable Path now) {
	}

	/** The work on a run of an earlier night is over. */
	default void wentOn(String job, long run, VerifyResult result) {
	}

	/** Something that a person should know, a sentence. */
	default void says(String job, String sentence) {
	}

}
