package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import dev.tickmark.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The data and the server of a folder, after its processes ended in every way. */
class KeptDataTests {

	private final Path folder = Seed.folder();

	@AfterEach
	void stop() throws DatabaseUnavailable, IOException {
		EmbeddedServer.open(this.folder).close();
		assertThat(Seed.isRunning()).isFalse();
	}

	@Test
	void theyAreThereAfterCloseAndOpen() throws Exception {
		try (EmbeddedServer server = EmbeddedServer.open(this.folder)) {
			Seed.assertThatDataAreIntact(server);
		}
		assertThat(Seed.isRunning()).isFalse();
		Path relative = Path.of("").toAbsolutePath().relativize(this.folder);
		try (EmbeddedServer server = EmbeddedServer.open(relative)) {
			Seed.assertThatDataAreIntact(server);
		}
	}

	@Test
	void theServerOfAKilledProcessIsTakenOver() throws Exception {
		OtherProcess other = OtherProcess.opening(this.folder);
		String url = other.said();
		ProcessHandle left = Seed.process();
		other.kill();
		try (EmbeddedServer server = EmbeddedServer.open(this.folder)) {
			assertThat(server.jdbcUrl()).isEqualTo(url);
			assertThat(Seed.process()).isEqualTo(left);
			Seed.assertThatDataAreIntact(server);
		}
		assertThat(Seed.isRunning()).isFalse();
	}

	@Test
	void aKilledServerIsStartedAnewWhereOthersExpectIt() throws Exception {
		try (EmbeddedServer user = EmbeddedServer.open(this.folder)) {
			Seed.update(user, "create table last_words as select 'just before' word");
			Seed.process().destroyForcibly();
			await().until(() -> !Seed.isRunning());
			try (EmbeddedServer server = EmbeddedServer.open(this.folder)) {
				assertThat(Seed.ask(server, "select word from last_words")).isEqualTo("just before");
				assertThat(Seed.ask(user, "select word from last_words")).isEqualTo("just before");
			}
		}
	}

	@Test
	void aServerThatIsStoppingIsWaitedForAndStartedAnew() throws Exception {
		OtherProcess other = OtherProcess.opening(this.folder);
		String url = other.said();
		ProcessHandle left = Seed.process();
		String password = Files.readString(this.folder.resolve("password"));
		CompletableFuture<EmbeddedServer> next;
		try (Connection client = DriverManager.getConnection(url, "postgres", password)) {
			other.kill();
			// It ends when its clients have
			left.destroy();
			await().until(() -> Objects.requireNonNull(Postmaster.read(this.folder.resolve("data")))
				.status()
				.equals("stopping"));
			next = CompletableFuture.supplyAsync(this::open);
			assertThat(client.isValid(1)).isTrue();
			assertThat(next).isNotDone();
		}
		try (EmbeddedServer server = next.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
			assertThat(Seed.process()).isNotEqualTo(left);
			Seed.assertThatDataAreIntact(server);
		}
	}

	private EmbeddedServer open() {
		try {
			return EmbeddedServer.open(this.folder);
		}
		catch (DatabaseUnavailable ex) {
			throw new CompletionException(ex);
		}
	}

	@Test
	void aProcessNumberThatIsSomebodyElsesNowHindersNothing() throws Exception {
		Process foreign = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Bystander.class.getName())
			.start();
		try {
			Path data = this.folder.resolve("data");
			Files.write(data.resolve("postmaster.pid"), List.of(Long.toString(foreign.pid()), data.toString(),
					"1700000000", "5432", "", "127.0.0.1", "  2148534         4", "ready   "));
			try (EmbeddedServer server = EmbeddedServer.open(this.folder)) {
				Seed.assertThatDataAreIntact(server);
			}
			assertThat(foreign.isAlive()).isTrue();
		}
		finally {
			foreign.destroyForcibly();
		}
	}

	@Test
	void anEmptyProcessFileHindersNothing() throws Exception {
		Path file = Files.createFile(this.folder.resolve("data").resolve("postmaster.pid"));
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
		try (EmbeddedServer server = EmbeddedServer.open(this.folder)) {
			Seed.assertThatDataAreIntact(server);
		}
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void aRestoredCopyThatOthersMayReadIsClosedToThemAgain() throws Exception {
		Path data = this.folder.resolve("data");
		Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
		try (EmbeddedServer server = EmbeddedServer.open(this.folder)) {
			Seed.assertThatDataAreIntact(server);
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
	}

	@Test
	void aLogThatHasGrownTooLongIsSetAside() throws Exception {
		Path log = this.folder.resolve("server.log");
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
			file.setLength(10L * 1024 * 1024 + 1);
		}
		try (EmbeddedServer server = EmbeddedServer.open(this.folder)) {
			Seed.assertThatDataAreIntact(server);
			assertThat(log).isNotEmptyFile();
			assertThat(Files.size(log)).isLessThan(100_000);
			assertThat(this.folder.resolve("server.log.old")).exists();
		}
	}

	/** Any program that runs until it is killed. */
	static final class Bystander {

		private Bystander() {
		}

		public static void main(String[] arguments) throws Exception {
			System.in.read();
		}

	}

}
