package dev.tickmark.console;

import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code tickmark serve} takes. */
@Command(name = "serve", mixinStandardHelpOptions = true,
		description = "Stays: shows the pages, and does by itself what the job definitions of the folder jobs schedule.",
		footer = { "", "Ctrl-C or SIGTERM ends it: calls in flight still land.", "",
				"Exit codes: 0 it was ended and no run was cut; 1 a run was cut, the next serve continues it;",
				"2 the port is used, or something is not set." })
final class ServeOptions implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--sandbox", description = "ask the simulated providers: nothing leaves this machine")
	private boolean sandbox;

	@Override
	public Integer call() {
		CommandSpec known = Objects.requireNonNull(this.spec);
		return new Serve(this.sandbox, Screen.of(known.commandLine().getOut())).run(TickmarkCommand.settings(known));
	}

}
