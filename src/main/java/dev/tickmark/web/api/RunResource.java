package dev.tickmark.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.tickmark.desk.LaneStand;
import dev.tickmark.desk.Progress;
import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Standing;

/**
 * A run as it stands.
 *
 * @param state STARTED, STOPPED, FAILED, OPEN or COMPLETE
 * @param cutOff whether its process died, and nobody is at work on it
 * @param rows null until the file was read
 * @param open rows without a final verdict
 * @param verdicts rows by verdict; null in a list
 * @param lanes how far each has come; empty when this process is not at work on it
 * @param newer the run of the same content that has taken its place; null when none has
 */
record RunResource(long id, String file, String sha256, String job, boolean sandbox, String state, boolean cutOff,
		@Nullable String message, @Nullable Long rows, long open, @Nullable Map<String, Long> verdicts,
		List<Lane> lanes, @Nullable Long newer, Instant createdAt, Instant changedAt) {

	static RunResource of(Standing standing, @Nullable Progress progress,
			@Nullable List<Figures.VerdictCount> verdicts) {
		Run run = standing.run();
		return new RunResource(run.id(), run.fileName(), run.key().sha256(), run.key().job(), run.key().sandbox(),
				run.state().name(), standing.cutOff(), run.message(), run.rows(), standing.openRows(),
				(verdicts != null) ? summed(verdicts) : null,
				(progress != null) ? progress.lanes().stream().map(Lane::of).toList() : List.of(), standing.newer(),
				run.createdAt(), run.changedAt());
	}

	private static Map<String, Long> summed(List<Figures.VerdictCount> verdicts) {
		Map<String, Long> all = new TreeMap<>();
		verdicts.forEach((one) -> all.merge(one.verdict(), one.rows(), Long::sum));
		return all;
	}

	/**
	 * A lane of a run.
	 *
	 * @param remark what keeps it waiting; empty when nothing does
	 */
	record Lane(String provider, long total, long settled, double callsPerSecond, long secondsLeft, String remark) {

		private static Lane of(LaneStand lane) {
			return new Lane(lane.provider(), lane.total(), lane.settled(), lane.callsPerSecond(),
					lane.left().toSeconds(), lane.remark());
		}

	}

}
