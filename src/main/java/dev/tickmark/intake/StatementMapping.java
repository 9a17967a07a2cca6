package dev.tickmark.intake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

/**
 * What a job definition says of a provider's statements: of their columns, of the words
 * in them, and of what a line is compared with.
 *
 * @param input how the file is read; its own columns are those of payees and not used
 * @param columns where our columns are in the file; never a fixed value
 * @param times patterns of times and dates beside ISO 8601, the first that fits holds
 * @param zone the zone of times without an offset, and of days
 * @param kinds what the words of the kind column mean, as {@link #word} has them
 * @param results what the words of the result column mean, as {@link #word} has them
 * @param tolerance how far the provider's clock may be from ours
 * @param price what a line should cost; null when the definition does not say
 * @param currency the currency of that price, and of lines that name none; null when it
 * does not say
 */
public record StatementMapping(Input input, Map<StatementColumn, Source> columns, List<String> times, ZoneId zone,
		Map<String, CallKind> kinds, Map<String, Set<Verdict>> results, Duration tolerance, @Nullable BigDecimal price,
		@Nullable String currency) {

	/** How far clocks may differ when nothing is said. */
	public static final Duration USUAL_TOLERANCE = Duration.ofMinutes(5);

	/**
	 * Takes what a definition says.
	 * @throws IllegalArgumentException when it makes no sense, with a sentence
	 */
	public StatementMapping {
		Map<StatementColumn, Source> mapped = new EnumMap<>(StatementColumn.class);
		mapped.putAll(columns);
		columns = Collections.unmodifiableMap(mapped);
		times = List.copyOf(times);
		kinds = words(kinds);
		Map<String, Set<Verdict>> meanings = new LinkedHashMap<>();
		results.forEach((word, verdicts) -> meanings.put(word, Set.copyOf(verdicts)));
		results = words(meanings);
		if (columns.keySet().stream().noneMatch(StatementColumn::identifies)) {
			throw new IllegalArgumentException(
					"no column tells which verification a line is for: map one of reference, key and account");
		}
		new StatementTimes(times, zone);
	}

	/** A word of a statement as it is compared: case and spaces do not matter. */
	public static String word(String written) {
		return Text.collapsed(written).toLowerCase(Locale.ROOT);
	}

	/**
	 * Looks at a pattern of times.
	 * @throws IllegalArgumentException when it is none, with a sentence
	 */
	public static void requireTime(String pattern) {
		new StatementTimes(List.of(pattern), ZoneOffset.UTC);
	}

	/** What the words that the file has for a kind mean; null when they are not known. */
	@Nullable CallKind kind(String written) {
		return this.kinds.get(word(written));
	}

	/** The verdicts that the words for a result may stand for; none when not known. */
	Set<Verdict> meaning(String written) {
		return this.results.getOrDefault(word(written), Set.of());
	}

	private static <V> Map<String, V> words(Map<String, V> written) {
		Map<String, V> words = new LinkedHashMap<>();
		written.forEach((word, meaning) -> {
			if (words.put(word(word), meaning) != null) {
				throw new IllegalArgumentException("the word " + Shown.value(word) + " is there twice");
			}
		});
		return Collections.unmodifiableMap(words);
	}

}
