package dev.tickmark.console;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.tickmark.Tickmark;
import dev.tickmark.ledger.RunChecks;
import dev.tickmark.ledger.Standing;
import dev.tickmark.ledger.Standings;
import dev.tickmark.ledger.release.Decisions;

/** What {@code tickmark runs} takes and does. */
@Command(name = "runs", mixinStandardHelpOptions = true,
		description = "Lists the runs and their state, the latest first; or checks that they add up.")
final class RunsOptions implements Callable<Integer> {

	private static final int USUALLY_LISTED = 20;

	private static final int MOST_LISTED = 1000;

	private static final String NONE = "There is no run yet. Try: tickmark verify FILE";

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--last", paramLabel = "N",
			description = "how many at most; default: 20, and with --check all of them")
	private @Nullable Integer last;

	@Option(names = "--check",
			description = "proves of each run, from the ledger alone, that it adds up, and shows what it comes to")
	private boolean check;

	@Option(names = "--run", paramLabel = "RUN", description = "with --check: this run only")
	private @Nullable Long run;

	@Override
	public Integer call() {
		CommandSpec known = Objects.requireNonNull(this.spec);
		if (this.run != null && (!this.check || this.last != null)) {
			throw new ParameterException(known.commandLine(),
					this.check ? "--run means one run, so --last has no meaning beside it."
							: "--run goes with --check: tickmark runs --check --run " + this.run);
		}
		Screen screen = Screen.of(known.commandLine().getOut());
		try (ConfigurableApplicationContext context = Application.start(Tickmark.class,
				TickmarkCommand.settings(known))) {
			if (this.check) {
				return check(known, context, screen);
			}
			list(known, context, screen);
		}
		return ExitCode.COMPLETE;
	}

	private void list(CommandSpec known, ConfigurableApplicationContext context, Screen screen) {
		int most = (this.last != null) ? Math.clamp(this.last, 1, MOST_LISTED) : USUALLY_LISTED;
		List<Standing> standings = context.getBean(Standings.class).list(most);
		if (standings.isEmpty()) {
			screen.say(NONE);
		}
		Set<Long> held = context.getBean(Decisions.class)
			.waiting(Decisions.MOST)
			.stream()
			.map((one) -> one.half().run())
			.collect(Collectors.toSet());
		RunLines lines = new RunLines(
				new Continuation(Application.home(context.getEnvironment()), List.of(TickmarkCommand.settings(known))),
				held);
		standings.forEach((standing) -> lines.of(standing).forEach(screen::say));
	}

	private int check(CommandSpec known, ConfigurableApplicationContext context, Screen screen) {
		Checking checking = new Checking(context.getBean(RunChecks.class), screen);
		Long one = this.run;
		if (one != null) {
			if (!checking.check(one)) {
				throw new ParameterException(known.commandLine(),
						"There is no run " + one + "; tickmark runs lists those there are.");
			}
			return checking.end();
		}
		int most = (this.last != null) ? Math.max(1, this.last) : Integer.MAX_VALUE;
		List<Long> numbers = context.getBean(RunChecks.class).latest(most);
		if (numbers.isEmpty()) {
			screen.say(NONE);
			return ExitCode.COMPLETE;
		}
		numbers.forEach(checking::check);
		return checking.end();
	}

}
