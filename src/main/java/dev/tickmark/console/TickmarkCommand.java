package dev.tickmark.console;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.springframework.boot.logging.LoggingSystem;

/** The command {@code tickmark}, above its subcommands. */
@Command(name = "tickmark", mixinStandardHelpOptions = true, version = "tickmark 0.1.0",
		description = "Asks the right verification provider about every payee in a file, and never pays twice.",
		subcommands = { VerifyOptions.class, ServeOptions.class, RunsOptions.class, JobsOptions.class,
				ExplainOptions.class, ReportOptions.class, ReconcileOptions.class, SandboxOptions.class,
				UserOptions.class, InstallOptions.class },
		footer = { "", "Settings are Spring Boot's: an application.properties in this folder, environment variables,",
				"or --name=value, for instance --tickmark.home=/var/lib/tickmark.", "",
				"Exit codes: 0 every row has a final verdict; 1 failed or stopped, the same command continues;",
				"2 wrong usage, unreadable file or missing configuration, nothing was called;",
				"3 rows are still open, or a comparison found differences." })
final class TickmarkCommand implements Runnable {

	@Spec
	private @Nullable CommandSpec spec;

	/**
	 * Runs a command line.
	 * @return the exit code
	 */
	static int run(String... args) {
		// until the settings say where the log file is, nothing is logged: the default
		// would print it, stack traces and all
		LoggingSystem.get(TickmarkCommand.class.getClassLoader()).beforeInitialize();
		return line().execute(args);
	}

	/** What understands a command line. */
	static CommandLine line() {
		CommandLine line = new CommandLine(new TickmarkCommand());
		line.setUnmatchedArgumentsAllowed(true);
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setExecutionStrategy((parsed) -> {
			refuseUnknown(parsed);
			return new CommandLine.RunLast().execute(parsed);
		});
		line.setExecutionExceptionHandler((exception, command, parsed) -> Failures.tell(exception, command.getErr()));
		return line;
	}

	@Override
	public void run() {
		CommandSpec known = Objects.requireNonNull(this.spec);
		throw new ParameterException(known.commandLine(), "What should be done? Try: tickmark verify FILE");
	}

	/** The arguments that are settings, for Spring Boot. */
	static String[] settings(CommandSpec spec) {
		return spec.commandLine().getParseResult().unmatched().toArray(String[]::new);
	}

	private static void refuseUnknown(CommandLine.ParseResult parsed) {
		CommandLine.ParseResult last = parsed;
		while (last.hasSubcommand()) {
			last = last.subcommand();
		}
		List<String> unknown = last.unmatched().stream().filter((argument) -> !isSetting(argument)).toList();
		if (!unknown.isEmpty()) {
			throw new ParameterException(last.commandSpec().commandLine(),
					"Unknown argument: " + String.join(", ", unknown));
		}
	}

	private static boolean isSetting(String argument) {
		return argument.matches("(?s)--[a-z][\\w.\\[\\]-]*\\.[\\w.\\[\\]-]+=.*");
	}

}
