package dev.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The sandbox in a process of its own, which may be killed and comes back on the same
 * ports with the same record.
 */
final class SandboxProcess {

	private static final String HOME = "providers";

	/** Below the ports that connections get of themselves. */
	private static final int LOWEST_PORT = 12_000;

	private static final int PORTS = 18_000;

	private final Workplace here;

	private final List<String> settings = new ArrayList<>();

	private RunningProgram program;

	private CompletableFuture<?> restart = CompletableFuture.completedFuture(null);

	SandboxProcess(Workplace here, List<String> behaviour, RandomGenerator random) throws IOException {
		this.here = here;
		this.settings.add("--tickmark.home=" + HOME);
		this.settings.addAll(behaviour);
		for (String provider : List.of("banfico", "paysway", "smartglocal", "bank131", "paysafe")) {
			this.settings.add("--tickmark.sandbox.providers." + provider + ".port=" + freePort(random));
		}
		this.program = start();
	}

	/** What leads a run to it. */
	Providers providers() {
		return Providers.of(this.program);
	}

	/** Where its record is. */
	Path record() {
		return this.here.folder().resolve(HOME).resolve("sandbox");
	}

	void kill() {
		settle();
		this.program.kill();
	}

	/** Lets it come back by itself, some time after it was killed. */
	void comeBackAfter(Duration outage) {
		this.restart = CompletableFuture.runAsync(this::comeBack,
				CompletableFuture.delayedExecutor(outage.toMillis(), TimeUnit.MILLISECONDS));
	}

	/** Sees to it that it is there. */
	void isThere() {
		settle();
		comeBack();
	}

	/** Waits until it comes back no more by itself. */
	void settle() {
		this.restart.join();
	}

	private synchronized void comeBack() {
		if (this.program.isAlive()) {
			return;
		}
		try {
			this.program = start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private RunningProgram start() throws IOException {
		return this.here.start(this.settings, "sandbox").says("Ctrl-C ends it.");
	}

	private static int freePort(RandomGenerator random) {
		while (true) {
			int port = LOWEST_PORT + random.nextInt(PORTS);
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException _) {
				// taken
			}
		}
	}

}
