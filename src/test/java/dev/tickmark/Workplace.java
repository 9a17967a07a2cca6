package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tickmark.ledger.embedded.EmbeddedServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A working folder in which the packaged program is started as a person would start it,
 * with its own embedded database. Closing it ends every process that was started here,
 * and looks through all that was printed and logged for what must not be in there.
 */
final class Workplace implements AutoCloseable {

	static final String JAR = System.getProperty("tickmark.jar", "no tickmark.jar is set");

	/** They start fast and leave the machine's cores to others. */
	static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

	private final Path folder;

	private final List<RunningProgram> started = new ArrayList<>();

	private final List<Payees> payees = new ArrayList<>();

	private final Map<String, String> environment = new HashMap<>();

	private boolean packaged;

	/**
	 * A folder in which only those reports are written that every run has, and the
	 * halves: the others take seconds of each process that has just started.
	 */
	Workplace(Path folder) {
		this.folder = folder;
		try {
			Files.createDirectories(folder.resolve("jobs"));
			Files.writeString(folder.resolve("jobs/default.yaml"), "reports: {files: split}\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** With all reports, as the program writes them when nobody says otherwise. */
	Workplace withAllReports() throws IOException {
		Files.delete(this.folder.resolve("jobs/default.yaml"));
		return this;
	}

	Path folder() {
		return this.folder;
	}

	/** Where the program keeps what is its own when nothing else is said. */
	Path home() {
		return this.folder.resolve(".tickmark");
	}

	/** Starts the packaged jar itself, not what it is unpacked to. */
	Workplace packaged() {
		this.packaged = true;
		return this;
	}

	Workplace environment(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	/** Uses a database of one's own instead of the embedded one. */
	Workplace database(EmbeddedServer server) {
		return environment("SPRING_DATASOURCE_URL", server.jdbcUrl())
			.environment("SPRING_DATASOURCE_USERNAME", server.username())
			.environment("SPRING_DATASOURCE_PASSWORD", server.password());
	}

	/** Writes a payee file. */
	String file(String name, Payees content) throws IOException {
		this.payees.add(content);
		return file(name, content.bytes());
	}

	String file(String name, byte[] content) throws IOException {
		Files.write(this.folder.resolve(name), content);
		return name;
	}

	/** Starts the program. */
	RunningProgram start(String... arguments) throws IOException {
		return start(List.of(), arguments);
	}

	/** Starts the program with settings after its arguments. */
	RunningProgram start(List<String> settings, String... arguments) throws IOException {
		return startCommand(command(settings, arguments));
	}

	/** Starts what the program was installed as. */
	RunningProgram startInstalled(Path script, String... arguments) throws IOException {
		return startCommand(Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList());
	}

	/**
	 * Starts the program on a terminal of its own; {@code script} of util-linux makes it.
	 */
	RunningProgram startOnTerminal(List<String> settings, String... arguments) throws IOException {
		String command = command(settings, arguments).stream()
			.map((word) -> "'" + word + "'")
			.collect(Collectors.joining(" "));
		// exec: a shell that stayed would get the Ctrl-C as well, and give its own exit
		// code
		return startCommand(
				List.of("script", "--quiet", "--flush", "--return", "--command", "exec " + command, "/dev/null"));
	}

	private List<String> command(List<String> settings, String... arguments) {
		List<String> command = new ArrayList<>(JAVA);
		command.addAll(this.packaged ? List.of("-jar", JAR) : UnpackedJar.command());
		command.addAll(List.of(arguments));
		command.addAll(settings);
		return command;
	}

	private synchronized RunningProgram startCommand(List<String> command) throws IOException {
		Path output = this.folder.resolve("output-" + this.started.size() + ".txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().putAll(this.environment);
		RunningProgram program = new RunningProgram(builder.start(), output);
		this.started.add(program);
		return program;
	}

	/** Runs the program to its end. */
	RunningProgram.Ended run(String... arguments) throws IOException {
		return start(arguments).end();
	}

	RunningProgram.Ended run(List<String> settings, String... arguments) throws IOException {
		return start(settings, arguments).end();
	}

	/** The report of a run. */
	Report report(String file, int run) {
		return new Report(home().resolve("reports").resolve(file + "-" + run));
	}

	/** Whether an embedded database was ever made here. */
	boolean hasDatabase() {
		return Files.exists(home().resolve("postgres"));
	}

	/** The process of the embedded server, if it runs or was left behind. */
	Optional<ProcessHandle> server() throws IOException {
		Path file = home().resolve("postgres/data/postmaster.pid");
		return Files.exists(file) ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
				: Optional.empty();
	}

	/** How often the log has this text. */
	long logged(String text) throws IOException {
		Path log = home().resolve("tickmark.log");
		return Files.exists(log) ? Files.readString(log).split(Pattern.quote(text), -1).length - 1 : 0;
	}

	/** All that was printed, and the log. */
	List<Path> told() throws IOException {
		try (Stream<Path> files = Files.find(this.folder, 4, (file, _) -> {
			String name = file.getFileName().toString();
			return name.matches("output-\\d+\\.txt|tickmark\\.log.*|server\\.log.*");
		})) {
			return files.toList();
		}
	}

	@Override
	public void close() throws IOException {
		this.started.stream().filter(RunningProgram::isAlive).forEach(RunningProgram::killAll);
		Optional<ProcessHandle> server = server();
		server.ifPresent((process) -> {
			process.destroyForcibly();
			await().until(() -> !process.isAlive());
		});
		for (Path file : told()) {
			String text = Files.readString(file);
			for (Payees content : this.payees) {
				assertThat(content.accountsIn(text)).as("account numbers in " + file).isEmpty();
			}
			if (!text.startsWith("The sandbox is up")) {
				assertThat(text).as(file.toString()).doesNotContain("sandbox-secret", "Bearer ");
			}
			assertThat(text).as("a link that lets in whoever has it, in " + file)
				.doesNotContainPattern("secureCode(?!(?:Method)?\":\\s+\\(withheld\\))");
			assertThat(text).as("an access token in " + file).doesNotContainPattern("\\b[0-9a-f]{32}\\b");
		}
	}

}
