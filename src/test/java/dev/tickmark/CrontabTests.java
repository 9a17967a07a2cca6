package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The line of jobs/crontab that verifies, as a shell does it. */
class CrontabTests {

	@TempDir
	private Path home;

	private Path told;

	@BeforeEach
	void somebodyToBeTold() throws IOException {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "there is no flock");
		this.told = this.home.resolve("told");
		program("tell-somebody", "echo $1 >>" + this.told);
	}

	@Test
	void whatIsStillAtWorkIsNotDoubledAndNobodyIsTold() throws Exception {
		program("tickmark", "echo begun >>begun; while [ ! -e end ]; do sleep 0.05; done; exit 3");
		Process first = line();
		await().until(() -> Files.exists(this.home.resolve("begun")));
		assertThat(code(line())).isZero();
		Files.createFile(this.home.resolve("end"));
		code(first);
		assertThat(Files.readAllLines(this.home.resolve("begun"))).hasSize(1);
		assertThat(this.told).doesNotExist();
	}

	@Test
	void aFailureIsTold() throws Exception {
		program("tickmark", "exit 1");
		code(line());
		program("tickmark", "kill -9 $$");
		code(line());
		assertThat(Files.readAllLines(this.told)).containsExactly("1", "137");
	}

	private void program(String name, String script) throws IOException {
		Path file = Files.writeString(this.home.resolve(name), "#!/bin/sh\n" + script + "\n");
		assertThat(file.toFile().setExecutable(true)).isTrue();
	}

	private Process line() throws IOException {
		String line = Files.readAllLines(Path.of("jobs/crontab"))
			.stream()
			.filter((one) -> one.contains("tickmark verify"))
			.findFirst()
			.orElseThrow()
			.replaceFirst("^(\\S+ ){5} *", "")
			.replace("\\%", "%")
			.replace("/var/lib/tickmark", this.home.toString())
			.replace("/opt/tickmark/", this.home + "/")
			.replace("/usr/local/bin/", this.home + "/");
		return new ProcessBuilder("sh", "-c", line).inheritIO().start();
	}

	private static int code(Process process) throws InterruptedException {
		assertThat(process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

}
