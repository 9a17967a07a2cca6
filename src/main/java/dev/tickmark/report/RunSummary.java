package dev.tickmark.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Clearance;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Reused;
import dev.tickmark.payee.Verdict;

/**
 * What is to be said about a run as a whole.
 *
 * @param run the identity of the run
 * @param version the version of the program
 * @param file the payee file
 * @param sandbox whether the providers were simulated
 * @param startedAt when the run began, by its first process
 * @param finishedAt when the last verdict was known
 * @param duration how long work was done; after an interruption less than the time
 * between
 * @param rowsIn how many rows the payee file has
 * @param rowsInLedger how many rows the ledger has
 * @param verdicts how many rows have each verdict; what is not there is none
 * @param matches how many rows with a MATCH rest on what; what is not there is none
 * @param forecast what was expected of the run; null when nothing was
 * @param lanes what each provider was asked, in any order
 * @param accepted how many rows are close matches that persons have accepted
 * @param clearance whether what can be paid may be handed out
 */
public record RunSummary(String run, String version, SourceFile file, boolean sandbox, Instant startedAt,
		Instant finishedAt, Duration duration, long rowsIn, long rowsInLedger, Map<Verdict, Long> verdicts,
		Map<Basis, Long> matches, @Nullable Forecast forecast, List<Lane> lanes, long accepted, Clearance clearance) {

	/** With nothing accepted, and nothing to be released. */
	public RunSummary(String run, String version, SourceFile file, boolean sandbox, Instant startedAt,
			Instant finishedAt, Duration duration, long rowsIn, long rowsInLedger, Map<Verdict, Long> verdicts,
			Map<Basis, Long> matches, @Nullable Forecast forecast, List<Lane> lanes) {
		this(run, version, file, sandbox, startedAt, finishedAt, duration, rowsIn, rowsInLedger, verdicts, matches,
				forecast, lanes, 0, new Clearance.NotNeeded());
	}

	public RunSummary {
		verdicts = complete(Verdict.class, verdicts);
		matches = complete(Basis.class, matches);
		lanes = lanes.stream().sorted(Lane.BY_PROVIDER).toList();
	}

	/** How many rows have a verdict that is not final. */
	public long open() {
		return this.verdicts.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().isFinal())
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	/** How many rows have a verdict at all. */
	public long rowsOut() {
		return this.verdicts.values().stream().mapToLong(Long::longValue).sum();
	}

	/** What is reused from other runs, by all lanes. */
	public Reused reused() {
		return this.lanes.stream().map(Lane::reused).reduce(Reused.NONE, Reused::plus);
	}

	private static <E extends Enum<E>> Map<E, Long> complete(Class<E> type, Map<E, Long> counts) {
		EnumMap<E, Long> all = new EnumMap<>(type);
		for (E value : type.getEnumConstants()) {
			all.put(value, counts.getOrDefault(value, 0L));
		}
		return Collections.unmodifiableMap(all);
	}

	/**
	 * A payee file.
	 *
	 * @param name its name without the folder
	 * @param sha256 the hash of its content, in lower case hexadecimal
	 * @param size its length in bytes
	 */
	public record SourceFile(String name, String sha256, long size) {

	}

	/**
	 * What was expected when the lanes were opened, and what it came to.
	 *
	 * @param calls how many calls were expected
	 * @param time how long they were expected to take
	 * @param took how long it took, from then to the last answer
	 */
	public record Forecast(long calls, Duration time, Duration took) {

	}

	/**
	 * What was asked of one provider.
	 *
	 * @param verdicts how many rows have each verdict
	 * @param verifications how many questions the rows came to
	 * @param calls how many calls were made
	 * @param repeats how many of them asked again what may have been asked already
	 * @param limits the limits it was asked within, such as {@code 50 calls per 1s}; none
	 * when it was not asked
	 * @param bound the shortest time that the provider's limits allow for these calls
	 * @param forecast what was expected of the lane; null when nothing was
	 * @param reused which of the questions other runs have answered already
	 */
	public record Lane(ProviderName provider, Map<Verdict, Long> verdicts, long verifications, long calls, long repeats,
			List<String> limits, Duration bound, @Nullable Forecast forecast, Reused reused) {

		static final Comparator<Lane> BY_PROVIDER = Comparator.comparing(Lane::provider);

		public Lane {
			verdicts = complete(Verdict.class, verdicts);
			limits = List.copyOf(limits);
		}

		/** A lane that reuses nothing. */
		public Lane(ProviderName provider, Map<Verdict, Long> verdicts, long verifications, long calls, long repeats,
				List<String> limits, Duration bound, @Nullable Forecast forecast) {
			this(provider, verdicts, verifications, calls, repeats, limits, bound, forecast, Reused.NONE);
		}

		/** How many rows go to this provider. */
		public long rows() {
			return this.verdicts.values().stream().mapToLong(Long::longValue).sum();
		}

	}

}
