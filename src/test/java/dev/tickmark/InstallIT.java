package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program puts itself into a folder, and works from there. */
@DisabledOnOs(OS.WINDOWS)
class InstallIT {

	private static final String[] SANDBOX = Stream
		.concat(Stream.of("sandbox", "--tickmark.home=elsewhere"),
				Stream.of("banfico", "paysway", "smartglocal", "bank131", "paysafe")
					.map((provider) -> "--tickmark.sandbox.providers." + provider + ".port=0"))
		.toArray(String[]::new);

	@AutoClose
	private final Workplace here;

	InstallIT(@TempDir Path folder) {
		this.here = new Workplace(folder).packaged();
	}

	@Test
	@Tag("long")
	void whatIsInstalledWorksAsTheJarDoesAndMayBeReplacedWhileItRuns() throws IOException {
		Path folder = UnpackedJar.folder();
		assertThat(folder.resolve("program-1")).isDirectoryNotContaining("glob:**/trial");
		Path script = Files.createSymbolicLink(this.here.folder().resolve("tm"), folder.resolve("tickmark"));
		this.here.file("open.csv", new Payees().paysway("7122"));
		this.here.file("payees.csv", Payees.of(3, 3));
		RunningProgram running = this.here.startInstalled(script, SANDBOX).says("Ctrl-C ends it.");

		// a setting of the installing person's: it must not reach what is learnt
		this.here.environment("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/real-ledger");
		assertThat(this.here.run("install", folder.toString()).with(0).output()).contains("Installed: start it with")
			.doesNotContain("slower");
		this.here.environment("SPRING_DATASOURCE_URL", "");
		assertThat(this.here.home()).as("no database of ours is needed").doesNotExist();
		assertThat(folder.toFile().list()).containsExactlyInAnyOrder("tickmark", "tickmark.cmd", "install.lock",
				"install.log", "program-1", "program-2");
		assertThat(running.isAlive()).isTrue();
		running.terminate().end().with(0);

		assertThat(ended(script, "runs").with(0).output())
			.isEqualTo("There is no run yet. Try: tickmark verify FILE\n");
		ended(script, "verify", "payees.csv", "--sandbox").with(0).saying("6 rows", "all final");
		ended(script, "verify", "open.csv", "--sandbox", "--deadline", "2s").with(3).saying("still open");
		assertThat(ended(script, "verify", "none.csv").with(2).output()).hasLineCount(1);
		assertThat(ended(script, "install", "again").with(2).output()).contains("is an installed one").hasLineCount(1);
		Files.delete(folder.resolve("program-2/classes.aot"));
		assertThat(ended(script, "--version").with(0).output()).as("without its cache").hasLineCount(1);
	}

	@Test
	void aFolderWithSomethingElseInItIsRefused() throws IOException {
		this.here.file("payees.csv", Payees.of(1, 1));
		assertThat(this.here.run("install", ".").with(2).output()).contains("name an empty folder").hasLineCount(1);
		assertThat(this.here.run("install").with(2).output()).contains("DIR");
	}

	private RunningProgram.Ended ended(Path script, String... arguments) throws IOException {
		return this.here.startInstalled(script, arguments).end();
	}

}
