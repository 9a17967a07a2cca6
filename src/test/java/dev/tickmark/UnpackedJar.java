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
 * The packaged jar as it installs itself, with the JDK's cache of loaded classes: it is
 * the same program and starts in less than half the time. It is made once for all tests.
 */
final class UnpackedJar {

	private static final Path FOLDER = make();

	private UnpackedJar() {
	}

	/** Where it is installed. */
	static Path folder() {
		return FOLDER;
	}

	/** What follows {@code java} and its options to start the program from it. */
	static List<String> command() {
		Path program = FOLDER.resolve("program-1");
		return List.of("-XX:AOTCache=" + program.resolve("classes.aot"), "-jar",
				program.resolve("tickmark.jar").toString());
	}

	private static Path make() {
		try {
			Path work = Path.of(Workplace.JAR).resolveSibling("installed").toAbsolutePath();
			FileSystemUtils.deleteRecursively(work);
			Files.createDirectories(work);
			Path folder = work.resolve("program files");
			List<String> command = new ArrayList<>(Workplace.JAVA);
			command.addAll(List.of("-jar", Workplace.JAR, "install", folder.toString()));
			run(work, command);
			assertThat(folder.resolve("program-1/classes.aot")).isNotEmptyFile();
			return folder;
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
			assertThat(process.waitFor(4, TimeUnit.MINUTES) && process.exitValue() == 0).as(Files.readString(output))
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
