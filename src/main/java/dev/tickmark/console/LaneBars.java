package dev.tickmark.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jline.utils.Signals;

import dev.tickmark.provider.LaneView;

/** The lanes' progress as bars, one a lane, drawn again and again. */
final class LaneBars implements LaneDisplay {

	private final Map<LaneView, ProgressBar> bars = new LinkedHashMap<>();

	private final long start = System.nanoTime();

	LaneBars(List<? extends LaneView> lanes) {
		for (LaneView lane : lanes) {
			this.bars.put(lane,
					new ProgressBarBuilder().setTaskName(String.format("%-12s", lane.provider()))
						.setInitialMax(lane.total())
						.setUpdateIntervalMillis(200)
						.setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
						.hideEta()
						.build());
		}
		// the bars' terminal library has given SIGINT back to the operating system, which
		// would end the process on the spot
		Signals.register("INT", () -> System.exit(ExitCode.UNFINISHED));
	}

	@Override
	public synchronized void show() {
		this.bars.forEach((lane, bar) -> {
			Pulse pulse = Pulse.of(lane, System.nanoTime() - this.start);
			bar.maxHint(lane.total());
			bar.stepTo(lane.settled());
			String left = pulse.left().isEmpty() ? "" : pulse.left() + " left";
			// no more: on a terminal of 80 columns the bar itself would be squeezed out
			bar.setExtraMessage(
					String.format(Locale.ROOT, " %.1f calls/s %s %s", pulse.callsPerSecond(), left, lane.remark()));
		});
	}

	@Override
	public synchronized void close() {
		show();
		this.bars.values().forEach(ProgressBar::close);
	}

}
