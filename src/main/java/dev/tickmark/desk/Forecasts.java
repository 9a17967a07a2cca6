package dev.tickmark.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import dev.tickmark.verification.definition.Deadline;

/**
 * Makes forecasts, for each of which a whole file is read: few at once, the same one once
 * for all who ask, and nobody waits for long. Who asks again later gets what was made
 * meanwhile.
 */
@Component
class Forecasts implements DisposableBean {

	/** So many files are read at once. */
	private static final int AT_ONCE = 2;

	/** So many are being read, wait to be, or wait to be asked for. */
	private static final int MOST = 20;

	/** Somebody's request waits for so long; it keeps a thread from all others. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	/** For so long one is kept that nobody has got yet. */
	private static final Duration KEPT = Duration.ofMinutes(1);

	private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE,
			Thread.ofVirtual().name("forecast-", 0).factory());

	private final Map<Key, Making> all = new HashMap<>();

	/** Makes one, or waits for who makes it. */
	Forecast make(Key key, Supplier<Forecast> work) {
		Making making = begun(key, work);
		if (making == null) {
			return new Forecast.Later("Many files are being read at this moment.");
		}
		try {
			Forecast made = making.result().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
			forget(key, making);
			return made;
		}
		catch (TimeoutException _) {
			return new Forecast.Later(making.reads().isDone() ? "The file is still being read."
					: AT_ONCE + " other files are being read first.");
		}
		catch (ExecutionException ex) {
			forget(key, making);
			throw (ex.getCause() instanceof RuntimeException trouble) ? trouble : new CompletionException(ex);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return new Forecast.Later("Tickmark is being ended.");
		}
	}

	private synchronized @Nullable Making begun(Key key, Supplier<Forecast> work) {
		Instant now = Instant.now();
		this.all.values().removeIf((making) -> making.isStale(now));
		Making there = this.all.get(key);
		if (there != null || this.all.size() >= MOST) {
			return there;
		}
		CompletableFuture<Instant> reads = new CompletableFuture<>();
		CompletableFuture<Forecast> result = CompletableFuture.supplyAsync(() -> {
			reads.complete(Instant.now());
			return work.get();
		}, this.threads);
		Making making = new Making(reads, result, result.handle((_, _) -> Instant.now()));
		this.all.put(key, making);
		return making;
	}

	private synchronized void forget(Key key, Making making) {
		this.all.remove(key, making);
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	/** What a forecast is of. */
	record Key(long upload, String job, String definition, @Nullable Deadline deadline, boolean again) {

	}

	/**
	 * One that is made.
	 *
	 * @param reads since when its file is read
	 * @param ended when it was made
	 */
	private record Making(CompletableFuture<Instant> reads, CompletableFuture<Forecast> result,
			CompletableFuture<Instant> ended) {

		boolean isStale(Instant now) {
			return this.ended.isDone() && this.ended.resultNow().isBefore(now.minus(KEPT));
		}

	}

}
