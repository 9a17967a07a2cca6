package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.util.LinuxUtils;

/**
 * PostgreSQL's own programs for making data, starting and stopping a server. What they
 * print goes to the server's log.
 * <p>
 * {@code pg_ctl} puts the server into a session of its own, so that neither Ctrl-C nor
 * our death reaches it. The library's own start is not used: it waits its whole time when
 * the server fails at once, stops after 5 s, and unpacks to a folder anyone may write to.
 */
final class Programs {

	private static final Duration INITIALISATION = Duration.ofMinutes(2);

	private static final Duration MARGIN = Duration.ofSeconds(15);

	/** A server outlives us, so it gets no more of our environment than it needs. */
	private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot",
			"windir", "USERPROFILE");

	private final Path binaries;

	private final ServerFolder folder;

	Programs(Path binaries, ServerFolder folder) {
		this.binaries = binaries;
		this.folder = folder;
	}

	/**
	 * Makes an empty cluster that asks everyone for the password from its first moment;
	 * its order and case of text are the same on every platform.
	 */
	boolean initialise(Path data) throws IOException, InterruptedException {
		return run(data, INITIALISATION, "initdb", "--username=" + Login.USER, "--pwfile=" + this.folder.password(),
				"--auth-host=scram-sha-256", "--auth-local=reject", "--encoding=UTF8", "--locale=C",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8");
	}

	/** Starts a server and waits until it is ready. */
	boolean start(int port, Duration patience) throws IOException, InterruptedException {
		return run(this.folder.data(), patience.plus(MARGIN), "pg_ctl", "start", "--silent", "--wait",
				"--timeout=" + patience.toSeconds(), "--options=" + Settings.options(port));
	}

	/**
	 * Stops the server without waiting for its clients.
	 * @param mode {@code fast}, in good order, or {@code immediate}, which leaves a
	 * recovery to the next start
	 */
	boolean stop(String mode, Duration patience) throws IOException, InterruptedException {
		return run(this.folder.data(), patience.plus(MARGIN), "pg_ctl", "stop", "--silent", "--mode=" + mode, "--wait",
				"--timeout=" + patience.toSeconds());
	}

	private boolean run(Path data, Duration patience, String program, String... arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			// PostgreSQL refuses to run as root; in a user namespace of its own it is not
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(this.binaries.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.path().toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.log().toFile()));
		Map<String, String> environment = builder.environment();
		environment.keySet().retainAll(ENVIRONMENT);
		// Not as an argument: pg_ctl would pass it through a shell
		environment.put("PGDATA", data.toString());
		environment.put("LC_ALL", "C");
		Process process = builder.start();
		try {
			process.getOutputStream().close();
			return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
		}
		finally {
			process.destroy();
		}
	}

}
