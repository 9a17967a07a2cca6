package dev.tickmark.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Five lanes at the limits of their providers: how near a run comes to the physical
 * bound, and whether it ever oversteps a limit. Polls of what is pending are calls like
 * any other, for the bound and for the limits; tokens are none.
 */
final class FiveLanes implements BenchmarkCase {

	private static final double GOAL = 1.02;

	private static final List<String> OPTIONS = List.of("-Xmx512m");

	private final String letter;

	private final Duration time;

	private final Duration longer;

	/** How much the sandbox has to do before anything is measured. */
	private static final Duration WARMING = Duration.ofSeconds(12);

	/** The first payee that is asked about then. */
	private static final int OTHERS = 2_000_000;

	private FiveLanes(String letter, Duration time, Duration longer) {
		this.letter = letter;
		this.time = time;
		this.longer = longer;
	}

	/** A limit per second. */
	static FiveLanes perSecond(String letter, Duration time) {
		return new FiveLanes(letter, time, Duration.ZERO);
	}

	/**
	 * Limits per second and per longer window, which is over before the run: its calls
	 * may be used up early, and no more are allowed until the first are forgotten.
	 */
	static FiveLanes withLongerWindow(String letter, Duration longer) {
		return new FiveLanes(letter, Duration.ZERO, longer);
	}

	@Override
	public void measure(Results results) throws Exception {
		try (Bench bench = Bench.open(this.letter)) {
			Map<String, Integer> rows = new LinkedHashMap<>();
			List<String> behaviour = new ArrayList<>();
			List<String> limits = new ArrayList<>();
			for (LaneLoad load : LaneLoad.ALL) {
				rows.put(load.provider(), load.rows(this.time, this.longer));
				behaviour.addAll(load.behaviour());
				behaviour.addAll(load.longerWindowOfSandbox(this.longer));
				limits.addAll(load.limits(this.longer));
			}
			Path file = bench.file("payees.csv");
			PayeeRows.write(file, rows);
			bench.server();
			SimulatedProviders providers = SimulatedProviders.start(bench, behaviour);
			limits.addAll(providers.settings());
			warm(limits, providers);
			Duration patience = this.time.plus(this.longer).multipliedBy(5).plusMinutes(2);
			bench.tickmark(OPTIONS, limits, "verify", file.toString()).end(0, patience);
			JsonNode summary = Sound.report(bench.report("payees.csv", 1),
					rows.values().stream().mapToInt(Integer::intValue).sum(), 0);
			try (Ledger ledger = Ledger.of(bench.server())) {
				List<LaneFigures> lanes = new ArrayList<>();
				for (LaneLoad load : LaneLoad.ALL) {
					lanes.add(LaneFigures.of(load, rows.getOrDefault(load.provider(), 0), load.windows(this.longer),
							ledger, providers));
				}
				tell(results, lanes, summary, ledger);
			}
			bench.done();
		}
	}

	/** A provider does not start when a run does. */
	private void warm(List<String> settings, SimulatedProviders providers) throws Exception {
		try (Bench bench = Bench.open(this.letter + "-warming")) {
			Path file = bench.file("payees.csv");
			Map<String, Integer> rows = new LinkedHashMap<>();
			LaneLoad.ALL.forEach((load) -> rows.put(load.provider(), load.rows(WARMING, Duration.ZERO)));
			PayeeRows.write(file, rows, OTHERS);
			bench.tickmark(OPTIONS, settings, "verify", file.toString()).end(0, WARMING.multipliedBy(10));
			for (LaneLoad load : LaneLoad.ALL) {
				providers.reset(load.provider());
			}
			bench.done();
		}
	}

	private void tell(Results results, List<LaneFigures> lanes, JsonNode summary, Ledger ledger) throws Exception {
		LaneFigures slowest = lanes.stream().max(Comparator.comparing(LaneFigures::bound)).orElseThrow();
		double bound = Figure.seconds(slowest.bound().plus(slowest.roundTrip()));
		Duration run = Duration.ofMillis((long) (summary.path("time").path("duration_seconds").doubleValue() * 1000));
		long first = lanes.stream().mapToLong(LaneFigures::firstMicros).min().orElseThrow();
		long last = lanes.stream().mapToLong(LaneFigures::lastMicros).max().orElseThrow();
		String comparedWith = "bound of " + slowest.provider() + " and a round trip";
		results.add(Measurement.of(this.letter, "run, from its start to its balance", Figure.seconds(run), "s")
			.against(comparedWith, bound)
			.ratioAtMost(GOAL));
		results.add(Measurement.of(this.letter, "asking, first call to last", (last - first) / 1e6, "s")
			.against(comparedWith, bound)
			.ratioAtMost(GOAL));
		results.add(
				Measurement
					.of(this.letter, "violations, by the sandbox's sliding window",
							lanes.stream().mapToLong(LaneFigures::violations).sum(), "calls")
					.atMost(0));
		results.add(
				Measurement
					.of(this.letter, "violations, by the call journal",
							lanes.stream().mapToLong(LaneFigures::journalViolations).sum(), "calls")
					.atMost(0));
		List<List<String>> lines = new ArrayList<>(List.of(LaneFigures.HEADER));
		for (int i = 0; i < lanes.size(); i++) {
			lines.add(lanes.get(i).line(LaneLoad.ALL.get(i).windows(this.longer), run));
			results.detail(this.letter, lanes.get(i).provider(), lanes.get(i).detail(run));
		}
		Table.draw(lines).lines().forEach((line) -> results.remark(this.letter, line));
		Steps steps = Steps.of(ledger);
		results.remark(this.letter, "steps: " + steps);
		results.detail(this.letter, "steps", steps);
	}

}
