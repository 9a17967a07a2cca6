package dev.tickmark.console;

import java.nio.file.Path;
import java.util.function.Function;

import org.springframework.context.ConfigurableApplicationContext;

import dev.tickmark.Reconciling;
import dev.tickmark.reconciliation.ReconcileCommand;
import dev.tickmark.reconciliation.ReconcileResult;
import dev.tickmark.reconciliation.ReconciliationJob;
import dev.tickmark.verification.StopSignal;

/** Runs {@code tickmark reconcile}. */
final class Reconcile {

	private final Function<Path, ReconcileCommand> command;

	private final boolean sandbox;

	private final Screen screen;

	/**
	 * Makes one.
	 * @param command what is to be compared, for the folder in which reports are
	 * @param sandbox whether the sandbox is started, to be read back from
	 */
	Reconcile(Function<Path, ReconcileCommand> command, boolean sandbox, Screen screen) {
		this.command = command;
		this.sandbox = sandbox;
		this.screen = screen;
	}

	int run(String[] settings) {
		ReconcileResult result;
		try (ReconcileDisplay display = new ReconcileDisplay(this.screen)) {
			result = run(settings, display);
		}
		return new ReconcileClosing(this.screen).tell(result);
	}

	private ReconcileResult run(String[] settings, ReconcileDisplay display) {
		StopSignal stop = new StopSignal();
		// before the application starts: a signal that comes while it does is heeded as
		// well
		Shutdown.onSignal(() -> {
			stop.request("stopped by Ctrl-C or SIGTERM");
			display.close();
			this.screen.say("Stopping: calls in flight still land…");
		});
		try (SandboxMode simulated = new SandboxMode(this.sandbox);
				ConfigurableApplicationContext context = Application.start(Reconciling.class, settings, simulated)) {
			Path reports = Application.home(context.getEnvironment()).resolve("reports");
			return context.getBean(ReconciliationJob.class).reconcile(this.command.apply(reports), display, stop);
		}
	}

}
