package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.util.LinuxUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the operator reads when the database cannot be used. */
class WrongStateTests {

	@TempDir
	Path home;

	private final Path folder = Seed.folder();

	@Test
	void aFileInTheWayOfTheFolder() throws Exception {
		Path file = Files.writeString(this.home.resolve("postgres"), "not a folder");
		assertThatOpening(file).withMessageContaining("cannot write to its folder " + file)
			.withMessageContaining("it is not a folder")
			.withMessageContaining("tickmark.home");
	}

	@Test
	void dataOfAnotherVersion() throws Exception {
		with("data/PG_VERSION", "17\n",
				() -> assertThatOpening(this.folder)
					.withMessageContaining("was made by PostgreSQL 17 and this is PostgreSQL 18")
					.withMessageContaining(this.folder.toString()));
	}

	@Test
	void dataThatAreNotPostgres() throws Exception {
		with("data/PG_VERSION", null,
				() -> assertThatOpening(this.folder).withMessageContaining("is not a folder of PostgreSQL's"));
		assertThat(this.folder.resolve("data/base")).exists();
	}

	@Test
	void aLostPassword() throws Exception {
		with("password", null, () -> assertThatOpening(this.folder).withMessageContaining("password is missing"));
	}

	@Test
	void thePasswordOfOtherData() throws Exception {
		with("password", "of-other-data",
				() -> assertThatOpening(this.folder)
					.withMessageContaining("does not accept the password in " + this.folder)
					.withMessageNotContaining("of-other-data"));
		EmbeddedServer.open(this.folder).close();
		assertThat(Seed.isRunning()).isFalse();
	}

	@Test
	void aServerThatRefusesToStartSaysWhy() throws Exception {
		with("data/postgresql.conf", "wal_level = nonsense\n",
				() -> assertThatOpening(this.folder).withMessageContaining("does not start")
					.withMessageContaining("see " + this.folder.resolve("server.log"))
					.withMessageContaining("FATAL"));
	}

	@Test
	@EnabledIf("weAreRoot")
	void rootOnAMachineWithoutUserNamespaces() throws Exception {
		Path fresh = this.home.resolve("postgres");
		// Where there is no unshare there is no other way to not be root
		try (OtherProcess other = OtherProcess.opening(fresh, Map.of("PATH", "/nowhere"))) {
			assertThat(other.said()).contains("PostgreSQL does not run as root")
				.contains("ordinary user", "spring.datasource.url", fresh.toString());
		}
		assertThat(fresh.resolve("data")).doesNotExist();
	}

	static boolean weAreRoot() {
		return LinuxUtils.isUnshareAvailable();
	}

	/** Changes a file of the server's, or takes it away, for as long as this runs. */
	private void with(String name, @Nullable String content, Runnable check) throws IOException {
		Path file = this.folder.resolve(name);
		byte[] before = Files.readAllBytes(file);
		try {
			if (content != null) {
				Files.writeString(file, content);
			}
			else {
				Files.delete(file);
			}
			check.run();
		}
		finally {
			Files.write(file, before);
		}
	}

	private static ThrowableAssertAlternative<DatabaseUnavailable> assertThatOpening(Path folder) {
		return assertThatExceptionOfType(DatabaseUnavailable.class)
			.isThrownBy(() -> EmbeddedServer.open(folder).close());
	}

}
