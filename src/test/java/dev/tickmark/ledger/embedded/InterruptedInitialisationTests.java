package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Processes that are killed while they make the data for the first time. */
class InterruptedInitialisationTests {

	@TempDir
	Path home;

	@Test
	void eachNextOneStartsOverUntilOneIsDone() throws Exception {
		Path folder = this.home.resolve("postgres");
		killWhenThereIs("password", folder);
		killWhenThereIs("data.new-*/base/5", folder);
		killWhenThereIs("data", folder);
		try (EmbeddedServer server = EmbeddedServer.open(folder)) {
			assertThat(Seed.ask(server, "select current_database()")).isEqualTo("tickmark");
		}
		assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
		// The programs that the killed ones had called may go on for a while
		await().until(() -> {
			EmbeddedServer.open(folder).close();
			return unfinished(folder).length == 0;
		});
	}

	private static void killWhenThereIs(String pattern, Path folder) throws Exception {
		try (OtherProcess other = OtherProcess.opening(folder)) {
			await().pollInSameThread()
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(2))
				.until(() -> exists(folder, pattern));
			other.kill();
		}
	}

	private static boolean exists(Path folder, String pattern) throws IOException {
		if (!pattern.contains("*")) {
			return Files.exists(folder.resolve(pattern));
		}
		String inside = pattern.substring(pattern.indexOf('/') + 1);
		return Stream.of(unfinished(folder)).anyMatch((path) -> Files.exists(path.resolve(inside)));
	}

	private static Path[] unfinished(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return new Path[0];
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.getFileName().toString().startsWith("data.new")).toArray(Path[]::new);
		}
	}

}
