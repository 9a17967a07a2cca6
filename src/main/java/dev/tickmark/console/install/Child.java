package dev.tickmark.console.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A process that has a task and a time for it. */
final class Child {

	/**
	 * What it gets of our environment. Settings may be in the rest, and lead to a real
	 * ledger or real providers.
	 */
	private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "XDG_CACHE_HOME", "TMPDIR", "TEMP", "TMP",
			"LANG", "LC_ALL", "SystemRoot", "windir", "USERPROFILE");

	private Child() {
	}

	/**
	 * Runs a command.
	 * @param folder where it works
	 * @param output what it prints is added to this file
	 * @return its exit code; -1 when it had to be ended
	 */
	static int run(List<String> command, Path folder, File output, Duration patience)
			throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(output));
		builder.environment().keySet().retainAll(ENVIRONMENT);
		Process process = builder.start();
		try {
			process.getOutputStream().close();
			return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

}
