package dev.tickmark.browse;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.browse.RowRegister;
import dev.tickmark.verification.RunColumns;

/**
 * Sees to it that the rows of a run can be found. That takes a second for a hundred
 * thousand rows, and is done once; nobody waits for it long.
 */
@Component
class Readiness {

	private static final Duration PATIENCE = Duration.ofSeconds(4);

	/** Each takes two connections to the database, which runs need too. */
	private static final int AT_A_TIME = 2;

	private final Semaphore places = new Semaphore(AT_A_TIME, true);

	private final RowRegister register;

	private final RunColumns columns;

	private final Map<Long, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

	Readiness(RowRegister register, RunColumns columns) {
		this.register = register;
		this.columns = columns;
	}

	/** Waits for it a little; false when it takes longer. */
	boolean await(Run run) {
		if (this.register.isComplete(run.id())) {
			return true;
		}
		CompletableFuture<Void> made = this.underWay.computeIfAbsent(run.id(), (_) -> begin(run));
		try {
			made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException _) {
			return false;
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("the rows of run " + run.id() + " could not be put in order", ex);
		}
	}

	private CompletableFuture<Void> begin(Run run) {
		PayeeCells cells = new PayeeCells(this.columns.of(run));
		CompletableFuture<Void> made = new CompletableFuture<>();
		Thread.ofVirtual().name("rows-of-run-" + run.id()).start(() -> {
			try {
				this.places.acquire();
				try {
					this.register.complete(run.id(), cells::key);
				}
				finally {
					this.places.release();
				}
				made.complete(null);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				made.completeExceptionally(ex);
			}
			catch (RuntimeException ex) {
				made.completeExceptionally(ex);
			}
			finally {
				this.underWay.remove(run.id());
			}
		});
		return made;
	}

}
