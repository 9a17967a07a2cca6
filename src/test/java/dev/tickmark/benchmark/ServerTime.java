package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The processor time of a PostgreSQL server: of its first process, of those that it has
 * now, and of those that have ended, which only Linux tells.
 */
final class ServerTime {

	/** The same on every Linux that Java runs on. */
	private static final long TICK_MILLIS = 10;

	/** Of what follows the name in /proc/PID/stat: utime, stime, cutime, cstime. */
	private static final int OWN = 11;

	private ServerTime() {
	}

	static Duration of(ProcessHandle first) {
		Duration living = Stream.concat(Stream.of(first), first.children())
			.map((process) -> process.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
		return living.plusMillis(ended(first.pid()).orElse(0));
	}

	private static OptionalLong ended(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return OptionalLong.of(TICK_MILLIS * (Long.parseLong(fields[OWN + 2]) + Long.parseLong(fields[OWN + 3])));
		}
		catch (IOException _) {
			return OptionalLong.empty();
		}
	}

}
