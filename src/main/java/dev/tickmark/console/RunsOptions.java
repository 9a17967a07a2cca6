package dev.tickmark.console;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.tickmark.Tickmark;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;

/** What {@code tickmark runs} takes and does. */
@Command(name = "runs", mixinStandardHelpOptions = true,
		description = "Lists the runs and their state, the latest first.")
final class RunsOptions implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--last", paramLabel = "N", defaultValue = "20", description = "how many at most; default: 20")
	private int last = 20;

	@Override
	public Integer call() {
		CommandSpec known = Objects.requireNonNull(this.spec);
		Screen screen = Screen.of(known.commandLine().getOut());
		try (ConfigurableApplicationContext context = Application.start(Tickmark.class,
				TickmarkCommand.settings(known))) {
			List<Run> runs = context.getBean(Runs.class).list(Math.clamp(this.last, 1, 1000));
			if (runs.isEmpty()) {
				screen.say("There is no run yet. Try: tickmark verify FILE");
			}
			runs.forEach((run) -> tell(run, screen));
		}
		return ExitCode.COMPLETE;
	}

	private static void tell(Run run, Screen screen) {
		Long rows = run.rows();
		screen.say(String.format(Locale.ROOT, "%5d  %-8s  %s  %s  %s%s", run.id(), run.state(),
				run.changedAt().atZone(ZoneId.systemDefault()).format(TIME),
				(rows != null) ? String.format(Locale.ROOT, "%,9d rows", rows) : "   not read ", run.filePath(),
				run.key().sandbox() ? "  (sandbox)" : ""));
		String message = run.message();
		if (message != null) {
			screen.say("       " + message);
		}
	}

}
