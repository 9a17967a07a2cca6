package dev.tickmark.console;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.tickmark.provider.LaneView;

/**
 * Shows the lanes again and again: bars on a terminal, a line every few seconds anywhere
 * else.
 */
final class LaneTicker implements AutoCloseable {

	private static final long BARS_EVERY_MILLIS = 200;

	private static final long LINES_EVERY_MILLIS = 5000;

	private final Screen screen;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("progress").factory());

	private @Nullable LaneDisplay lanes;

	LaneTicker(Screen screen) {
		this.screen = screen;
	}

	/**
	 * Begins to show lanes, unless it is closed already.
	 * @param also what else is done each time
	 */
	synchronized void show(List<? extends LaneView> opened, Runnable also) {
		if (this.timer.isShutdown()) {
			return;
		}
		LaneDisplay display = this.screen.terminal() ? new LaneBars(opened) : new LaneLines(opened, this.screen);
		this.lanes = display;
		long every = this.screen.terminal() ? BARS_EVERY_MILLIS : LINES_EVERY_MILLIS;
		this.timer.scheduleWithFixedDelay(() -> {
			display.show();
			also.run();
		}, every, every, TimeUnit.MILLISECONDS);
	}

	synchronized boolean isClosed() {
		return this.timer.isShutdown();
	}

	/** Shows them a last time; from another thread when the program is told to stop. */
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
