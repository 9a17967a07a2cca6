package dev.tickmark.verification;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import dev.tickmark.provider.Lane;

/**
 * A lane at work for a run.
 *
 * @param use the run's part in it
 * @param inFlight how many of its calls are under way when it is at its limit
 * @param asking counts those of its slices that still ask for the first time
 * @param rechecking whether one of them has gone on to what is to be asked again
 * @param quiet whether nothing more will come of it in this pass, so that nobody falls
 * back from it
 */
record OpenLane(LaneUse use, AsyncTaskExecutor threads, LaneProgress progress, int inFlight, CountDownLatch asking,
		AtomicBoolean rechecking, AtomicBoolean quiet) {

	private static final int SMALLEST_CHUNK = 5;

	private static final int LARGEST_CHUNK = 250;

	/**
	 * Takes one up.
	 * @param latency how long its calls took of late; zero when that is not known
	 */
	static OpenLane of(LaneUse use, LaneProgress progress, Duration latency) {
		Lane lane = use.lane();
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(lane.provider().name() + "-");
		threads.setVirtualThreads(true);
		// shared by the lane's slices: reaching it blocks the thread that submits, which
		// keeps queues short
		int most = lane.maxConcurrentCalls(latency);
		threads.setConcurrencyLimit(most);
		lane.makeRoom(most);
		return new OpenLane(use, threads, progress, Math.min(most, lane.inFlight(latency)),
				new CountDownLatch(VerifyWorker.SLICES), new AtomicBoolean(), new AtomicBoolean());
	}

	Lane lane() {
		return this.use.lane();
	}

	/**
	 * How many verifications each slice takes at a time. All slices but one have what is
	 * needed for the lane to be at its limit, so that one may wait for the slowest call
	 * of its chunk; and a chunk's end is never far.
	 */
	int chunk() {
		return Math.clamp(this.inFlight / (VerifyWorker.SLICES + 1), SMALLEST_CHUNK, LARGEST_CHUNK);
	}

	/**
	 * Waits until no slice asks for the first time any more, but not for longer than
	 * that.
	 * @return whether none does
	 */
	boolean awaitAsked(Duration longest) throws InterruptedException {
		return this.asking.await(longest.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Notes that a slice is done with asking. When none of them goes on to what is to be
	 * asked again, because they failed, nothing more will come of the lane.
	 */
	void asked() {
		this.asking.countDown();
		if (!isAsking() && !this.rechecking.get()) {
			this.quiet.set(true);
		}
	}

	/** Whether some may be asked for the first time. */
	boolean isAsking() {
		return this.asking.getCount() > 0;
	}

}
