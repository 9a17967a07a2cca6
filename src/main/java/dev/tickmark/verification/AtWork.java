package dev.tickmark.verification;

import java.util.concurrent.Phaser;

/**
 * The steps of a job that are at work. A job that fails while its partitions are at work
 * leaves them to themselves, and what they rely on must outlive them.
 */
public final class AtWork {

	/** One for each step, and one for the session itself. */
	private final Phaser steps = new Phaser(1);

	/** Does a step's work; {@link #end} does not return before it is done. */
	public <T, X extends Exception> T work(Work<T, X> work) throws X {
		this.steps.register();
		try {
			return work.run();
		}
		finally {
			this.steps.arriveAndDeregister();
		}
	}

	/** Waits until every step has let go. */
	public void end() {
		this.steps.arriveAndAwaitAdvance();
	}

	/** What a step does. */
	@FunctionalInterface
	public interface Work<T, X extends Exception> {

		T run() throws X;

	}

}
