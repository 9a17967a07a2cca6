package dev.tickmark.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** How many transactions a report counts, by status code. */
final class BankCounts {

	/** ISO 20022 has fewer statuses than that. */
	private static final int MOST = 50;

	/** Max15NumericText; some write zeros before it. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

	private final Map<String, Long> counts = new LinkedHashMap<>();

	/**
	 * Adds what a counter says.
	 * @return whether it could be understood
	 */
	boolean add(@Nullable String status, @Nullable String number) {
		Long count = number(number);
		if (status == null || count == null || (this.counts.size() >= MOST && !this.counts.containsKey(status))) {
			return false;
		}
		this.counts.merge(status, count, BankCounts::sum);
		return true;
	}

	void addAll(Map<String, Long> other) {
		other.forEach((status, count) -> add(status, String.valueOf(count)));
	}

	void one(String status) {
		add(status, "1");
	}

	boolean isEmpty() {
		return this.counts.isEmpty();
	}

	long of(String status) {
		return this.counts.getOrDefault(status, 0L);
	}

	long total() {
		return this.counts.values().stream().reduce(0L, BankCounts::sum);
	}

	Map<String, Long> byStatus() {
		return this.counts;
	}

	/** The same numbers, a missing one being the same as none. */
	boolean agreesWith(BankCounts other) {
		return this.counts.entrySet().stream().allMatch((entry) -> other.of(entry.getKey()) == entry.getValue())
				&& other.counts.entrySet().stream().allMatch((entry) -> of(entry.getKey()) == entry.getValue());
	}

	/** The number that a text writes; null when it writes none. */
	static @Nullable Long number(@Nullable String text) {
		return (text != null && NUMBER.matcher(text).matches()) ? Long.valueOf(text) : null;
	}

	/** Nobody has so many payments; a sum must not turn negative all the same. */
	private static long sum(long one, long other) {
		return (one > Long.MAX_VALUE - other) ? Long.MAX_VALUE : one + other;
	}

}
