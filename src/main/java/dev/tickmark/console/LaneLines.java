package dev.tickmark.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.tickmark.provider.LaneView;

/** The lanes' progress as one plain line, for a log. */
final class LaneLines implements LaneDisplay {

	private final List<? extends LaneView> lanes;

	private final Screen screen;

	private final long start = System.nanoTime();

	LaneLines(List<? extends LaneView> lanes, Screen screen) {
		this.lanes = lanes;
		this.screen = screen;
	}

	@Override
	public synchronized void show() {
		if (!this.lanes.isEmpty()) {
			String doneBy = Pulse.doneBy(Pulse.left(this.lanes), Instant.now());
			this.screen.say(this.lanes.stream().map(this::lane).collect(Collectors.joining(" · "))
					+ (doneBy.isEmpty() ? "" : " · " + doneBy));
		}
	}

	@Override
	public void close() {
		show();
	}

	private String lane(LaneView lane) {
		Pulse pulse = Pulse.of(lane, System.nanoTime() - this.start);
		String left = pulse.left().isEmpty() ? "" : ", " + pulse.left() + " left";
		String remark = lane.remark().isEmpty() ? "" : ", " + lane.remark();
		return String.format(Locale.ROOT, "%s %s, %.1f calls/s%s%s", lane.provider(), lane.standing(),
				pulse.callsPerSecond(), left, remark);
	}

}
