package dev.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.core.ConditionTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged program at work in a process of its own. */
public final class RunningProgram {

	private static final Pattern ADDRESS = Pattern.compile("The pages are at (http://\\S+) now");

	private final Process process;

	private final Path output;

	private final long start = System.nanoTime();

	public RunningProgram(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/** What it printed so far, errors included. */
	public String output() {
		try {
			// a character may be half written
			return new String(Files.readAllBytes(this.output), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	long pid() {
		return this.process.pid();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Waits until it has printed this. */
	public RunningProgram says(String text) {
		until(() -> !this.process.isAlive() || output().contains(text));
		assertThat(output()).contains(text);
		return this;
	}

	/**
	 * Waits for something that it does; what it printed is shown if that never comes.
	 */
	RunningProgram until(Callable<Boolean> condition) {
		try {
			await().until(condition);
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("not within " + Patience.LONGEST + ", it said:\n" + output(), ex);
		}
		return this;
	}

	/** Where it has said that its pages are. */
	public URI address() {
		Matcher said = ADDRESS.matcher(says("The pages are at").output());
		assertThat(said.find()).isTrue();
		return URI.create(said.group(1));
	}

	/** Kills it at once, as {@code kill -9} does. */
	void kill() {
		this.process.destroyForcibly();
		end();
	}

	/** Kills it, and what it has started, whatever state they are in. */
	void killAll() {
		List<ProcessHandle> children = this.process.descendants().toList();
		kill();
		children.forEach(ProcessHandle::destroyForcibly);
	}

	/** Sends SIGTERM. */
	RunningProgram terminate() {
		this.process.destroy();
		return this;
	}

	/** Sends SIGINT, as Ctrl-C does. */
	RunningProgram interrupt() throws IOException, InterruptedException {
		return signal("INT");
	}

	/** Sends a signal, {@code STOP} for instance. */
	RunningProgram signal(String name) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).inheritIO().start().waitFor();
		return this;
	}

	/** Types a line on its terminal, or writes it to its standard input. */
	RunningProgram type(String line) throws IOException {
		this.process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
		this.process.getOutputStream().flush();
		return this;
	}

	/** Types Ctrl-C on its terminal. */
	RunningProgram typeCtrlC() throws IOException {
		this.process.getOutputStream().write(3);
		this.process.getOutputStream().flush();
		return this;
	}

	/** Waits for its end. */
	Ended end() {
		try {
			if (!this.process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
				throw new AssertionError("it has not ended after " + Patience.LONGEST + ":\n" + output());
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return new Ended(this.process.exitValue(), output(), Duration.ofNanos(System.nanoTime() - this.start));
	}

	/**
	 * A program that has ended.
	 *
	 * @param code its exit code
	 * @param output what it printed
	 * @param took how long it lived
	 */
	record Ended(int code, String output, Duration took) {

		/** Expects an exit code; what was printed is shown when it is another. */
		Ended with(int expected) {
			assertThat(this.code).as(this.output).isEqualTo(expected);
			return this;
		}

		/** Expects a text in what was printed. */
		Ended saying(String... texts) {
			assertThat(this.output).contains(texts);
			return this;
		}

	}

}
