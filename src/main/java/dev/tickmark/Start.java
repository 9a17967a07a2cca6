package dev.tickmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first class of the jar, compiled for Java 17: on a Java that is too old for the
 * rest it says so in words. It must not name any class of ours.
 */
public final class Start {

	private static final int NEEDED = 25;

	private Start() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		int found = Runtime.version().feature();
		if (found < NEEDED) {
			System.err.println(
					"Tickmark needs Java " + NEEDED + "; this is Java " + found + " (" + System.getProperty("java.home")
							+ ")." + better().map((java) -> " Use " + java + " -jar instead of java -jar.")
								.orElse(" Install a JDK " + NEEDED + " and use its java command."));
			System.exit(2);
		}
		Class.forName("dev.tickmark.console.Main").getMethod("main", String[].class).invoke(null, (Object) args);
	}

	/** A Java that would do, installed beside this one. */
	private static Optional<String> better() {
		Path beside = Path.of(System.getProperty("java.home")).getParent();
		if (beside == null) {
			return Optional.empty();
		}
		try (Stream<Path> homes = Files.list(beside)) {
			return homes.sorted()
				.filter(Start::fits)
				.map((home) -> home.resolve("bin").resolve("java").toString())
				.findFirst();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static boolean fits(Path home) {
		File release = home.resolve("release").toFile();
		if (!release.isFile()) {
			return false;
		}
		try {
			List<String> lines = Files.readAllLines(release.toPath());
			return lines.stream()
				.anyMatch(
						(line) -> line.matches("JAVA_VERSION=\"" + NEEDED + "[.\"].*|JAVA_VERSION=\"" + NEEDED + "\""));
		}
		catch (IOException ex) {
			return false;
		}
	}

}
