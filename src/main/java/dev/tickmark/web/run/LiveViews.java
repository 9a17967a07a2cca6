package dev.tickmark.web.run;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tickmark.desk.LaneStand;
import dev.tickmark.desk.Progress;
import dev.tickmark.desk.RunsAtWork;
import dev.tickmark.ledger.Figures;
import dev.tickmark.payee.Verdict;
import dev.tickmark.web.Spans;

/** Puts together how far a run has come: what this process knows, or else the ledger. */
@Component
class LiveViews {

	/** Less than that is not worth a word. */
	private static final Duration SHORT = Duration.ofMillis(100);

	private final RunsAtWork atWork;

	private final Figures figures;

	private final Clock clock = Clock.systemUTC();

	private final Lately<Map<String, Long>> verdicts = new Lately<>();

	private final Lately<List<LiveView.LaneLine>> lanes = new Lately<>();

	LiveViews(RunsAtWork atWork, Figures figures) {
		this.atWork = atWork;
		this.figures = figures;
	}

	/**
	 * How far a run has come.
	 * @param elsewhere whether another process works on it
	 */
	LiveView of(long run, boolean elsewhere) {
		return this.atWork.of(run).map((progress) -> here(run, progress)).orElseGet(() -> ledger(run, elsewhere));
	}

	Optional<Progress> progress(long run) {
		return this.atWork.of(run);
	}

	private LiveView here(long run, Progress progress) {
		boolean asking = progress.phase() == Progress.Phase.ASKING;
		Duration left = progress.left();
		boolean worthAWord = asking && left.compareTo(SHORT) >= 0;
		return new LiveView(true, doing(progress), worthAWord ? Spans.text(left) : null,
				worthAWord ? this.clock.instant().plus(left) : null, progress.due(),
				progress.lanes().stream().map(LiveViews::line).toList(), verdicts(run, true), progress.remarks(),
				progress.actions());
	}

	private static String doing(Progress progress) {
		String why = progress.stopping();
		if (why != null) {
			return "It is being stopped (" + why + "): calls in flight still land.";
		}
		return switch (progress.phase()) {
			case INTAKE -> "The file is read, or a lane is waited for.";
			case ASKING -> "The providers are asked.";
			case REPORT -> "The sums are checked, and the reports are written.";
		};
	}

	private static LiveView.LaneLine line(LaneStand lane) {
		List<String> waits = new ArrayList<>();
		if (!lane.remark().isEmpty()) {
			waits.add(lane.remark());
		}
		if (lane.pauses() > 0) {
			waits.add("asked to wait " + times(lane.pauses()));
		}
		if (lane.outages() > 0) {
			waits.add("out of service " + times(lane.outages()));
		}
		return new LiveView.LaneLine(lane.provider(), lane.total(), lane.asked(), lane.settled(), lane.calls(),
				String.format(Locale.ROOT, "%.1f/s", lane.callsPerSecond()),
				(lane.left().compareTo(SHORT) >= 0) ? Spans.text(lane.left()) : "", String.join("; ", waits));
	}

	private static String times(int count) {
		return (count == 1) ? "once" : count + " times";
	}

	private LiveView ledger(long run, boolean elsewhere) {
		return new LiveView(elsewhere, elsewhere ? "Another process works on it." : "", null, null, null,
				this.lanes.of(run, elsewhere, () -> lanes(run)), verdicts(run, elsewhere), List.of(), false);
	}

	private List<LiveView.LaneLine> lanes(long run) {
		return this.figures.lanes(run)
			.stream()
			.map((lane) -> new LiveView.LaneLine(lane.provider(), lane.own(), lane.asked(), lane.ownConcluded(),
					lane.calls(), "", "", ""))
			.toList();
	}

	private Map<String, Long> verdicts(long run, boolean changing) {
		return this.verdicts.of(run, changing, () -> count(run));
	}

	/** Rows by verdict, the verdicts in their order. */
	private Map<String, Long> count(long run) {
		Map<String, Long> verdicts = new LinkedHashMap<>();
		List<Figures.VerdictCount> counts = this.figures.verdicts(run);
		for (Verdict verdict : Verdict.values()) {
			long rows = counts.stream()
				.filter((count) -> count.verdict().equals(verdict.name()))
				.mapToLong(Figures.VerdictCount::rows)
				.sum();
			if (rows > 0) {
				verdicts.put(verdict.name(), rows);
			}
		}
		return verdicts;
	}

}
