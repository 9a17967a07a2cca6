package dev.tickmark.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that a provider allows at once.
 */
public final class Limits {

	private final List<Limit> limits;

	Limits(List<Limit> limits) {
		this.limits = List.copyOf(limits);
	}

	/** Reads what {@link #toString} has written. */
	public static Limits parse(String text) {
		return new Limits(Arrays.stream(text.split(" ")).map(Limits::limit).toList());
	}

	private static Limit limit(String text) {
		String[] parts = text.split("/", 2);
		return new Limit(Integer.parseInt(parts[0]), Duration.parse(parts[1]));
	}

	/**
	 * The least time that so many calls take, from the first one to the end of the last
	 * one's share: evenly spread over the shortest window, each as soon as all windows
	 * have room.
	 */
	public Duration bound(long calls) {
		Schedule schedule = new Schedule(this.limits, Duration.ZERO);
		return Duration.ofNanos(schedule.takeAll(calls, 0));
	}

	/** {@code 50 calls per 1s, 1,000 calls per 1m}, for instance. */
	public String text() {
		return this.limits.stream()
			.map((limit) -> Limit.text(limit.calls(), limit.per()))
			.collect(Collectors.joining(", "));
	}

	/** {@code 50/PT1S 1000/PT1M}, for instance. */
	@Override
	public String toString() {
		return this.limits.stream().map((limit) -> limit.calls() + "/" + limit.per()).collect(Collectors.joining(" "));
	}

}
