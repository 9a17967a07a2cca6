package dev.tickmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A database of one's own, and settings from places of one's own. */
class DatabaseIT {

	@AutoClose
	private final Workplace here;

	DatabaseIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Test
	void aDatabaseThatIsNotThereIsSaidInOneSentence() throws IOException {
		this.here.file("payees.csv", Payees.of(1, 1));
		RunningProgram.Ended ended = this.here
			.run("verify", "payees.csv", "--sandbox",
					"--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + freePort() + "/tickmark",
					"--spring.datasource.hikari.connection-timeout=1000")
			.with(1)
			.saying("The database cannot be used: ", "spring.datasource.url");
		assertThat(ended.output().lines()).hasSize(1);
		assertThat(this.here.hasDatabase()).isFalse();
	}

	@Test
	void anotherServerIsUsedAndASecretComesFromAFile(@TempDir Path serverFolder, @TempDir Path providersFolder)
			throws IOException, DatabaseUnavailable, InterruptedException {
		this.here.file("payees.csv", Payees.of(2, 2));
		Path secrets = Files.createDirectory(this.here.folder().resolve("secrets"));
		Files.writeString(secrets.resolve("tickmark.providers.banfico.client-secret"), "sandbox-secret\n");
		try (EmbeddedServer server = EmbeddedServer.open(serverFolder.resolve("postgres"));
				Providers providers = Providers.start(providersFolder, Duration.ZERO, 1000)) {
			this.here.database(server);
			List<String> settings = providers.settings(50, 50);
			assertThat(settings.removeIf((setting) -> setting.startsWith("--tickmark.providers.banfico.client-secret")))
				.isTrue();
			settings.add("--spring.config.import=configtree:secrets/");
			this.here.run(settings, "verify", "payees.csv").with(0).saying("4 rows in", "all final");
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(2);
			assertThat(this.here.report("payees.csv", 1).column("verdict")).hasSize(4).containsOnly("MATCH");
			assertThat(this.here.hasDatabase()).isFalse();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
