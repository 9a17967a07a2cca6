package dev.tickmark.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Clearance;
import dev.tickmark.payee.Reused;

/**
 * {@code summary.json}: the run in numbers, in a form that other programs can rely on.
 */
final class SummaryFile {

	static final String NAME = "summary.json";

	/** Counts up when a key changes its meaning or goes. */
	private static final int FORMAT = 1;

	private SummaryFile() {
	}

	static byte[] content(RunSummary summary, Duplicates duplicates) {
		return JsonText.of(tree(summary, duplicates));
	}

	private static Tree tree(RunSummary run, Duplicates duplicates) {
		RunSummary.SourceFile file = run.file();
		Duration bound = run.lanes()
			.stream()
			.map(RunSummary.Lane::bound)
			.max(Duration::compareTo)
			.orElse(Duration.ZERO);
		return new Tree(FORMAT, run.version(), run.run(), new SourceFile(file.name(), file.sha256(), file.size()),
				run.sandbox(), run.startedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
				run.finishedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
				new Rows(run.rowsIn(), run.rowsOut(), run.open()), named(run.verdicts()), named(run.matches()),
				reused(run.reused()), run.accepted(), release(run.clearance()),
				new ControlTotals(run.rowsIn(), run.rowsInLedger(), run.rowsOut(),
						run.rowsIn() == run.rowsInLedger() && run.rowsIn() == run.rowsOut()),
				new DuplicateRows(duplicates.samePayeeRows(), duplicates.sameReferenceRows()),
				new Calls(run.lanes().stream().mapToLong(RunSummary.Lane::calls).sum(),
						run.lanes().stream().mapToLong(RunSummary.Lane::repeats).sum()),
				new Time(seconds(run.duration()), millis(run.duration()).toString(), seconds(bound),
						share(bound, run.duration())),
				forecast(run.forecast()), run.lanes().stream().map((lane) -> lane(lane, run.duration())).toList());
	}

	private static Lane lane(RunSummary.Lane lane, Duration duration) {
		return new Lane(lane.provider().value(), lane.rows(), named(lane.verdicts()), lane.verifications(),
				lane.reused().verifications(), lane.calls(), lane.repeats(), seconds(lane.bound()),
				share(lane.bound(), duration), forecast(lane.forecast()));
	}

	private static ReusedRows reused(Reused reused) {
		Instant since = reused.since();
		return new ReusedRows(reused.rows(), reused.verifications(),
				(since != null) ? since.truncatedTo(ChronoUnit.SECONDS).toString() : null);
	}

	private static @Nullable Forecast forecast(RunSummary.@Nullable Forecast forecast) {
		if (forecast == null) {
			return null;
		}
		BigDecimal time = seconds(forecast.time());
		BigDecimal took = seconds(forecast.took());
		return new Forecast(forecast.calls(), time, took,
				(time.signum() > 0) ? took.subtract(time).divide(time, 3, RoundingMode.HALF_UP) : null);
	}

	private static @Nullable Release release(Clearance clearance) {
		return switch (clearance) {
			case Clearance.NotNeeded _ -> null;
			case Clearance.Held held when held.refused() != null -> decided("REFUSED", held.refused());
			case Clearance.Held _ -> new Release("HELD", null, null, null);
			case Clearance.Released released -> decided("RELEASED", released.by());
		};
	}

	private static Release decided(String state, Clearance.Decision decision) {
		return new Release(state, decision.by(), decision.at().truncatedTo(ChronoUnit.SECONDS).toString(),
				decision.comment());
	}

	private static Map<String, Long> named(Map<? extends Enum<?>, Long> counts) {
		Map<String, Long> named = new LinkedHashMap<>();
		counts.forEach((key, count) -> named.put(key.name(), count));
		return named;
	}

	private static Duration millis(Duration duration) {
		return duration.truncatedTo(ChronoUnit.MILLIS);
	}

	private static BigDecimal seconds(Duration duration) {
		return BigDecimal.valueOf(duration.toMillis(), 3);
	}

	/** A share of a duration, 1 being all of it; 0 of no time at all. */
	private static BigDecimal share(Duration part, Duration whole) {
		return whole.isPositive() && whole.toMillis() > 0
				? seconds(part).divide(seconds(whole), 3, RoundingMode.HALF_UP) : BigDecimal.ZERO.setScale(3);
	}

	private record Tree(int format, String version, String run, SourceFile file, boolean sandbox, String startedAt,
			String finishedAt, Rows rows, Map<String, Long> verdicts, Map<String, Long> matchesByBasis,
			ReusedRows reused, long acceptedCloseMatches, @Nullable Release release, ControlTotals controlTotals,
			DuplicateRows duplicates, Calls calls, Time time, @Nullable Forecast forecast, List<Lane> lanes) {

	}

	private record SourceFile(String name, String sha256, long sizeBytes) {

	}

	private record Rows(long in, long out, long open) {

	}

	/** From other runs; none of them was checked before that time. */
	private record ReusedRows(long rows, long verifications, @Nullable String since) {

	}

	/** Whether the payable half is there; who has decided, and when, if anybody has. */
	private record Release(String state, @Nullable String by, @Nullable String at, @Nullable String comment) {

	}

	private record ControlTotals(long rowsInFile, long rowsInLedger, long rowsInResults, boolean agree) {

	}

	private record DuplicateRows(long samePayeeRows, long sameReferenceRows) {

	}

	private record Calls(long made, long repeats) {

	}

	private record Time(BigDecimal durationSeconds, String duration, BigDecimal boundSeconds, BigDecimal utilisation) {

	}

	private record Lane(String provider, long rows, Map<String, Long> verdicts, long verifications, long reused,
			long calls, long repeats, BigDecimal boundSeconds, BigDecimal utilisation, @Nullable Forecast forecast) {

	}

	/** The error is the part by which it took longer than was forecast. */
	private record Forecast(long calls, BigDecimal durationSeconds, BigDecimal tookSeconds,
			@Nullable BigDecimal error) {

	}

}
