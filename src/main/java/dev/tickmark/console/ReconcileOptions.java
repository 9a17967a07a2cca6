package dev.tickmark.console;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.tickmark.intake.BankReport;
import dev.tickmark.intake.StatementFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.reconciliation.ReconcileCommand;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/** What {@code tickmark reconcile} takes. */
@Command(name = "reconcile", mixinStandardHelpOptions = true,
		description = { "Compares the ledger with what others say:",
				"  --run RUN, or --since DATE: with the providers, which are read back;",
				"  --provider NAME --statement FILE: with a provider's statement or invoice;",
				"  --run RUN --bank-report FILE: with a bank's report (pain.002) on its payments." },
		footer = { "", "Exit codes: 0 everything agrees; 3 there are differences; 1 failed or stopped,",
				"the same command continues; 2 wrong usage, or it cannot be compared." })
final class ReconcileOptions implements Callable<Integer> {

	/** The definition that comes with the program's examples. */
	private static final String STATEMENT = "statement";

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--run", paramLabel = "RUN", description = "the run's number, as tickmark runs shows it")
	private @Nullable Long run;

	@Option(names = "--since", paramLabel = "DATE", description = "all answers since that day, such as 2026-11-01")
	private @Nullable LocalDate since;

	@Option(names = "--provider", paramLabel = "NAME", description = "whose statement it is")
	private @Nullable String provider;

	@Option(names = "--statement", paramLabel = "FILE", description = "the statement: CSV or XLSX")
	private @Nullable Path statement;

	@Option(names = "--from", paramLabel = "DATE",
			description = "the first day of the statement's period; default: that of its first line")
	private @Nullable LocalDate from;

	@Option(names = "--to", paramLabel = "DATE",
			description = "the last day of the statement's period; default: that of its last line")
	private @Nullable LocalDate to;

	@Option(names = "--job", paramLabel = "NAME",
			description = "the definition jobs/NAME.yaml, which says what the statement's columns are; default: statement")
	private @Nullable String job;

	@Option(names = "--bank-report", paramLabel = "FILE", description = "the bank's report: pain.002")
	private @Nullable Path bankReport;

	@Option(names = "--reports", paramLabel = "DIR",
			description = "where the report folder goes; default: the folder reports in tickmark.home")
	private @Nullable Path reports;

	@Option(names = "--sandbox", description = "of rehearsals: the simulated providers are read back")
	private boolean sandbox;

	@Override
	public Integer call() throws UnreadableFile, BadDefinition {
		CommandSpec known = Objects.requireNonNull(this.spec);
		Function<Path, ReconcileCommand> command = command(known);
		boolean asks = this.statement == null && this.bankReport == null;
		return new Reconcile((home) -> command.apply((this.reports != null) ? this.reports : home),
				this.sandbox && asks, Screen.of(known.commandLine().getOut()))
			.run(TickmarkCommand.settings(known));
	}

	private Function<Path, ReconcileCommand> command(CommandSpec known) throws UnreadableFile, BadDefinition {
		if (this.statement != null || this.provider != null) {
			return withStatement(known);
		}
		refuse(known, "only a statement has", "--from", this.from, "--to", this.to, "--job", this.job);
		if (this.bankReport != null) {
			refuse(known, "a bank's report is about one run, so it has no", "--since", this.since, "--sandbox",
					this.sandbox ? true : null);
			long number = required(known, "--run", this.run, "which run the bank's report is about");
			// before anything is started: a file that cannot be read needs no database
			BankReport report = BankReport.open(this.bankReport);
			return (folder) -> new ReconcileCommand.WithBankReport(number, report, folder);
		}
		if ((this.run == null) == (this.since == null)) {
			throw new ParameterException(known.commandLine(), "What should be compared? Say --run RUN, --since DATE,"
					+ " --provider NAME --statement FILE, or --run RUN --bank-report FILE.");
		}
		if (this.run != null) {
			long number = this.run;
			return (folder) -> new ReconcileCommand.OfRun(number, this.sandbox, folder);
		}
		LocalDate day = Objects.requireNonNull(this.since);
		if (day.isAfter(LocalDate.now(ZoneId.systemDefault()))) {
			throw new ParameterException(known.commandLine(), "--since: " + day + " is not here yet.");
		}
		return (folder) -> new ReconcileCommand.OfAnswersSince(day.atStartOfDay(ZoneId.systemDefault()).toInstant(),
				this.sandbox, folder);
	}

	private Function<Path, ReconcileCommand> withStatement(CommandSpec known) throws UnreadableFile, BadDefinition {
		refuse(known, "a statement is about a period, so it has no", "--run", this.run, "--since", this.since,
				"--bank-report", this.bankReport);
		ProviderName name = provider(known, required(known, "--provider", this.provider, "whose statement it is"));
		Path file = required(known, "--statement", this.statement, "which statement");
		if (this.from != null && this.to != null && this.to.isBefore(this.from)) {
			throw new ParameterException(known.commandLine(), "The period would end on " + this.to
					+ ", before it begins on " + this.from + ". Check --from and --to.");
		}
		JobDefinition definition = Definitions.here().find((this.job != null) ? this.job : STATEMENT);
		StatementFile lines = StatementFile.open(file, definition.requireStatement());
		return (folder) -> new ReconcileCommand.WithStatement(name, lines, definition, this.from, this.to, this.sandbox,
				folder);
	}

	private static ProviderName provider(CommandSpec spec, String name) {
		try {
			return new ProviderName(name);
		}
		catch (IllegalArgumentException _) {
			throw new ParameterException(spec.commandLine(), "--provider: that is no provider's name.");
		}
	}

	private static <T> T required(CommandSpec spec, String option, @Nullable T value, String what) {
		if (value == null) {
			throw new ParameterException(spec.commandLine(), "Missing option: " + option + ", " + what + ".");
		}
		return value;
	}

	/**
	 * Refuses what would be passed over in silence: options, each followed by its value.
	 */
	private static void refuse(CommandSpec spec, String why, @Nullable Object... options) {
		for (int i = 0; i < options.length; i += 2) {
			if (options[i + 1] != null) {
				throw new ParameterException(spec.commandLine(),
						"Remove " + options[i] + ": " + why + " " + options[i] + ".");
			}
		}
	}

}
