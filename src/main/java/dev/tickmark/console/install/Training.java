package dev.tickmark.console.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FileSystemUtils;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;

/**
 * Runs an unpacked program once, so that the JDK can keep what it learns of its classes
 * (JEP 514). The run verifies a few payees with the sandbox and a database of its own,
 * and leaves neither behind.
 */
final class Training {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration TRIAL = Duration.ofMinutes(1);

	/** One row for each kind of answer that comes at once. */
	private static final String PAYEES = """
			name,first_name,last_name,iban,phone,bank_id
			Ada Penrose,,,GB33BUKB20201555555555,,
			Bäcker GmbH,,,DE75512108001245126199,,
			,Мила,Ракитова,,+7 916 555-00-01,100000000004
			Rejected Ltd,,,GB00BUKB20201555555555,,
			""";

	private final String java;

	private final ProgramFolder program;

	private final File log;

	Training(String java, ProgramFolder program, Path log) {
		this.java = java;
		this.program = program;
		this.log = log.toFile();
	}

	/** Trains it; whether there is a cache then, and the program runs with it. */
	boolean run() throws IOException, InterruptedException {
		Path trial = Files.createDirectory(this.program.path().resolve("trial"));
		try {
			Path payees = Files.writeString(trial.resolve("payees.csv"), PAYEES);
			verify(trial, payees);
			if (Files.exists(this.program.cache()) && starts()) {
				return true;
			}
			// a cache that stops the virtual machine from starting has been seen
			Files.deleteIfExists(this.program.cache());
			return false;
		}
		finally {
			FileSystemUtils.deleteRecursively(trial);
		}
	}

	/** Whether the program starts, with its cache where there is one. */
	boolean starts() throws IOException, InterruptedException {
		List<String> command = command("-XX:AOTCache=" + this.program.cache());
		command.add("--version");
		return Child.run(command, this.program.path(), this.log, TRIAL) == 0;
	}

	private void verify(Path trial, Path payees) throws IOException, InterruptedException {
		Path home = trial.resolve("home");
		List<String> command = command("-XX:AOTCacheOutput=" + this.program.cache());
		command
			.addAll(List.of("verify", payees.toString(), "--sandbox", "--deadline", "10s", "--tickmark.home=" + home));
		// brought up here: what unpacks and starts a database need not be learnt, and the
		// classes of a sealed jar, as one of it is, have made a cache unusable
		try (EmbeddedServer server = EmbeddedServer.open(home.resolve("postgres"))) {
			// so that Ctrl-C leaves no server behind
			Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
			run(command, trial);
		}
		catch (DatabaseUnavailable _) {
			// then it will be used with another database: what can be learnt without is
			command.add("--dry-run");
			run(command, trial);
		}
	}

	private void run(List<String> command, Path trial) throws IOException, InterruptedException {
		Child.run(command, trial, this.log, PATIENCE);
	}

	private List<String> command(String cache) {
		List<String> command = new ArrayList<>();
		command.add(this.java);
		command.addAll(StartScript.OPTIONS);
		command.addAll(List.of(cache, "-jar", this.program.jar().toString()));
		return command;
	}

}
