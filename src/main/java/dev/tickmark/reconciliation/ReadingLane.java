package dev.tickmark.reconciliation;

import java.time.Duration;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import dev.tickmark.provider.Lane;

/**
 * A lane in which verifications are read back.
 *
 * @param chunk how many each slice takes at a time
 */
record ReadingLane(Lane lane, AsyncTaskExecutor threads, ReadingProgress progress, int chunk) {

	/**
	 * How many slices of a lane are read side by side: one may wait for its chunk's end.
	 */
	static final int SLICES = 4;

	private static final int SMALLEST_CHUNK = 5;

	private static final int LARGEST_CHUNK = 250;

	static ReadingLane of(Lane lane, long total, long done) {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(lane.provider().name() + "-");
		threads.setVirtualThreads(true);
		// shared by the slices: reaching it blocks the thread that submits
		threads.setConcurrencyLimit(lane.maxConcurrentCalls(Duration.ZERO));
		int chunk = Math.clamp(lane.inFlight(Duration.ZERO) / (SLICES + 1), SMALLEST_CHUNK, LARGEST_CHUNK);
		return new ReadingLane(lane, threads, new ReadingProgress(lane, total, done), chunk);
	}

}
