package dev.tickmark.console;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/** What {@code tickmark verify} takes. */
@Command(name = "verify", mixinStandardHelpOptions = true,
		description = "Verifies every payee of a file. The same file again continues an unfinished run.")
final class VerifyOptions implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Parameters(paramLabel = "FILE", description = "the payee file: CSV, XLSX or pain.001")
	private @Nullable Path file;

	@Option(names = "--job", paramLabel = "NAME", defaultValue = Definitions.DEFAULT,
			description = "the job definition jobs/NAME.yaml; tickmark jobs lists them; default: default")
	private String job = Definitions.DEFAULT;

	@Option(names = "--reports", paramLabel = "DIR",
			description = "where the run's report folder goes; default: the folder reports in tickmark.home")
	private @Nullable Path reports;

	@Option(names = "--deadline", paramLabel = "D",
			description = "when to end: after a duration such as 45m, or at a time of day such as 16:55")
	private @Nullable String deadline;

	@Option(names = "--sandbox", description = "ask the simulated providers: nothing leaves this machine")
	private boolean sandbox;

	@Option(names = "--dry-run",
			description = "read, check and route the file, forecast calls, time and price, and call nobody")
	private boolean dryRun;

	@Option(names = "--again", description = "start a new run, though this content has one already")
	private boolean again;

	@Override
	public Integer call() throws UnreadableFile, BadDefinition {
		CommandSpec known = Objects.requireNonNull(this.spec);
		JobDefinition definition = Definitions.here().find(this.job);
		definition.requirePayees();
		Deadline until = (this.deadline != null) ? deadline(known, this.deadline) : null;
		// before anything is started: a file that cannot be read needs no database
		PayeeFile payees = PayeeFile.open(Objects.requireNonNull(this.file), definition.input());
		Order order = new Order(payees, definition, this.reports, until, this.sandbox, this.again);
		Screen screen = Screen.of(known.commandLine().getOut());
		String[] settings = TickmarkCommand.settings(known);
		return this.dryRun ? new Rehearsal(order, screen).run(settings) : new Verify(order, screen).run(settings);
	}

	private static Deadline deadline(CommandSpec spec, String text) {
		try {
			return Deadline.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw new ParameterException(spec.commandLine(), "--deadline: " + ex.getMessage());
		}
	}

}
