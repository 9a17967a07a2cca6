package dev.tickmark.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Change;
import dev.tickmark.payee.Verification;

/** Verifications that are asked side by side, and others that join them. */
final class Batch {

	private final Function<Verification, Optional<Change>> attempt;

	private final CompletionService<Optional<Change>> threads;

	private final Map<Future<Optional<Change>>, Long> inFlight = new HashMap<>();

	private int asked;

	Batch(Function<Verification, Optional<Change>> attempt, Executor threads) {
		this.attempt = attempt;
		this.threads = new ExecutorCompletionService<>(threads);
	}

	/** Lets some be asked; those that already are, are left out. */
	void ask(Collection<Verification> due) {
		for (Verification verification : due) {
			if (!this.inFlight.containsValue(verification.id())) {
				this.inFlight.put(this.threads.submit(() -> this.attempt.apply(verification)), verification.id());
				this.asked++;
			}
		}
	}

	/** How many were asked, all in all. */
	int asked() {
		return this.asked;
	}

	int inFlight() {
		return this.inFlight.size();
	}

	/**
	 * Waits for an answer, and a little for others.
	 * @return what became of those; nothing of one that was not asked because the session
	 * is over
	 */
	List<Change> answered(Duration gathered) throws InterruptedException {
		List<Change> made = new ArrayList<>();
		@Nullable Future<Optional<Change>> next = this.threads.take();
		long end = System.nanoTime() + gathered.toNanos();
		while (next != null) {
			this.inFlight.remove(next);
			result(next).ifPresent(made::add);
			next = this.inFlight.isEmpty() ? null
					: this.threads.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
		}
		return made;
	}

	private static Optional<Change> result(Future<Optional<Change>> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("an attempt failed", ex.getCause());
		}
	}

}
