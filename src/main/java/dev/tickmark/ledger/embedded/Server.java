package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Brings up the server of a folder, whatever state it was left in, and takes it down.
 * Only called inside the {@link Gate}.
 */
final class Server {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** Its last checkpoint writes 128 MB of buffers at most. */
	private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

	/** PostgreSQL kills its own processes after 5 s of an immediate stop. */
	private static final Duration IMMEDIATE_PATIENCE = Duration.ofSeconds(10);

	private static final int STARTS = 20;

	private static final String MAJOR_VERSION = "18";

	/** Passes by itself: the last processes of a dead server, or a port just taken. */
	private static final List<String> PASSING = List.of("is still in use", "could not create any TCP/IP sockets",
			"lock file \"postmaster.pid\" already exists");

	private final ServerFolder folder;

	private final ServerLog log;

	private final Duration stopPatience;

	private final Duration immediatePatience;

	private @Nullable Programs programs;

	Server(ServerFolder folder) {
		this(folder, STOP_PATIENCE, IMMEDIATE_PATIENCE);
	}

	/**
	 * @param stopPatience how long a stop may take before it is forced
	 * @param immediatePatience how long an immediate one may take before the server is
	 * killed
	 */
	Server(ServerFolder folder, Duration stopPatience, Duration immediatePatience) {
		this.folder = folder;
		this.log = new ServerLog(folder.log());
		this.stopPatience = stopPatience;
		this.immediatePatience = immediatePatience;
	}

	/** Sees to it that the server runs, and says on which port. */
	int run() throws DatabaseUnavailable, IOException, InterruptedException {
		if (!Files.exists(this.folder.data())) {
			new Initialisation(this.folder, this.log).run(programs());
		}
		Login login = new Login(Password.read(this.folder));
		Deadline deadline = Deadline.in(PATIENCE);
		Deadline stopping = Deadline.in(this.stopPatience);
		int starts = 0;
		while (true) {
			Postmaster found = Postmaster.read(this.folder.data());
			if (found != null && found.isReady() && found.livesOn(this.folder.data())
					&& login.opens(found.port(), this.folder)) {
				return found.port();
			}
			if (deadline.passed()) {
				throw unavailable("has not become ready in " + PATIENCE.toSeconds() + " s" + process(found)
						+ "; it may still be recovering, so try again later", "");
			}
			if (found == null || !found.livesOn(this.folder.data())) {
				start(found, deadline, ++starts == STARTS);
			}
			else if (found.isStopping() && stopping.passed()) {
				force(found);
			}
			else {
				deadline.pause();
			}
		}
	}

	private void start(@Nullable Postmaster dead, Deadline deadline, boolean last)
			throws DatabaseUnavailable, IOException, InterruptedException {
		checkVersion();
		Initialisation.removeUnfinished(this.folder);
		// PostgreSQL refuses data that others could read, as a restored copy may be
		OwnerOnly.protect(this.folder.data());
		this.log.rotate();
		long before = this.log.size();
		if (dead != null) {
			dead.disown(this.folder.data());
		}
		if (!programs().start(port(dead), Duration.ofSeconds(deadline.seconds()))) {
			String tail = this.log.tail(before);
			if (last || PASSING.stream().noneMatch(tail::contains)) {
				throw unavailable("does not start", tail);
			}
			deadline.pause();
		}
	}

	/** Whether its process is there. */
	boolean lives() throws IOException {
		Postmaster found = Postmaster.read(this.folder.data());
		return found != null && found.livesOn(this.folder.data());
	}

	/** Stops the server; false when it is still there afterwards. */
	boolean stop() throws DatabaseUnavailable, IOException, InterruptedException {
		Postmaster found = Postmaster.read(this.folder.data());
		if (found == null || !found.livesOn(this.folder.data())) {
			return true;
		}
		return programs().stop("fast", this.stopPatience) || force(found);
	}

	/**
	 * Ends a server that does not stop. PostgreSQL 18 waits for ever for its own
	 * processes when it is stopped while it recovers from the death of one of them.
	 * Nothing committed is lost: the next start recovers it.
	 */
	private boolean force(Postmaster found) throws DatabaseUnavailable, IOException, InterruptedException {
		if (programs().stop("immediate", this.immediatePatience)) {
			return true;
		}
		found.kill(this.folder.data());
		Deadline gone = Deadline.in(this.immediatePatience);
		while (found.livesOn(this.folder.data()) && !gone.passed()) {
			gone.pause();
		}
		return !found.livesOn(this.folder.data());
	}

	/**
	 * The port of a server that crashed, so that others who still use it find it again;
	 * or any free one.
	 */
	private static int port(@Nullable Postmaster dead) throws IOException {
		InetAddress local = InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
		if (dead != null && dead.port() > 0) {
			try (ServerSocket socket = new ServerSocket(dead.port(), 1, local)) {
				return socket.getLocalPort();
			}
			catch (IOException _) {
				// taken meanwhile
			}
		}
		try (ServerSocket socket = new ServerSocket(0, 1, local)) {
			return socket.getLocalPort();
		}
	}

	private void checkVersion() throws DatabaseUnavailable, IOException {
		Path file = this.folder.data().resolve("PG_VERSION");
		if (!Files.exists(file)) {
			throw unavailable("cannot be opened: " + this.folder.data()
					+ " is not a folder of PostgreSQL's; move it away to begin with an empty ledger", "");
		}
		String version = Files.readString(file).strip();
		if (!version.equals(MAJOR_VERSION)) {
			throw unavailable(
					"was made by PostgreSQL %s and this is PostgreSQL %s: use the Tickmark that made it, or carry the data over with pg_dump"
						.formatted(version, MAJOR_VERSION),
					"");
		}
	}

	private Programs programs() throws DatabaseUnavailable, IOException {
		Programs located = this.programs;
		if (located == null) {
			located = new Programs(Binaries.locate(this.folder), this.folder);
			this.programs = located;
		}
		return located;
	}

	private static String process(@Nullable Postmaster found) {
		return (found != null) ? " (process " + found.pid() + ")" : "";
	}

	private DatabaseUnavailable unavailable(String what, String tail) {
		return Unavailable.because(this.folder, what, tail);
	}

}
