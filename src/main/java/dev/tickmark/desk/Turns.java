package dev.tickmark.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import dev.tickmark.verification.StopSignal;

/** Lets so many work at once; more wait for their turn, in order. */
@Component
@EnableConfigurationProperties(DeskSettings.class)
class Turns {

	private static final Logger log = LoggerFactory.getLogger(Turns.class);

	private static final String WHY = "Tickmark was ended; the next serve continues it";

	/** The longest call there may be, and a little for the rest. */
	private static final Duration LONGEST = Duration.ofSeconds(330);

	private final ThreadPoolExecutor threads;

	private final Map<String, Taken> taken = new ConcurrentHashMap<>();

	private volatile boolean ending;

	private volatile boolean cut;

	Turns(DeskSettings settings) {
		this.threads = new ThreadPoolExecutor(
				settings.maxRuns(), settings.maxRuns(), 0, TimeUnit.SECONDS, (settings.maxWaiting() > 0)
						? new LinkedBlockingQueue<>(settings.maxWaiting()) : new SynchronousQueue<>(),
				Thread.ofVirtual().name("desk-", 0).factory());
	}

	/**
	 * Takes work on.
	 * @param name of what it is done to; the same is taken on once
	 * @param work is told by what it is stopped
	 * @return why it is not taken on, a sentence; nothing when it is, or was before
	 */
	Optional<String> take(String name, Consumer<StopSignal> work) {
		StopSignal stop = new StopSignal();
		Taken one = new Taken(stop, () -> work(name, stop, work));
		if (this.taken.putIfAbsent(name, one) != null) {
			return Optional.empty();
		}
		try {
			this.threads.execute(one.work());
			return Optional.empty();
		}
		catch (RejectedExecutionException _) {
			this.taken.remove(name);
			return Optional.of(this.ending ? "Tickmark is being ended: start it again when it is back."
					: "As many runs as may be wait for their turn already. Start it again when one of them is done.");
		}
	}

	private void work(String name, StopSignal stop, Consumer<StopSignal> work) {
		try {
			if (this.ending) {
				this.cut = true;
				return;
			}
			work.accept(stop);
		}
		catch (RuntimeException ex) {
			log.error("{}", name, ex);
		}
		finally {
			this.taken.remove(name);
		}
	}

	Set<String> names() {
		return Set.copyOf(this.taken.keySet());
	}

	/**
	 * Asks something to stop that was taken on. What waits for its turn need not wait for
	 * that: it notes that it is stopped, and leaves its place to others.
	 * @return whether there is such a thing
	 */
	boolean stop(String name, String why) {
		Taken one = this.taken.get(name);
		if (one == null) {
			return false;
		}
		one.stop().request(why);
		if (this.threads.remove(one.work())) {
			one.work().run();
		}
		return true;
	}

	boolean isEnding() {
		return this.ending;
	}

	/** Notes that something was cut by the end. */
	void cut() {
		this.cut = true;
	}

	/** Asks all to stop; what was asked of providers still lands. */
	void requestEnd() {
		this.ending = true;
		this.taken.values().forEach((one) -> one.stop().request(WHY));
	}

	/**
	 * Waits until all have stopped.
	 * @return whether nothing was cut
	 */
	boolean end() {
		requestEnd();
		this.threads.shutdown();
		try {
			if (!this.threads.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
				this.cut = true;
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			this.cut = true;
		}
		return !this.cut;
	}

	/**
	 * What was taken on.
	 *
	 * @param stop by which it is stopped
	 * @param work as it stands in the queue
	 */
	private record Taken(StopSignal stop, Runnable work) {

	}

}
