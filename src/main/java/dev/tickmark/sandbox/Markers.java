package dev.tickmark.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The markers of one provider. An account's marker goes before a name's.
 *
 * @param <R> the provider's answers
 */
final class Markers<R extends Enum<R>> {

	private static final int DIGITS = 4;

	private final List<Marker<R>> all;

	private final Marker<R> plain;

	private final Map<String, Marker<R>> byEnding = new HashMap<>();

	private final List<Marker<R>> byWord;

	/**
	 * Makes the list.
	 * @param match the answer to a question without a marker
	 * @param all the markers
	 */
	Markers(R match, List<Marker<R>> all) {
		this.all = List.copyOf(all);
		this.plain = new Marker<>("", "", Course.AT_ONCE, match, "full match");
		this.byWord = all.stream().filter(marker -> !marker.word().isEmpty()).toList();
		for (Marker<R> marker : all) {
			if (this.byEnding.put(marker.ending(), marker) != null) {
				throw new IllegalStateException("two markers end in " + marker.ending());
			}
		}
	}

	/** The marker of a question, or the plain full match, which may be pending first. */
	Marker<R> of(String account, @Nullable String name, boolean pendingFirst) {
		Marker<R> marker = this.byEnding.get(account.substring(Math.max(0, account.length() - DIGITS)));
		if (marker != null) {
			return marker;
		}
		String lower = (name != null) ? name.toLowerCase(Locale.ROOT) : "";
		for (Marker<R> candidate : this.byWord) {
			if (lower.contains(candidate.word())) {
				return candidate;
			}
		}
		return pendingFirst ? new Marker<>("", "", Course.PENDING_FIRST, this.plain.report(), "full match")
				: this.plain;
	}

	List<Marker<R>> all() {
		return this.all;
	}

}
