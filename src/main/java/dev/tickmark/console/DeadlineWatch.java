package dev.tickmark.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tickmark.story.Durations;
import dev.tickmark.story.Moments;

/** Tells whether a run will be over in time: once, and again when the answer changes. */
final class DeadlineWatch {

	private static final Duration LEAST_DOUBT = Duration.ofSeconds(2);

	/** A forecast is no better than to this part of the time that is left. */
	private static final int DOUBT = 50;

	private final Instant deadline;

	private @Nullable Boolean met;

	DeadlineWatch(Instant deadline) {
		this.deadline = deadline;
	}

	/**
	 * Looks again.
	 * @param left how long the run still takes
	 * @return a sentence; empty when there is no news
	 */
	Optional<String> look(Duration left, Instant now) {
		Duration spare = Duration.between(now.plus(left), this.deadline);
		boolean willBeMet = !spare.isNegative();
		if (this.met != null && (this.met == willBeMet || spare.abs().compareTo(doubt(left)) < 0)) {
			return Optional.empty();
		}
		this.met = willBeMet;
		String what = "The deadline, " + Moments.soon(this.deadline, now) + ", will ";
		return Optional.of(willBeMet ? what + "be met, with about " + Durations.text(spare) + " to spare."
				: what + "not be met: about " + Durations.text(spare.abs()) + " more would be needed.");
	}

	private static Duration doubt(Duration left) {
		Duration part = left.dividedBy(DOUBT);
		return (part.compareTo(LEAST_DOUBT) > 0) ? part : LEAST_DOUBT;
	}

}
