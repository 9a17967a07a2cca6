package dev.tickmark.verification;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Figures;
import dev.tickmark.payee.Reused;
import dev.tickmark.payee.Verdict;

/**
 * The figures of a run.
 *
 * @param verdicts rows by provider and verdict
 * @param matches rows with a MATCH by what it rests on
 * @param lanes the lanes' share
 * @param passes the lanes, pass by pass
 * @param duration how long the asking took, over all passes
 */
public record RunFigures(List<Figures.VerdictCount> verdicts, List<Figures.BasisCount> matches,
		List<Figures.LaneCount> lanes, List<Figures.LanePass> passes, Duration duration) {

	/** The number of rows. */
	public long rows() {
		return this.verdicts.stream().mapToLong(Figures.VerdictCount::rows).sum();
	}

	/** The number of rows with a verdict. */
	public long count(Verdict verdict) {
		return this.verdicts.stream()
			.filter((count) -> count.verdict().equals(verdict.name()))
			.mapToLong(Figures.VerdictCount::rows)
			.sum();
	}

	/** Whether any answer is the sandbox's. */
	public boolean sandbox() {
		return this.lanes.stream().anyMatch(Figures.LaneCount::sandbox);
	}

	/** What is reused from other runs, by all lanes. */
	public Reused reused() {
		return this.lanes.stream().map(Figures.LaneCount::reused).reduce(Reused.NONE, Reused::plus);
	}

	/** What was forecast, and what it came to; null when nothing was. */
	public @Nullable Foretold forecast() {
		return Foretold.of(this.passes);
	}

	/** The number of rows whose verdict is not final. */
	public long open() {
		return this.verdicts.stream()
			.filter((count) -> !Verdict.valueOf(count.verdict()).isFinal())
			.mapToLong(Figures.VerdictCount::rows)
			.sum();
	}

}
