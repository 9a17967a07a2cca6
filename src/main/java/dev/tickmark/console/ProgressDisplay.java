package dev.tickmark.console;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Run;
import dev.tickmark.verification.LaneProgress;
import dev.tickmark.verification.RunWatcher;

/** Shows how a run goes on. */
final class ProgressDisplay implements RunWatcher, AutoCloseable {

	private final Order order;

	private final Screen screen;

	private final LaneTicker ticker;

	private @Nullable DeadlineWatch deadline;

	private BiConsumer<Run, Boolean> begun = (_, _) -> {
	};

	private boolean toldOfActions;

	ProgressDisplay(Order order, Screen screen) {
		this.order = order;
		this.screen = screen;
		this.ticker = new LaneTicker(screen);
	}

	/** What else is to be done when a run begins, or is continued. */
	void whenBegun(BiConsumer<Run, Boolean> action) {
		this.begun = action;
	}

	@Override
	public void began(Run run, boolean continued) {
		this.begun.accept(run, continued);
		this.screen.say((continued ? "Continuing run " : "Run ") + run.id() + ": "
				+ this.order.file().path().getFileName() + ", " + this.order.file().rows() + " rows"
				+ (run.key().sandbox() ? ", answered by the sandbox" : ""));
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
	public void opened(List<LaneProgress> opened) {
		this.ticker.show(opened, () -> tellOfDeadline(opened));
		tellOfDeadline(opened);
	}

	private synchronized void tellOfDeadline(List<LaneProgress> opened) {
		DeadlineWatch watch = this.deadline;
		if (watch != null && !this.ticker.isClosed() && !opened.isEmpty()) {
			watch.look(Pulse.left(opened), Instant.now()).ifPresent(this.screen::say);
		}
	}

	@Override
	public synchronized void due(Instant deadline) {
		this.deadline = new DeadlineWatch(deadline);
	}

	@Override
	public synchronized void handedOver(Path file) {
		// once is enough: the file is kept up to date
		if (!this.toldOfActions) {
			this.toldOfActions = true;
			this.screen.say("Links for persons to act upon, which may expire soon: " + file);
		}
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
