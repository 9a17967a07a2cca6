package dev.tickmark.reconciliation;

import java.util.List;

import dev.tickmark.ledger.Reconciliation;

/** How a command ended. */
public sealed interface ReconcileResult {

	/**
	 * Everything was compared and the report is written.
	 *
	 * @param results how many items there are of each result, those without any left out
	 */
	record Finished(Reconciliation reconciliation, List<ResultCount> results) implements ReconcileResult {

		public Finished {
			results = List.copyOf(results);
		}

		/** How many items were compared. */
		public long items() {
			return this.results.stream().mapToLong(ResultCount::items).sum();
		}

		/** How many of them somebody has to look into. */
		public long differences() {
			return this.results.stream().filter(ResultCount::difference).mapToLong(ResultCount::items).sum();
		}

	}

	/** Stopped on request; the same command continues. */
	record Stopped(Reconciliation reconciliation, String why) implements ReconcileResult {

	}

	/** It failed; the same command continues. */
	record Failed(Reconciliation reconciliation, String why) implements ReconcileResult {

	}

	/** What was asked for cannot be compared; nobody was called. */
	record Refused(String why) implements ReconcileResult {

	}

	/** Another process works on it. */
	record Busy(String holder) implements ReconcileResult {

	}

	/**
	 * So many of a result.
	 *
	 * @param key the result
	 * @param label the result in words
	 * @param difference whether somebody has to look into it
	 */
	record ResultCount(String key, String label, boolean difference, long items) {

	}

}
