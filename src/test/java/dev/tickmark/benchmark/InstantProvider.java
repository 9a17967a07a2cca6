package dev.tickmark.benchmark;

import java.util.List;

/**
 * A provider that answers at once and allows as much as its keys permit, on the same
 * cores as everything else: what is left is our own work, with a call and an entry in the
 * journal for each row. Compared with a {@link PlainStep} over the same rows, on the same
 * server. The sandbox is warm when either begins; each program starts cold.
 */
final class InstantProvider implements BenchmarkCase {

	private static final double ROWS_PER_SECOND = 4000;

	private static final double TIMES_THE_PLAIN_STEP = 1.5;

	/** What the sandbox gets to answer before anything is measured. */
	private static final int WARMING = 10_000;

	private final String letter;

	private final int rows;

	InstantProvider(String letter, int rows) {
		this.letter = letter;
		this.rows = rows;
	}

	@Override
	public void measure(Results results) throws Exception {
		try (Bench bench = Bench.open(this.letter)) {
			SimulatedProviders providers = warm(bench);
			Asking ours = Asking.of(bench, providers, this.rows);
			providers.reset(Asking.LANE);
			PlainRun plain = PlainRun.of(bench, providers, "plain", this.rows, PlainStep.JDK);
			providers.reset(Asking.LANE);
			PlainRun same = PlainRun.of(bench, providers, "same", this.rows, PlainStep.SAME);
			tell(results, ours, plain, same);
			try (Ledger ledger = Ledger.of(bench.server())) {
				results.detail(this.letter, "durability", ledger.durability());
			}
			bench.done();
		}
	}

	/** Asks so many rows on a bench of their own. */
	static Asking alone(String name, int rows) throws Exception {
		try (Bench bench = Bench.open(name)) {
			Asking asking = Asking.of(bench, warm(bench), rows);
			bench.done();
			return asking;
		}
	}

	private static SimulatedProviders warm(Bench bench) throws Exception {
		String prefix = "--tickmark.sandbox.providers." + Asking.LANE + ".";
		SimulatedProviders providers = SimulatedProviders.start(bench,
				List.of(prefix + "latency=0ms", prefix + "latency-spread=0ms", prefix + "pending-share=0",
						prefix + "limit.calls=" + Asking.UNLIMITED, prefix + "token-life=1h"));
		PlainRun.of(bench, providers, "warming", WARMING, PlainStep.SAME);
		providers.reset(Asking.LANE);
		return providers;
	}

	private void tell(Results results, Asking ours, PlainRun plain, PlainRun same) {
		String comparedWith = "plain chunk step";
		results.add(Measurement.of(this.letter, "step verify, every answer journalled", ours.rowsPerSecond(), "rows/s")
			.atLeast(ROWS_PER_SECOND));
		results.add(Measurement.of(this.letter, "step verify", ours.rowsPerSecond(), "rows/s")
			.against(comparedWith, plain.rowsPerSecond())
			.ratioAtLeast(TIMES_THE_PLAIN_STEP));
		results.add(Measurement.of(this.letter, "step verify", ours.rowsPerSecond(), "rows/s")
			.against(comparedWith + " with our HTTP client", same.rowsPerSecond()));
		results.add(Measurement
			.of(this.letter, "all steps, intake to report", ours.rows() / Figure.seconds(ours.steps().all()), "rows/s")
			.against(comparedWith, plain.rowsPerSecond()));
		results.remark(this.letter, "steps of the run: " + ours.steps());
		results.remark(this.letter, "processor time, run:        " + ours.processorTime());
		results.remark(this.letter, "processor time, plain step: " + plain.processorTime());
		results.remark(this.letter, "... with our HTTP client:   " + same.processorTime());
		results.detail(this.letter, "run", ours);
		results.detail(this.letter, "plain_step", plain);
		results.detail(this.letter, "plain_step_with_our_http_client", same);
	}

}
