package dev.tickmark.console;

import java.nio.file.Path;
import java.util.List;

import org.springframework.context.ConfigurableApplicationContext;

import dev.tickmark.Serving;
import dev.tickmark.night.Duty;
import dev.tickmark.night.Ending;
import dev.tickmark.night.NightJob;
import dev.tickmark.night.NightWatch;
import dev.tickmark.night.Roster;
import dev.tickmark.verification.definition.Definitions;

/** Runs {@code tickmark serve}. */
final class Serve {

	private final boolean sandbox;

	private final Screen screen;

	Serve(boolean sandbox, Screen screen) {
		this.sandbox = sandbox;
		this.screen = screen;
	}

	int run(String[] settings) {
		Ending ending = new Ending();
		// before the application starts: a signal that comes while it does is heeded as
		// well
		Shutdown.onSignal(() -> {
			this.screen.say("Stopping: calls in flight still land…");
			ending.request();
		});
		try (SandboxMode simulated = new SandboxMode(this.sandbox);
				ConfigurableApplicationContext context = Application.start(Serving.class, settings, simulated)) {
			List<NightJob> jobs = context.getBean(Roster.class).read(Definitions.here(), this.screen::say);
			if (jobs.isEmpty()) {
				this.screen.say("No job definition of the folder jobs has a schedule, so there is nothing to stay for."
						+ " Add the keys schedule and inbox to one; jobs/README.md says how.");
				return ExitCode.REFUSED;
			}
			Path reports = Application.home(context.getEnvironment()).resolve(Order.REPORTS);
			boolean whole = context.getBean(NightWatch.class)
				.keep(jobs, new Duty(reports, this.sandbox, new NightLines(this.screen), ending));
			return whole ? ExitCode.COMPLETE : ExitCode.UNFINISHED;
		}
	}

}
