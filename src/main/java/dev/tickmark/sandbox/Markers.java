package dev.tickmark.sandbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The markers of one provider. A number's marker goes before a name's. Those of
 * {@link Drift} are the same for all, and get the plain answer.
 *
 * @param <R> the provider's answers
 */
final class Markers<R extends Enum<R>> {

	private static final int DIGITS = 4;

	private final String number;

	private final List<Marker<R>> all;

	private final Marker<R> plain;

	private final Map<String, Marker<R>> byEnding = new HashMap<>();

	private final List<Marker<R>> byWord;

	/**
	 * Makes the list.
	 * @param number what the question is about and ends in a marker, such as "IBAN"
	 * @param match the answer to a question without a marker
	 * @param meaning what a person may expect of it, in a few words
	 * @param all the markers
	 */
	Markers(String number, R match, String meaning, List<Marker<R>> all) {
		this.number = number;
		this.all = Stream.concat(all.stream(), drifting(match)).toList();
		this.plain = new Marker<>("", "", Course.AT_ONCE, match, meaning);
		this.byWord = all.stream().filter(marker -> !marker.word().isEmpty()).toList();
		for (Marker<R> marker : this.all) {
			if (this.byEnding.put(marker.ending(), marker) != null) {
				throw new IllegalStateException("two markers end in " + marker.ending());
			}
		}
	}

	/** The marker of a question, or the plain answer, which may be pending first. */
	Marker<R> of(String subject, @Nullable String name, boolean pendingFirst) {
		Marker<R> marker = this.byEnding.get(subject.substring(Math.max(0, subject.length() - DIGITS)));
		if (marker != null) {
			return marker;
		}
		String lower = (name != null) ? name.toLowerCase(Locale.ROOT) : "";
		for (Marker<R> candidate : this.byWord) {
			if (lower.contains(candidate.word())) {
				return candidate;
			}
		}
		return pendingFirst ? new Marker<>("", "", Course.PENDING_FIRST, this.plain.report(), this.plain.meaning())
				: this.plain;
	}

	private static <R extends Enum<R>> Stream<Marker<R>> drifting(R match) {
		return Arrays.stream(Drift.values())
			.map((drift) -> new Marker<>(drift.ending(), "", Course.AT_ONCE, match,
					"as every other payee; where drift is on, " + drift.meaning()));
	}

	/** How a marker is found, in words. */
	String explanation() {
		String words = this.byWord.isEmpty() ? "" : "; where there are none of these, a word in the name";
		return "The last four characters of the %s choose the answer%s. Every other payee gets: %s."
			.formatted(this.number, words, this.plain.meaning());
	}

	List<Marker<R>> all() {
		return this.all;
	}

}
