package dev.tickmark.ledger.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.tickmark.Patience;

/**
 * Another Java process that opens the server of a folder, says so, and keeps it until it
 * is told to close it or is killed.
 */
final class OtherProcess implements AutoCloseable {

	/** Marks its answer among what a logger prints. */
	private static final String SAYS = "says: ";

	private final Process process;

	private final CompletableFuture<String> said;

	private OtherProcess(Process process) {
		this.process = process;
		BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		this.said = new CompletableFuture<>();
		Thread.startVirtualThread(() -> {
			try {
				this.said.complete(output.lines()
					.filter((line) -> line.startsWith(SAYS))
					.findFirst()
					.orElse(SAYS)
					.substring(SAYS.length()));
				output.transferTo(Writer.nullWriter());
			}
			catch (IOException | UncheckedIOException ex) {
				this.said.completeExceptionally(ex);
			}
		});
	}

	public static void main(String[] arguments) throws Exception {
		try (EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]))) {
			System.out.println(SAYS + server.jdbcUrl());
			if (System.in.read() < 0) {
				Runtime.getRuntime().halt(1);
			}
		}
		catch (DatabaseUnavailable ex) {
			System.out.println(SAYS + ex.getMessage());
		}
	}

	static OtherProcess opening(Path folder) throws IOException {
		return opening(folder, Map.of());
	}

	static OtherProcess opening(Path folder, Map<String, String> environment) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), OtherProcess.class.getName(),
						folder.toString()));
		builder.environment().putAll(environment);
		return new OtherProcess(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
	}

	/** What it said once it had opened the server, or failed to. */
	String said() throws Exception {
		return this.said.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	void leave() throws Exception {
		this.process.getOutputStream().write('\n');
		this.process.getOutputStream().close();
		if (!this.process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
			throw new IllegalStateException("the other process does not end");
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
