package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The program as {@code tickmark install} leaves it, once for all cases. */
final class Installed {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static @Nullable Path script;

	private Installed() {
	}

	/** What starts it. */
	static synchronized Path script() throws IOException {
		if (script == null) {
			Path folder = Bench.TARGET.resolve("benchmark").resolve("installed");
			FileSystemUtils.deleteRecursively(folder);
			Files.createDirectories(folder.getParent());
			Program install = Program.start(Bench.TARGET, folder.resolveSibling("installed.txt"), List.of(),
					Stream.of("-jar", Bench.JAR, "install", folder.toString()));
			try {
				install.end(0, PATIENCE);
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
			script = folder.resolve("tickmark");
		}
		return script;
	}

}
