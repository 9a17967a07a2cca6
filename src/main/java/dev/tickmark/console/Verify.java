package dev.tickmark.console;

import java.nio.file.Path;

import org.springframework.context.ConfigurableApplicationContext;

import dev.tickmark.Tickmark;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyResult;

/** Runs {@code tickmark verify}. */
final class Verify {

	private final Order order;

	private final Screen screen;

	Verify(Order order, Screen screen) {
		this.order = order;
		this.screen = screen;
	}

	int run(String[] settings) {
		VerifyResult result;
		try (ProgressDisplay display = new ProgressDisplay(this.order, this.screen)) {
			result = run(settings, display);
		}
		return new Closing(this.screen).tell(result);
	}

	private VerifyResult run(String[] settings, ProgressDisplay display) {
		StopSignal stop = new StopSignal();
		// before the application starts: a signal that comes while it does is heeded as
		// well
		Shutdown.onSignal(() -> {
			stop.request("stopped by Ctrl-C or SIGTERM");
			display.close();
			this.screen.say("Stopping: calls in flight still land…");
		});
		try (SandboxMode sandbox = new SandboxMode(this.order.sandbox());
				ConfigurableApplicationContext context = Application.start(Tickmark.class, settings, sandbox)) {
			Path home = Application.home(context.getEnvironment());
			display.whenBegun(new StartedByHand(context.getBean(Acts.class)));
			return context.getBean(VerificationJob.class).verify(this.order.command(home), display, stop);
		}
	}

}
