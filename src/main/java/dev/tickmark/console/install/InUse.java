package dev.tickmark.console.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Tells those who install that a program is running, so that nobody takes its files away.
 * The lock is the operating system's and ends with the process, however that ends.
 */
public final class InUse {

	/** The start script's property that says which folder the program is in. */
	static final String PROPERTY = "tickmark.program";

	/** Held until the process ends. */
	private static @Nullable FileChannel held;

	private InUse() {
	}

	/** Tells it of this process, if it runs an installed program. */
	public static synchronized void tell() {
		String folder = System.getProperty(PROPERTY);
		if (folder == null || held != null) {
			return;
		}
		try {
			FileChannel channel = FileChannel.open(new ProgramFolder(Path.of(folder)).users(), StandardOpenOption.READ);
			channel.tryLock(0, Long.MAX_VALUE, true);
			held = channel;
		}
		catch (IOException _) {
			// the program before the installed one is kept anyway
		}
	}

	/** Deletes a program that nobody runs. */
	static void deleteUnused(ProgramFolder program) throws IOException {
		if (!Files.exists(program.users())) {
			FileSystemUtils.deleteRecursively(program.path());
			return;
		}
		try (FileChannel channel = FileChannel.open(program.users(), StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock()) {
			if (lock != null) {
				FileSystemUtils.deleteRecursively(program.path());
			}
		}
	}

}
