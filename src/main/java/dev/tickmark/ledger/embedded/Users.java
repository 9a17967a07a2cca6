package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Who uses the server of a folder: each process holds a shared lock on one file, counted
 * within the process because a file lock is the whole process's. Only called by those who
 * are inside the {@link Gate}, save for {@link #leave}.
 */
final class Users {

	private static final Map<Path, Users> HERE = new HashMap<>();

	private final FileChannel channel;

	private final FileLock lock;

	private int count = 1;

	private Users(FileChannel channel, FileLock lock) {
		this.channel = channel;
		this.lock = lock;
	}

	static synchronized void join(ServerFolder folder) throws IOException {
		Users users = HERE.get(folder.path());
		if (users != null) {
			users.count++;
			return;
		}
		FileChannel channel = FileChannel.open(folder.usersLock(), StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
		FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
		if (lock == null) {
			channel.close();
			throw new IOException(folder.usersLock() + " is locked by another program");
		}
		HERE.put(folder.path(), new Users(channel, lock));
	}

	/** Leaves, and tells whether nobody is left, in this process or another. */
	static synchronized boolean leaveAsLast(ServerFolder folder) throws IOException {
		Users users = HERE.get(folder.path());
		if (users == null || --users.count > 0) {
			return false;
		}
		HERE.remove(folder.path());
		try (FileChannel channel = users.channel) {
			users.lock.release();
			return channel.tryLock() != null;
		}
	}

	/** Leaves without a look at the others. */
	static synchronized void leave(ServerFolder folder) throws IOException {
		Users users = HERE.get(folder.path());
		if (users != null && --users.count == 0) {
			HERE.remove(folder.path());
			users.channel.close();
		}
	}

}
