package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The server's process, as it describes itself in {@code postmaster.pid}: process, data
 * folder, start, port, and, once it got that far, its status in the eighth line.
 * <p>
 * The file outlives a server that was killed, and then says nothing.
 *
 * @param pid the process; 0 when the file is not readable as one of PostgreSQL's
 * @param port where it listens
 * @param status {@code starting}, {@code ready}, {@code stopping}, or empty
 */
record Postmaster(long pid, int port, String status) {

	/** The folder in the second line may be in any encoding. */
	private static final Charset BYTES = StandardCharsets.ISO_8859_1;

	private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(2);

	private static final int PORT_LINE = 3;

	private static final int STATUS_LINE = 7;

	static @Nullable Postmaster read(Path data) throws IOException {
		List<String> lines;
		try {
			lines = Files.readAllLines(file(data), BYTES);
		}
		catch (NoSuchFileException _) {
			return null;
		}
		try {
			String status = (lines.size() > STATUS_LINE) ? lines.get(STATUS_LINE).strip() : "";
			return new Postmaster(Long.parseLong(lines.getFirst()), Integer.parseInt(lines.get(PORT_LINE)), status);
		}
		catch (RuntimeException _) {
			return new Postmaster(0, 0, "");
		}
	}

	boolean isReady() {
		return this.status.equals("ready");
	}

	boolean isStopping() {
		return this.status.equals("stopping");
	}

	/**
	 * Kills the process, if it is the server of this data folder; its own processes end
	 * when they see it gone.
	 */
	void kill(Path data) throws IOException {
		if (this.pid > 0 && livesOn(data)) {
			ProcessHandle.of(this.pid).ifPresent(ProcessHandle::destroyForcibly);
		}
	}

	/**
	 * Whether the process is a living PostgreSQL server on this data folder. A process
	 * number alone proves nothing: after a restart of the machine it may be anybody's.
	 */
	boolean livesOn(Path data) throws IOException {
		if (this.pid <= 0) {
			return isBeingWritten(data);
		}
		ProcessHandle process = ProcessHandle.of(this.pid).orElse(null);
		if (process == null || !process.isAlive()) {
			return false;
		}
		Path proc = Path.of("/proc", Long.toString(this.pid));
		if (Files.exists(proc.resolve("comm"))) {
			return Files.readString(proc.resolve("comm")).strip().equals("postgres")
					&& worksIn(proc.resolve("cwd"), data);
		}
		return process.info()
			.command()
			.map((command) -> Path.of(command).getFileName().toString().startsWith("postgres"))
			.orElse(true);
	}

	/** A server works in its data folder; a dead one that nobody reaped works nowhere. */
	private static boolean worksIn(Path workingFolder, Path data) throws IOException {
		try {
			return Files.isSameFile(workingFolder, data);
		}
		catch (NoSuchFileException _) {
			return false;
		}
		catch (AccessDeniedException _) {
			return true;
		}
	}

	/** An unreadable file may be the first moment of a new server's. */
	private static boolean isBeingWritten(Path data) throws IOException {
		try {
			Duration age = Duration.between(Files.getLastModifiedTime(file(data)).toInstant(), Instant.now());
			return age.abs().compareTo(WRITTEN_WITHIN) < 0;
		}
		catch (NoSuchFileException _) {
			return false;
		}
	}

	/**
	 * Makes the next server pass over this file when its process is not a server.
	 * PostgreSQL refuses to start while the process in the first line exists, whatever it
	 * is, except for the one that starts it: us. It still looks for what else the dead
	 * server may have left running, as it would not were the file deleted. A process that
	 * is gone PostgreSQL passes over by itself.
	 */
	void disown(Path data) throws IOException {
		boolean gone = this.pid > 0 && ProcessHandle.of(this.pid).isEmpty();
		if (gone || !equals(read(data))) {
			return;
		}
		List<String> lines = new ArrayList<>(Files.readAllLines(file(data), BYTES));
		String us = Long.toString(ProcessHandle.current().pid());
		if (lines.isEmpty()) {
			lines.add(us);
		}
		else {
			lines.set(0, us);
		}
		Files.write(file(data), lines, BYTES);
	}

	private static Path file(Path data) {
		return data.resolve("postmaster.pid");
	}

}
