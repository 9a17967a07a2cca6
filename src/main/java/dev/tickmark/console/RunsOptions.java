package dev.tickmark.console;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.tickmark.Tickmark;
import dev.tickmark.ledger.Standing;
import dev.tickmark.ledger.Standings;

/** What {@code tickmark runs} takes and does. */
@Command(name = "runs", mixinStandardHelpOptions = true,
		description = "Lists the runs and their state, the latest first.")
final class RunsOptions implements Callable<Integer> {

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
			List<Standing> standings = context.getBean(Standings.class).list(Math.clamp(this.last, 1, 1000));
			if (standings.isEmpty()) {
				screen.say("There is no run yet. Try: tickmark verify FILE");
			}
			RunLines lines = new RunLines(new Continuation(Application.home(context.getEnvironment()),
					List.of(TickmarkCommand.settings(known))));
			standings.forEach((standing) -> lines.of(standing).forEach(screen::say));
		}
		return ExitCode.COMPLETE;
	}

}
