package dev.tickmark.console;

import java.util.Locale;

import org.springframework.context.ConfigurableApplicationContext;

import dev.tickmark.Tickmark;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.verification.DryRun;

/** Runs {@code tickmark verify --dry-run}. */
final class Rehearsal {

	private final Order order;

	private final Screen screen;

	Rehearsal(Order order, Screen screen) {
		this.order = order;
		this.screen = screen;
	}

	int run(String[] settings) throws UnreadableFile {
		try (SandboxMode sandbox = new SandboxMode(this.order.sandbox());
				ConfigurableApplicationContext context = Application.start(Tickmark.class, settings, sandbox)) {
			tell(context.getBean(DryRun.class).plan(this.order.file()));
		}
		return ExitCode.COMPLETE;
	}

	private void tell(DryRun.Plan plan) {
		this.screen.say("Dry run: nothing is stored and nobody is called.");
		this.screen.say(String.format(Locale.ROOT, "%-18s%12s%16s%22s", "lane", "rows", "verifications", "at least"));
		for (DryRun.LanePlan lane : plan.lanes()) {
			this.screen.say(String.format(Locale.ROOT, "%-18s%,12d%,16d%22s", lane.provider(), lane.rows(),
					lane.verifications(), Durations.text(lane.least())));
		}
		this.screen.say(String.format(Locale.ROOT, "%,d rows, of which %,d would be rejected without a call.",
				plan.rows(), plan.rejected()));
	}

}
