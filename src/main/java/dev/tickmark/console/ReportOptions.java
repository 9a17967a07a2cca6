package dev.tickmark.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tickmark.Tickmark;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.report.ClearanceText;
import dev.tickmark.report.ReportKind;
import dev.tickmark.verification.ReportUnwritable;
import dev.tickmark.verification.RunReport;

/** What {@code tickmark report} takes and does. */
@Command(name = "report", mixinStandardHelpOptions = true,
		description = "Writes the report of a run again, from the ledger, the same to the byte.")
final class ReportOptions implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--format", paramLabel = "KIND",
			description = "also writes what the run's job does not: workbook, split, status or page; may be repeated")
	private List<ReportKind> formats = List.of();

	@Parameters(paramLabel = "RUN", description = "the run's number, as tickmark runs shows it")
	private long number;

	@Override
	public Integer call() throws ReportUnwritable {
		CommandSpec known = Objects.requireNonNull(this.spec);
		Screen screen = Screen.of(known.commandLine().getOut());
		try (ConfigurableApplicationContext context = Application.start(Tickmark.class,
				TickmarkCommand.settings(known))) {
			Optional<Run> run = context.getBean(Runs.class).find(this.number);
			if (run.isEmpty() || run.get().rows() == null) {
				throw new ParameterException(known.commandLine(),
						run.isEmpty() ? "There is no run " + this.number + "; tickmark runs lists those there are."
								: "Run " + this.number + " has no rows yet: continue it first.");
			}
			try (OwnerLocks.Holder holder = context.getBean(OwnerLocks.class).open()) {
				String lock = run.get().key().lock();
				if (!holder.take(lock)) {
					String other = holder.holder(lock);
					screen.say("Run " + this.number + " is worked on by "
							+ ((other != null) ? other : "another process") + ". Its report comes at its end.");
					return ExitCode.UNFINISHED;
				}
				RunReport report = context.getBean(RunReport.class);
				report.write(run.get(), this.formats);
				report.remarks(run.get(), this.formats).forEach(screen::say);
				String released = ClearanceText.of(report.clearance(run.get()));
				if (!released.isEmpty()) {
					screen.say(released);
				}
			}
			screen.say("Report: " + run.get().reports());
		}
		return ExitCode.COMPLETE;
	}

}
