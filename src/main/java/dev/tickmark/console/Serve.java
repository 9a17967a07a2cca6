package dev.tickmark.console;

import java.nio.file.Path;
import java.util.List;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import dev.tickmark.Serving;
import dev.tickmark.desk.Desk;
import dev.tickmark.night.Duty;
import dev.tickmark.night.Ending;
import dev.tickmark.night.NightJob;
import dev.tickmark.night.NightWatch;
import dev.tickmark.night.Roster;
import dev.tickmark.notice.Notices;
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
		ServeMode mode = new ServeMode(this.sandbox);
		try (SandboxMode simulated = new SandboxMode(this.sandbox);
				ConfigurableApplicationContext context = Application.startServer(Serving.class, settings, simulated,
						mode)) {
			Desk desk = context.getBean(Desk.class);
			ending.also(desk::requestEnd);
			this.screen.say("The pages are at " + address(context.getEnvironment()) + " now.");
			List<NightJob> jobs = context.getBean(Roster.class).read(Definitions.here(), this.screen::say);
			if (jobs.isEmpty()) {
				this.screen.say("No job definition of the folder jobs has a schedule, so nothing begins by itself."
						+ " jobs/README.md says how one gets it.");
			}
			Path reports = Application.home(context.getEnvironment()).resolve(Order.REPORTS);
			NightLines lines = new NightLines(this.screen);
			context.getBean(Notices.class).watch((sentence) -> lines.says("notices", sentence));
			boolean whole = context.getBean(NightWatch.class)
				.keep(jobs, new Duty(reports, this.sandbox, lines, ending));
			ending.await();
			whole &= desk.end();
			return whole ? ExitCode.COMPLETE : ExitCode.UNFINISHED;
		}
	}

	/** Where a person of this machine finds them. */
	private static String address(Environment environment) {
		boolean safe = environment.getProperty("server.ssl.enabled", Boolean.class,
				environment.containsProperty("server.ssl.key-store")
						|| environment.containsProperty("server.ssl.bundle")
						|| environment.containsProperty("server.ssl.certificate"));
		String host = environment.getProperty("server.address", "127.0.0.1");
		return (safe ? "https" : "http") + "://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":"
				+ environment.getProperty("local.server.port");
	}

}
