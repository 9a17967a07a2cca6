package dev.tickmark.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Commits in one transaction what many threads bring at the same moment, and lets each go
 * only when its own is committed. Who comes while nobody is writing writes at once,
 * alone; who comes meanwhile is written together with all who did. So a disk that is
 * asked to keep thousands of answers a second is asked a few hundred times.
 *
 * @param <T> what is written
 */
final class GroupCommit<T> {

	private static final int MOST = 100;

	private final TransactionOperations transaction;

	private final Function<List<T>, int[]> write;

	private final Deque<Entry<T>> waiting = new ArrayDeque<>();

	private boolean writing;

	/**
	 * Makes one.
	 * @param transaction a new one for each group
	 * @param write writes a group and says for each how many rows it became
	 */
	GroupCommit(TransactionOperations transaction, Function<List<T>, int[]> write) {
		this.transaction = transaction;
		this.write = write;
	}

	/**
	 * Writes something, and returns when it is committed.
	 * @return how many rows it became
	 */
	int commit(T item) {
		Entry<T> entry = new Entry<>(item);
		boolean first;
		synchronized (this.waiting) {
			this.waiting.add(entry);
			first = !this.writing;
			this.writing = true;
		}
		if (first || entry.turn.join() == Turn.WRITE) {
			try {
				write();
			}
			finally {
				handOver();
			}
		}
		return entry.alone ? alone(item) : entry.count();
	}

	/** How many wait to be written. */
	int waiting() {
		synchronized (this.waiting) {
			return this.waiting.size();
		}
	}

	private void write() {
		List<Entry<T>> group = new ArrayList<>();
		synchronized (this.waiting) {
			while (group.size() < MOST && !this.waiting.isEmpty()) {
				group.add(this.waiting.remove());
			}
		}
		try {
			int[] counts = rows(group.stream().map((entry) -> entry.item).toList());
			for (int i = 0; i < counts.length; i++) {
				group.get(i).count = counts[i];
			}
		}
		catch (DataIntegrityViolationException _) {
			// one of them cannot be written; each finds out for itself which
			group.forEach((entry) -> entry.alone = true);
		}
		catch (RuntimeException | Error ex) {
			group.forEach((entry) -> entry.failure = ex);
		}
		finally {
			group.forEach((entry) -> entry.turn.complete(Turn.WRITTEN));
		}
	}

	/** Lets the next write that waits, with all who wait behind it. */
	private void handOver() {
		Entry<T> next;
		synchronized (this.waiting) {
			next = this.waiting.peek();
			this.writing = next != null;
		}
		if (next != null) {
			next.turn.complete(Turn.WRITE);
		}
	}

	private int alone(T item) {
		return rows(List.of(item))[0];
	}

	private int[] rows(List<T> items) {
		return Objects.requireNonNull(this.transaction.execute((_) -> this.write.apply(items)));
	}

	private enum Turn {

		WRITE, WRITTEN

	}

	private static final class Entry<T> {

		private final T item;

		private final CompletableFuture<Turn> turn = new CompletableFuture<>();

		private int count;

		private boolean alone;

		private @Nullable Throwable failure;

		Entry(T item) {
			this.item = item;
		}

		int count() {
			switch (this.failure) {
				case null -> {
					return this.count;
				}
				case RuntimeException ex -> throw ex;
				case Throwable ex -> throw new IllegalStateException(ex);
			}
		}

	}

}
