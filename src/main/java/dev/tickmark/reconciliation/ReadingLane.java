package dev.tickmark.reconciliation;

import java.time.Duration;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import dev.tickmark.provider.Lane;
import dev.tickmark.verification.LaneUse;

/**
 * A lane in which verifications are read back.
 *
 * @param use the session's part in the lane
 * @param chunk how many each slice takes at a time
 */
record ReadingLane(LaneUse use, AsyncTaskExecutor threads, ReadingProgress progress, int chunk) {

	/**
	 * How many slices of a lane are read side by side: one may wait for its chunk's end.
	 */
	static final int SLICES = 4;

	private static final int SMALLEST_CHUNK = 5;

	private static final int LARGEST_CHUNK = 250;

	static ReadingLane of(LaneUse use, long total, long done) {
		Lane lane = use.lane();
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(lane.provider().name() + "-");
		threads.setVirtualThreads(true);
		// shared by the slices: reaching it blocks the thread that submits
		int most = lane.maxConcurrentCalls(Duration.ZERO);
		threads.setConcurrencyLimit(most);
		lane.makeRoom(most);
		int chunk = Math.clamp(lane.inFlight(Duration.ZERO) / (SLICES + 1), SMALLEST_CHUNK, LARGEST_CHUNK);
		return new ReadingLane(use, threads, new ReadingProgress(use, total, done), chunk);
	}

	Lane lane() {
		return this.use.lane();
	}

}
