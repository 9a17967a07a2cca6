package dev.tickmark.console;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.tickmark.story.Moments;
import dev.tickmark.verification.DryRun;
import dev.tickmark.verification.DryRunAlone;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;
import dev.tickmark.verification.definition.Nightly;

/** What {@code tickmark jobs} takes and does. */
@Command(name = "jobs", mixinStandardHelpOptions = true,
		description = "Lists the job definitions of the folder jobs and checks each of them.")
final class JobsOptions implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		CommandSpec known = Objects.requireNonNull(this.spec);
		Screen screen = Screen.of(known.commandLine().getOut());
		boolean bad = false;
		try (ConfigurableApplicationContext context = Application.startLazily(DryRunAlone.class,
				TickmarkCommand.settings(known))) {
			DryRun checks = context.getBean(DryRun.class);
			Definitions definitions = Definitions.here();
			for (String name : definitions.names()) {
				try {
					JobDefinition job = definitions.find(name);
					checks.check(job);
					screen.say(name + ((job.description() != null) ? ": " + job.description() : ""));
					next(job, Instant.now()).ifPresent(screen::say);
				}
				catch (BadDefinition ex) {
					bad = true;
					screen.say(name + " cannot be used. " + ex.getMessage());
				}
			}
		}
		return bad ? ExitCode.REFUSED : ExitCode.COMPLETE;
	}

	private static Optional<String> next(JobDefinition job, Instant now) {
		Nightly nightly = job.nightly();
		return (nightly == null) ? Optional.empty()
				: nightly.schedule()
					.next(now)
					.map((next) -> "  by itself, the next time " + Moments.seconds(next) + " (" + Moments.zone(next)
							+ "), from " + nightly.inbox().folder() + "/" + nightly.inbox().pattern());
	}

}
