package dev.tickmark.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Run;

/**
 * How far a run has come that is at work in this process.
 *
 * @param run the run as it was when it began
 * @param continued whether it was begun before
 * @param since when this process began with it
 * @param due when it has to be over; null when nothing was said
 * @param phase what is being done
 * @param lanes its lanes; none before they are open
 * @param remarks what a person should know, a sentence each, the latest last
 * @param actions whether there are links for persons to act upon
 * @param stopping why it is being stopped; null when it is not
 */
public record Progress(Run run, boolean continued, Instant since, @Nullable Instant due, Phase phase,
		List<LaneStand> lanes, List<String> remarks, boolean actions, @Nullable String stopping) {

	public Progress {
		lanes = List.copyOf(lanes);
		remarks = List.copyOf(remarks);
	}

	/** How long its slowest lane still takes. */
	public Duration left() {
		return this.lanes.stream().map(LaneStand::left).max(Duration::compareTo).orElse(Duration.ZERO);
	}

	/** What is being done. */
	public enum Phase {

		/** The file is read, and lanes are waited for. */
		INTAKE,
		/** Providers are asked. */
		ASKING,
		/** The sums are checked, and the reports written. */
		REPORT

	}

}
