package dev.tickmark.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Figures.LaneCount;
import dev.tickmark.ledger.Figures.VerdictCount;

/**
 * A run as it was found when it was checked, all of it at one moment.
 *
 * @param run the run
 * @param owner who works on it; null when nobody does, or it is not STARTED
 * @param stored how many rows the ledger has of it
 * @param verdicts the rows by provider and verdict, each row looked up by what it asks
 * @param lanes the lanes' share
 * @param amounts what the rows come to; null when the file has no amounts
 * @param faults what does not add up, with how many of it; empty when all does
 */
public record RunCheck(Run run, @Nullable Owner owner, long stored, List<VerdictCount> verdicts, List<LaneCount> lanes,
		@Nullable AmountSums amounts, List<String> faults) {

	public RunCheck {
		verdicts = List.copyOf(verdicts);
		lanes = List.copyOf(lanes);
		faults = List.copyOf(faults);
	}

	public boolean addsUp() {
		return this.faults.isEmpty();
	}

	/** How many rows have a verification or were rejected. */
	public long settled() {
		return this.verdicts.stream().mapToLong(VerdictCount::rows).sum();
	}

}
