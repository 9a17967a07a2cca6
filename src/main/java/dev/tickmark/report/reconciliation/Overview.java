package dev.tickmark.report.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * What is to be said about a reconciliation as a whole. Whatever is in it is shown as it
 * is: account numbers are shortened by whoever makes it.
 *
 * @param title its title, such as "With the providers"
 * @param subject one sentence: what was compared with what
 * @param number the number by which it is known
 * @param sandbox whether the providers were simulated
 * @param began when its first process began
 * @param ended when the last item was compared
 * @param facts what it rests on: files, their SHA-256, the period, tolerances, runs
 * @param counts how many items have each result, in the order in which they are shown;
 * every item has one result
 * @param totals the control totals of both sides and of the difference
 * @param remarks sentences that the reader has to know
 */
public record Overview(Kind kind, String title, String subject, long number, boolean sandbox, Instant began,
		Instant ended, List<Fact> facts, List<Count> counts, List<Table> totals, List<String> remarks) {

	public Overview {
		facts = List.copyOf(facts);
		counts = List.copyOf(counts);
		totals = List.copyOf(totals);
		remarks = List.copyOf(remarks);
		if (counts.stream().map(Count::key).distinct().count() < counts.size()) {
			throw new IllegalArgumentException("a result is counted twice");
		}
	}

	/** How many items were compared. */
	public long items() {
		return this.counts.stream().mapToLong(Count::count).sum();
	}

	/** How many of the items are differences. */
	public long differences() {
		return count(Bearing.DIFFERENCE);
	}

	/** Whether no item is a difference. */
	public boolean agrees() {
		return differences() == 0;
	}

	long count(Bearing bearing) {
		return this.counts.stream().filter((count) -> count.bearing() == bearing).mapToLong(Count::count).sum();
	}

	/** What the ledger was compared with. */
	public enum Kind {

		/** What the providers answer today. */
		PROVIDERS,

		/** What a provider charges. */
		STATEMENT,

		/** What a bank reports of the same payments. */
		BANK_REPORT

	}

	/** A line of the evidence. */
	public record Fact(String label, String value) {

	}

}
