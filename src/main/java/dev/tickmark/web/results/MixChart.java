package dev.tickmark.web.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.browse.RowMix;
import dev.tickmark.payee.Verdict;

/**
 * What came of the rows of a run, as bars: of all of them, and of each provider's.
 *
 * @param all the shares of the whole
 * @param lanes the same for each provider, and for the rows that nobody is asked about
 */
record MixChart(Bar all, List<Lane> lanes) {

	/** A bar is so wide, in its own measure. */
	private static final double WIDTH = 1000;

	static MixChart of(long run, RowMix.Counts counts) {
		Map<Verdict, Long> all = new EnumMap<>(Verdict.class);
		Map<String, Map<Verdict, Long>> lanes = new TreeMap<>();
		counts.parts().forEach((part) -> {
			all.merge(part.verdict(), part.rows(), Long::sum);
			if (part.provider() != null) {
				lanes.computeIfAbsent(part.provider(), (_) -> new EnumMap<>(Verdict.class))
					.merge(part.verdict(), part.rows(), Long::sum);
			}
		});
		List<Lane> each = new ArrayList<>();
		lanes.forEach((provider, verdicts) -> each.add(new Lane(provider, bar(run, provider, verdicts))));
		return new MixChart(bar(run, null, all), each);
	}

	private static Bar bar(long run, @Nullable String provider, Map<Verdict, Long> verdicts) {
		long rows = verdicts.values().stream().mapToLong(Long::longValue).sum();
		List<Share> shares = new ArrayList<>();
		double x = 0;
		for (Map.Entry<Verdict, Long> part : verdicts.entrySet()) {
			double width = WIDTH * part.getValue() / rows;
			shares.add(new Share(part.getKey(), part.getValue(),
					String.format(Locale.ROOT, "%.1f %%", 100.0 * part.getValue() / rows), number(x), number(width),
					RowQuestion.only(run, part.getKey(), provider)));
			x += width;
		}
		return new Bar(rows, shares);
	}

	private static String number(double number) {
		return String.format(Locale.ROOT, "%.2f", number);
	}

	/** The bar in words, for who does not see it. */
	record Bar(long rows, List<Share> shares) {

		public String words() {
			return String.join(", ",
					this.shares.stream()
						.map((share) -> share.verdict() + " " + String.format(Locale.ROOT, "%,d", share.rows()))
						.toList());
		}

	}

	/** A provider's bar. */
	record Lane(String provider, Bar bar) {

	}

	/**
	 * A part of a bar.
	 *
	 * @param percent in words
	 * @param x where it begins
	 * @param address where its rows are
	 */
	record Share(Verdict verdict, long rows, String percent, String x, String width, String address) {

	}

}
