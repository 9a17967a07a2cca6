package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Lets one at a time start or stop the server of a folder: one thread here, and one
 * process. The lock is the operating system's, so it vanishes with a killed process.
 */
final class Gate implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	// A file lock belongs to the whole process, so threads need a lock of their own
	private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

	private final ReentrantLock thread;

	private final FileChannel channel;

	private Gate(ReentrantLock thread, FileChannel channel) {
		this.thread = thread;
		this.channel = channel;
	}

	static Gate enter(ServerFolder folder) throws DatabaseUnavailable, IOException, InterruptedException {
		return enter(folder, PATIENCE);
	}

	static Gate enter(ServerFolder folder, Duration patience)
			throws DatabaseUnavailable, IOException, InterruptedException {
		Deadline deadline = Deadline.in(patience);
		ReentrantLock thread = THREADS.computeIfAbsent(folder.path(), (_) -> new ReentrantLock());
		if (!thread.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
			throw busy(folder, patience);
		}
		FileChannel channel = null;
		boolean entered = false;
		try {
			channel = FileChannel.open(folder.startLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			while (channel.tryLock() == null) {
				if (deadline.passed()) {
					throw busy(folder, patience);
				}
				deadline.pause();
			}
			entered = true;
			return new Gate(thread, channel);
		}
		finally {
			if (!entered) {
				leave(thread, channel);
			}
		}
	}

	private static DatabaseUnavailable busy(ServerFolder folder, Duration patience) {
		return new DatabaseUnavailable(
				"Another process has been starting or stopping the embedded database in %s for more than %d s: wait for it or end it, then try again"
					.formatted(folder.path(), patience.toSeconds()));
	}

	@Override
	public void close() throws IOException {
		leave(this.thread, this.channel);
	}

	private static void leave(ReentrantLock thread, @Nullable FileChannel channel) throws IOException {
		try {
			if (channel != null) {
				channel.close();
			}
		}
		finally {
			thread.unlock();
		}
	}

}
