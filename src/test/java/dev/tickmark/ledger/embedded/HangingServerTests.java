package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that does not stop when it is told to. */
@EnabledOnOs({ OS.LINUX, OS.MAC })
@Tag("long")
class HangingServerTests {

	private static final Duration SOON = Duration.ofSeconds(1);

	/** An immediate stop kills the processes that do not hear it after 5 s. */
	private static final Duration LATER = Duration.ofSeconds(20);

	private final ServerFolder folder = ServerFolder.prepare(Seed.folder());

	HangingServerTests() throws DatabaseUnavailable {
	}

	@AfterEach
	void dataAreIntact() throws Exception {
		try (EmbeddedServer server = EmbeddedServer.open(Seed.folder())) {
			Seed.assertThatDataAreIntact(server);
		}
		assertThat(Seed.isRunning()).isFalse();
	}

	/**
	 * In this state PostgreSQL 18 hangs for ever, more often than not.
	 */
	@Test
	void itIsStoppedWhileItRecoversFromTheDeathOfOneOfItsProcesses() throws Exception {
		try (Gate _ = Gate.enter(this.folder)) {
			Server server = new Server(this.folder, SOON, LATER);
			for (int round = 1; round <= 3; round++) {
				child(server.run(), "io worker").destroyForcibly();
				assertThat(server.stop()).isTrue();
				assertThat(Seed.isRunning()).isFalse();
			}
		}
	}

	@Test
	void whoFindsItStoppingForTooLongForcesItAndStartsItAnew() throws Exception {
		try (Gate _ = Gate.enter(this.folder)) {
			Server server = new Server(this.folder, SOON, LATER);
			// Its last checkpoint never ends
			signal(child(server.run(), "checkpointer"), "STOP");
			ProcessHandle hanging = Seed.process();
			signal(hanging, "INT");
			server.run();
			assertThat(Seed.process()).isNotEqualTo(hanging);
			assertThat(server.stop()).isTrue();
		}
	}

	@Test
	void aServerThatHearsNothingIsKilled() throws Exception {
		try (Gate _ = Gate.enter(this.folder)) {
			Server server = new Server(this.folder, SOON, SOON);
			server.run();
			signal(Seed.process(), "STOP");
			assertThat(server.stop()).isTrue();
			assertThat(Seed.isRunning()).isFalse();
		}
	}

	private ProcessHandle child(int port, String type) throws Exception {
		try (Connection connection = DriverManager.getConnection(Login.url(port), Login.USER,
				Password.read(this.folder));
				Statement statement = connection.createStatement();
				ResultSet found = statement
					.executeQuery("select pid from pg_stat_activity where backend_type = '" + type + "'")) {
			assertThat(found.next()).isTrue();
			return ProcessHandle.of(found.getLong(1)).orElseThrow();
		}
	}

	private static void signal(ProcessHandle process, String name) throws IOException, InterruptedException {
		assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor()).isZero();
	}

}
