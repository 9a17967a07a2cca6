package dev.tickmark.verification;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import dev.tickmark.provider.Lane;

/**
 * A lane at work for a run.
 *
 * @param asking how many of its slices still ask for the first time
 * @param rechecking whether one of them has gone on to what is to be asked again
 */
record OpenLane(Lane lane, AsyncTaskExecutor threads, LaneProgress progress, AtomicInteger asking,
		AtomicBoolean rechecking) {

	static OpenLane of(Lane lane, LaneProgress progress) {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(lane.provider().name() + "-");
		threads.setVirtualThreads(true);
		// shared by the lane's slices: reaching it blocks the thread that submits, which
		// keeps queues short
		threads.setConcurrencyLimit(lane.maxConcurrentCalls());
		return new OpenLane(lane, threads, progress, new AtomicInteger(VerifyWorker.SLICES), new AtomicBoolean());
	}

	/** Whether some may be asked for the first time. */
	boolean isAsking() {
		return this.asking.get() > 0;
	}

}
