package dev.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged jar as its own tool unpacks it, with the JDK's cache of loaded classes: it
 * is the same program and starts in less than half the time. It is made once for all
 * tests.
 */
final class UnpackedJar {

	private static final List<String> COMMAND = make();

	private UnpackedJar() {
	}

	/** What follows {@code java} and its options to start the program from it. */
	static List<String> command() {
		return COMMAND;
	}

	private static List<String> make() {
		try {
			Path folder = Path.of(Workplace.JAR).resolveSibling("unpacked").toAbsolutePath();
			FileSystemUtils.deleteRecursively(folder);
			Files.createDirectories(folder);
			run(folder, List.of(Workplace.JAVA.getFirst(), "-Djarmode=tools", "-jar", Workplace.JAR, "extract",
					"--destination", folder.resolve("program").toString()));
			String jar = folder.resolve("program").resolve(Path.of(Workplace.JAR).getFileName()).toString();
			Path cache = folder.resolve("classes.aot");
			Path payees = Files.writeString(folder.resolve("payees.csv"),
					"name,iban\nAda Penrose,GB33BUKB20201555555555\n");
			List<String> training = new ArrayList<>(Workplace.JAVA);
			training
				.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar, "verify", payees.toString(), "--sandbox"));
			run(folder, training);
			return List.of("-XX:AOTCache=" + cache, "-jar", jar);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void run(Path folder, List<String> command) throws IOException {
		Path output = folder.resolve("making.txt");
		Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
			.start();
		try {
			assertThat(process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0).as(Files.readString(output))
				.isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

}
