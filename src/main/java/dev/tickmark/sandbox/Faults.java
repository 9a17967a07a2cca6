package dev.tickmark.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Decides which fault happens to a call, if any, and counts them. */
final class Faults {

	private final List<Fault> all;

	private final long[] concerned;

	private final long[] happened;

	private long startedAt = System.nanoTime();

	Faults(List<Fault> all) {
		this.all = List.copyOf(all);
		this.concerned = new long[all.size()];
		this.happened = new long[all.size()];
	}

	/** What happens to the call that arrives now; null for nothing. */
	synchronized @Nullable Hit next(Calls sort) {
		Duration sinceStart = Duration.ofNanos(System.nanoTime() - this.startedAt);
		Hit hit = null;
		for (int i = 0; i < this.all.size(); i++) {
			Fault fault = this.all.get(i);
			if (!fault.concerns(sort, sinceStart)) {
				continue;
			}
			this.concerned[i]++;
			if (hit == null && fault.happensAt(this.concerned[i])) {
				hit = new Hit(fault, this.happened[i]++);
			}
		}
		return hit;
	}

	/** Begins again: the counts, and the time. */
	synchronized void reset() {
		Arrays.fill(this.concerned, 0);
		Arrays.fill(this.happened, 0);
		this.startedAt = System.nanoTime();
	}

	synchronized void report(ObjectNode record) {
		Map<FaultKind, Long> byKind = new EnumMap<>(FaultKind.class);
		for (int i = 0; i < this.all.size(); i++) {
			if (this.happened[i] > 0) {
				byKind.merge(this.all.get(i).kind(), this.happened[i], Long::sum);
			}
		}
		ObjectNode faults = record.putObject("faults");
		byKind.forEach((kind, count) -> faults.put(kind.key(), count));
	}

	/**
	 * A fault that happens.
	 *
	 * @param fault which one
	 * @param earlier how often it happened before
	 */
	record Hit(Fault fault, long earlier) {

	}

}
