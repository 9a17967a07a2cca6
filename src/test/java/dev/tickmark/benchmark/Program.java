package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.tickmark.RunningProgram;

import static org.assertj.core.api.Assertions.assertThat;

/** A Java process with the virtual machine's usual settings, and the time it takes. */
final class Program {

	private static final long LOOK_MILLIS = 50;

	private final Process process;

	private final Path output;

	private final Instant startedAt;

	private final long start = System.nanoTime();

	private Program(Process process, Path output, Instant startedAt) {
		this.process = process;
		this.output = output;
		this.startedAt = startedAt;
	}

	/**
	 * Starts one.
	 * @param folder where it works
	 * @param output where what it prints goes
	 * @param before what precedes {@code java}
	 * @param command what follows it
	 */
	static Program start(Path folder, Path output, List<String> before, Stream<String> command) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return startCommand(folder, output,
				Stream.of(before.stream(), Stream.of(java), command).flatMap((part) -> part).toList(), Map.of());
	}

	/**
	 * Starts one by its own command.
	 * @param environment what is added to this process's own
	 */
	static Program startCommand(Path folder, Path output, List<String> command, Map<String, String> environment)
			throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().putAll(environment);
		Instant startedAt = Instant.now();
		return new Program(builder.start(), output, startedAt);
	}

	Instant startedAt() {
		return this.startedAt;
	}

	/** What it printed, for who reads that. */
	RunningProgram running() {
		return new RunningProgram(this.process, this.output);
	}

	/** The processor time it has taken so far. */
	Duration processorTime() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/**
	 * Waits for its end.
	 * @throws AssertionError when it ends with another code than this, or never
	 */
	Ended end(int expected, Duration patience) throws InterruptedException {
		Duration processor = Duration.ZERO;
		// what an ended process took is told no more
		while (!this.process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
			processor = processorTime();
			assertThat(took()).as("it does not end:%n%s", running().output()).isLessThan(patience);
		}
		assertThat(this.process.exitValue()).as(running().output()).isEqualTo(expected);
		return new Ended(took(), processor);
	}

	/** Ends it, whatever it does. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	private Duration took() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	/**
	 * A program that has ended as it should.
	 *
	 * @param took how long it lived
	 * @param processor the processor time it took, but for its last moment
	 */
	record Ended(Duration took, Duration processor) {

	}

}
