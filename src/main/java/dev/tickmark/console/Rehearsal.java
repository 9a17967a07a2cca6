package dev.tickmark.console;

import org.springframework.context.ConfigurableApplicationContext;

import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.verification.DryRun;
import dev.tickmark.verification.DryRunAlone;
import dev.tickmark.verification.Plan;
import dev.tickmark.verification.definition.BadDefinition;

/** Runs {@code tickmark verify --dry-run}. */
final class Rehearsal {

	private final Order order;

	private final Screen screen;

	Rehearsal(Order order, Screen screen) {
		this.order = order;
		this.screen = screen;
	}

	int run(String[] settings) throws UnreadableFile, BadDefinition {
		try (SandboxMode sandbox = new SandboxMode(this.order.sandbox());
				ConfigurableApplicationContext context = Application.startLazily(DryRunAlone.class, settings,
						sandbox)) {
			Plan plan = context.getBean(DryRun.class)
				.plan(this.order.command(Application.home(context.getEnvironment())));
			this.screen.say("Dry run of " + Paragraph.harmless(this.order.file().path().getFileName().toString())
					+ (this.order.sandbox() ? " with the sandbox" : "") + ": nobody is called, nothing is stored.");
			this.order.file().remarks().forEach(this.screen::say);
			PlanLines.of(plan).forEach(this.screen::say);
		}
		return ExitCode.COMPLETE;
	}

}
