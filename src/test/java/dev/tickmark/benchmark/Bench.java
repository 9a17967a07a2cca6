package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

import dev.tickmark.Report;
import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;

/**
 * Where one case is measured: a folder with an embedded database, and the programs that
 * were started in it. What it leaves behind is deleted when all went well.
 */
final class Bench implements AutoCloseable {

	static final String JAR = System.getProperty("tickmark.jar", "target/none.jar");

	private static final Path NICE = Path.of("/usr/bin/nice");

	/** Where the packaged program is, and the results go. */
	static final Path TARGET = Objects.requireNonNull(Path.of(JAR).toAbsolutePath().getParent());

	private final Path folder;

	private final List<Program> started = new ArrayList<>();

	private @Nullable EmbeddedServer server;

	private boolean done;

	private Bench(Path folder) {
		this.folder = folder;
	}

	static Bench open(String name) throws IOException {
		Path folder = TARGET.resolve("benchmark").resolve(name);
		FileSystemUtils.deleteRecursively(folder);
		Files.createDirectories(folder.resolve("jobs"));
		// the rows in and out: what else may be made of them is not compared with COPY
		Files.writeString(folder.resolve("jobs/default.yaml"), "reports: {files: none}\n");
		return new Bench(folder);
	}

	Path file(String name) {
		return this.folder.resolve(name);
	}

	/** Where the program keeps its database, its log and its reports. */
	Path home() {
		return this.folder.resolve(".tickmark");
	}

	/** The database, which is up from now on, so that no start of it is measured. */
	EmbeddedServer server() throws DatabaseUnavailable {
		EmbeddedServer known = this.server;
		if (known == null) {
			known = EmbeddedServer.open(home().resolve("postgres"));
			this.server = known;
		}
		return known;
	}

	/** The first of the database's processes. */
	ProcessHandle serverProcess() throws IOException {
		Path pid = home().resolve("postgres/data/postmaster.pid");
		return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip())).orElseThrow();
	}

	/** Leaves the database: it is stopped unless a program uses it. */
	void leaveServer() {
		if (this.server != null) {
			this.server.close();
			this.server = null;
		}
	}

	/**
	 * Starts the program as those have it who use it every day: installed.
	 * @param options of the virtual machine
	 */
	Program tickmark(List<String> options, List<String> settings, String... arguments) throws IOException {
		return started(Program.startCommand(this.folder, output(),
				Stream.of(Stream.of(Installed.script().toString()), Stream.of(arguments), settings.stream())
					.flatMap((words) -> words)
					.toList(),
				Map.of("TICKMARK_JAVA_OPTIONS", String.join(" ", options))));
	}

	/** Starts the packaged program as it is. */
	Program jar(List<String> options, List<String> settings, String... arguments) throws IOException {
		return start(List.of(), packaged(options, settings, arguments));
	}

	/**
	 * Starts the packaged program as one that gets a processor as soon as it has
	 * something to do, where the system lets us.
	 */
	Program preferred(List<String> options, List<String> settings, String... arguments) throws IOException {
		List<String> nice = Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "-15") : List.of();
		return start(nice, packaged(options, settings, arguments));
	}

	private static Stream<String> packaged(List<String> options, List<String> settings, String... arguments) {
		return Stream.of(options.stream(), Stream.of("-jar", JAR), Stream.of(arguments), settings.stream())
			.flatMap((words) -> words);
	}

	/** Starts a program of the tests' own. */
	Program main(Class<?> type, List<String> options, String... arguments) throws IOException {
		return start(List.of(),
				Stream
					.of(options.stream(), Stream.of("-cp", System.getProperty("java.class.path"), type.getName()),
							Stream.of(arguments))
					.flatMap((words) -> words));
	}

	private Program start(List<String> before, Stream<String> command) throws IOException {
		return started(Program.start(this.folder, output(), before, command));
	}

	private Path output() {
		return file("output-" + this.started.size() + ".txt");
	}

	private Program started(Program program) {
		this.started.add(program);
		return program;
	}

	/** The report of a run. */
	Report report(String file, long run) {
		return new Report(home().resolve("reports").resolve(file + "-" + run));
	}

	/** Tells that all went well. */
	void done() {
		this.done = true;
	}

	@Override
	public void close() throws IOException {
		this.started.forEach(Program::kill);
		leaveServer();
		if (this.done) {
			FileSystemUtils.deleteRecursively(this.folder);
		}
	}

}
