package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of Tickmark's own, with its data in one folder and kept between
 * runs.
 * <p>
 * Everyone who opens the same folder, in this process or another, uses the same server;
 * the last to close it stops it. A server whose processes were all killed lives on, and
 * the next to open the folder takes it over.
 */
public final class EmbeddedServer implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

	private final ServerFolder folder;

	private final Server server;

	private final int port;

	private final String password;

	private final AtomicBoolean closed = new AtomicBoolean();

	private final Tending tending = new Tending(this::revive);

	private EmbeddedServer(ServerFolder folder, Server server, int port, String password) {
		this.folder = folder;
		this.server = server;
		this.port = port;
		this.password = password;
	}

	/**
	 * Opens the server of a folder: makes it, starts it or joins it, and waits until it
	 * answers.
	 * @param folder where its data, password, log and locks are; made when it is not
	 * there, and closed to other users of the machine
	 * @throws DatabaseUnavailable when there is no using it; the message says why
	 */
	public static EmbeddedServer open(Path folder) throws DatabaseUnavailable {
		ServerFolder prepared = ServerFolder.prepare(folder);
		try (Gate _ = Gate.enter(prepared)) {
			Server server = new Server(prepared);
			int port = server.run();
			Users.join(prepared);
			return new EmbeddedServer(prepared, server, port, Password.read(prepared));
		}
		catch (IOException ex) {
			throw new DatabaseUnavailable("The embedded database in %s cannot be used (%s); its log is %s"
				.formatted(prepared.path(), OwnerOnly.reason(ex), prepared.log()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DatabaseUnavailable(
					"Interrupted while opening the embedded database in " + prepared.path() + "; nothing is lost", ex);
		}
	}

	/** Whether a folder has the data of a server, so that opening it makes none. */
	public static boolean isIn(Path folder) {
		return Files.isDirectory(new ServerFolder(folder).data());
	}

	/**
	 * This server, which from now on is brought up again whenever it dies under us: only
	 * so can answers that were under way be stored.
	 */
	public EmbeddedServer tended() {
		this.tending.begin();
		return this;
	}

	private void revive() throws DatabaseUnavailable, IOException, InterruptedException {
		if (this.server.lives()) {
			return;
		}
		try (Gate _ = Gate.enter(this.folder)) {
			if (!this.closed.get() && !this.server.lives()) {
				log.warn("The embedded database in {} has died and is started again", this.folder.path());
				if (this.server.run() != this.port) {
					log.warn("The embedded database in {} has another port now: the next command finds it",
							this.folder.path());
				}
			}
		}
	}

	public String jdbcUrl() {
		return Login.url(this.port);
	}

	public String username() {
		return Login.USER;
	}

	public String password() {
		return this.password;
	}

	/** Leaves the server, and stops it when nobody else uses it. */
	@Override
	public void close() {
		if (this.closed.getAndSet(true)) {
			return;
		}
		// A pending interruption would cut this short and leave the server behind
		boolean interrupted = Thread.interrupted();
		this.tending.close();
		try (Gate _ = Gate.enter(this.folder)) {
			if (Users.leaveAsLast(this.folder) && !this.server.stop()) {
				log.warn("The embedded database in {} has not stopped in time; the next run takes it over",
						this.folder.path());
			}
		}
		catch (DatabaseUnavailable | IOException ex) {
			leaveRunning(ex);
		}
		catch (InterruptedException ex) {
			interrupted = true;
			leaveRunning(ex);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private void leaveRunning(Exception reason) {
		log.warn("The embedded database in {} may be left running; the next run takes it over: {}", this.folder.path(),
				reason.getMessage());
	}

}
