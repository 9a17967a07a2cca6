package dev.tickmark.console;

import java.util.List;

import dev.tickmark.ledger.ComparedFile;
import dev.tickmark.ledger.Reconciliation;
import dev.tickmark.ledger.Subject;
import dev.tickmark.provider.LaneView;
import dev.tickmark.reconciliation.ReconciliationWatcher;

/** Shows how a reconciliation goes on. */
final class ReconcileDisplay implements ReconciliationWatcher, AutoCloseable {

	private final Screen screen;

	private final LaneTicker ticker;

	ReconcileDisplay(Screen screen) {
		this.screen = screen;
		this.ticker = new LaneTicker(screen);
	}

	@Override
	public void began(Reconciliation reconciliation, boolean continued) {
		this.screen.say((continued ? "Continuing reconciliation " : "Reconciliation ") + reconciliation.id() + ": "
				+ what(reconciliation.subject()));
	}

	private static String what(Subject subject) {
		ComparedFile file = subject.file();
		String name = (file != null) ? file.name() : "";
		String sandbox = subject.sandbox() ? ", with the sandbox" : "";
		return switch (subject.kind()) {
			case PROVIDERS -> ((subject.run() != null) ? "the answers of run " + subject.run()
					: "all answers since " + subject.since()) + ", read back" + sandbox;
			case STATEMENT -> "the calls to " + subject.provider() + " with " + name + sandbox;
			case BANK_REPORT -> "the verdicts of run " + subject.run() + " with " + name + sandbox;
		};
	}

	@Override
	public void remarks(String sentence) {
		this.screen.say(sentence);
	}

	@Override
	public void waits(String lane, String holder) {
		this.screen.say("Lane " + lane + " is used by " + holder + ". Waiting for it.");
	}

	@Override
	public void opened(List<? extends LaneView> lanes) {
		this.ticker.show(lanes, () -> {
		});
	}

	@Override
	public void asked() {
		close();
	}

	@Override
	public void close() {
		this.ticker.close();
	}

}
