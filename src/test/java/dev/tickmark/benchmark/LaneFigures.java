package dev.tickmark.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.tickmark.benchmark.GreedySchedule.Window;

/**
 * How one lane did.
 *
 * @param rows how many rows it had
 * @param calls how many calls it made
 * @param bound the least time for these
 * @param asking from its first call's sending to its last one's
 * @param firstMicros when its first call was sent, in microseconds of the epoch
 * @param lastMicros and its last one
 * @param roundTrip how long a call took on the average
 * @param violations the calls beyond the limit by the sandbox's own strict count
 * @param peak the most calls within any second by the same
 * @param journalViolations the calls beyond any window by the moments they were sent at
 */
record LaneFigures(String provider, int rows, int calls, Duration bound, Duration asking, long firstMicros,
		long lastMicros, Duration roundTrip, long violations, long peak, int journalViolations) {

	static final List<String> HEADER = List.of("lane", "limit", "rows", "calls", "bound s", "asking s", "ratio",
			"utilisation", "violations", "by journal", "peak/s");

	static LaneFigures of(LaneLoad load, int rows, List<Window> windows, Ledger ledger, SimulatedProviders providers)
			throws SQLException, IOException, InterruptedException {
		long[] sent = ledger.sent(load.provider());
		long first = (sent.length > 0) ? sent[0] : 0;
		long last = (sent.length > 0) ? sent[sent.length - 1] : 0;
		SlidingWindow journal = new SlidingWindow(sent);
		JsonNode record = providers.record(load.provider());
		return new LaneFigures(load.provider(), rows, sent.length, new GreedySchedule(windows).bound(sent.length),
				Duration.ofNanos((last - first) * 1000), first, last, ledger.roundTrip(load.provider()),
				record.path("violations").longValue(), record.path("peakPerSecond").longValue(),
				windows.stream().mapToInt(journal::violations).sum());
	}

	/** The lane's share of a run in which it could not have been faster. */
	double utilisation(Duration run) {
		return Figure.seconds(this.bound) / Figure.seconds(run);
	}

	List<String> line(List<Window> windows, Duration run) {
		String limit = String.join(", ",
				windows.stream().map((window) -> window.calls() + " per " + window.per().toSeconds() + " s").toList());
		return List.of(this.provider, limit, Integer.toString(this.rows), Integer.toString(this.calls),
				Figure.of(Figure.seconds(this.bound)), Figure.of(Figure.seconds(this.asking)),
				Figure.of(Figure.seconds(this.asking) / Figure.seconds(this.bound)), Figure.of(utilisation(run)),
				Long.toString(this.violations), Integer.toString(this.journalViolations), Long.toString(this.peak));
	}

	Map<String, Object> detail(Duration run) {
		Map<String, Object> detail = new LinkedHashMap<>();
		detail.put("rows", this.rows);
		detail.put("calls", this.calls);
		detail.put("bound_seconds", Figure.seconds(this.bound));
		detail.put("asking_seconds", Figure.seconds(this.asking));
		detail.put("round_trip_seconds", Figure.seconds(this.roundTrip));
		detail.put("utilisation", utilisation(run));
		detail.put("violations", this.violations);
		detail.put("violations_by_journal", this.journalViolations);
		detail.put("peak_per_second", this.peak);
		return detail;
	}

}
