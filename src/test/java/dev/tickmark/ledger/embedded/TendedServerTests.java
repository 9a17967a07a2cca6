package dev.tickmark.ledger.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A server that is looked after. */
class TendedServerTests {

	private final Path folder = Seed.folder();

	@AfterEach
	void stop() throws Exception {
		EmbeddedServer.open(this.folder).close();
	}

	@Test
	void itComesUpAgainInItsPlaceWhenItIsKilledUnderUs() throws Exception {
		try (EmbeddedServer server = EmbeddedServer.open(this.folder).tended()) {
			long killed = kill();
			await().until(() -> {
				Postmaster now = Postmaster.read(this.folder.resolve("data"));
				return now != null && now.pid() != killed && now.isReady();
			});
			Seed.assertThatDataAreIntact(server);
		}
		assertThat(Seed.isRunning()).isFalse();
	}

	@Test
	void whenItIsClosedNobodyStartsItAgain() throws Exception {
		EmbeddedServer server = EmbeddedServer.open(this.folder).tended();
		kill();
		server.close();
		assertThat(Seed.isRunning()).isFalse();
	}

	private long kill() throws Exception {
		long pid = Objects.requireNonNull(Postmaster.read(this.folder.resolve("data"))).pid();
		ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
		process.destroyForcibly();
		process.onExit().get();
		return pid;
	}

}
