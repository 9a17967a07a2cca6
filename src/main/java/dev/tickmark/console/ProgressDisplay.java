package dev.tickmark.console;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Run;
import dev.tickmark.verification.LaneProgress;
import dev.tickmark.verification.RunWatcher;

/**
 * Shows how a run goes on: bars on a terminal, a line every few seconds anywhere else.
 */
final class ProgressDisplay implements RunWatcher, AutoCloseable {

	private static final long BARS_EVERY_MILLIS = 200;

	private static final long LINES_EVERY_MILLIS = 5000;

	private final Order order;

	private final Screen screen;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("progress").factory());

	private @Nullable LaneDisplay lanes;

	private @Nullable DeadlineWatch deadline;

	private boolean toldOfActions;

	ProgressDisplay(Order order, Screen screen) {
		this.order = order;
		this.screen = screen;
	}

	@Override
	public void began(Run run, boolean continued) {
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
	public synchronized void opened(List<LaneProgress> opened) {
		if (this.timer.isShutdown()) {
			return;
		}
		LaneDisplay display = this.screen.terminal() ? new LaneBars(opened) : new LaneLines(opened, this.screen);
		this.lanes = display;
		long every = this.screen.terminal() ? BARS_EVERY_MILLIS : LINES_EVERY_MILLIS;
		this.timer.scheduleWithFixedDelay(() -> show(display, opened), every, every, TimeUnit.MILLISECONDS);
		tellOfDeadline(opened);
	}

	private void show(LaneDisplay display, List<LaneProgress> opened) {
		display.show();
		tellOfDeadline(opened);
	}

	private synchronized void tellOfDeadline(List<LaneProgress> opened) {
		DeadlineWatch watch = this.deadline;
		if (watch != null && !this.timer.isShutdown() && !opened.isEmpty()) {
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

	/** Shows it a last time; from another thread when the run is told to stop. */
	@Override
	public synchronized void close() {
		this.timer.shutdown();
		LaneDisplay display = this.lanes;
		this.lanes = null;
		if (display != null) {
			display.close();
		}
	}

}
