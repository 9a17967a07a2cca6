package dev.tickmark.night;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The files of a night. All are asked about, one after the other; only then those are
 * waited for whose answers take long, side by side: a file must not be kept waiting by
 * the answers to another.
 */
final class Round {

	/** Each has a connection to the database; more of them wait for their turn. */
	private static final int SIDE_BY_SIDE = 8;

	private final Shift shift;

	private final FileRun files;

	private final InboxFolder folder;

	private final Set<Path> left = ConcurrentHashMap.newKeySet();

	private final List<Path> waiting = new CopyOnWriteArrayList<>();

	Round(Shift shift, FileRun files, InboxFolder folder) {
		this.shift = shift;
		this.files = files;
		this.folder = folder;
	}

	/** Asks about a file that was taken, unless this process ends. */
	void ask(Path file) {
		if (!this.shift.ending()) {
			work(file, false);
		}
	}

	/**
	 * Waits for what is due later.
	 * @return whether nothing is to be tried again
	 */
	boolean await() {
		if (!this.waiting.isEmpty() && this.shift.ending()) {
			this.shift.duty().ending().cut();
		}
		else if (!this.waiting.isEmpty()) {
			try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE,
					Thread.ofVirtual().name("night-" + this.shift.job().name() + "-", 1).factory())) {
				this.waiting.forEach((file) -> threads.execute(() -> work(file, true)));
			}
		}
		return this.left.isEmpty();
	}

	private void work(Path file, boolean last) {
		// also when it comes to no end at all
		this.left.add(file);
		switch (this.files.work(this.shift, file, this.folder, last)) {
			case NOTHING -> this.left.remove(file);
			case WAITS -> this.waiting.add(file);
			case AGAIN -> {
			}
		}
	}

}
