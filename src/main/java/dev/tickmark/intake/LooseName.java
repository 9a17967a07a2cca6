package dev.tickmark.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** A name without case, accents and marks, to see whether two mean the same. */
record LooseName(String letters, Set<String> words) {

	/** So many letters tell more than chance. */
	private static final int ALIKE = 3;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	static LooseName of(@Nullable String name) {
		String plain = (name != null) ? plain(name) : "";
		Set<String> words = Arrays.stream(BETWEEN.split(plain))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.toSet());
		return new LooseName(BETWEEN.matcher(plain).replaceAll(""), words);
	}

	boolean means(String name) {
		return !this.letters.isEmpty() && this.letters.equals(of(name).letters());
	}

	/**
	 * Whether the other name could be a version of this one: a word of the one is in the
	 * other, or two words begin alike.
	 */
	boolean resembles(String name) {
		LooseName other = of(name);
		return this.words.stream().anyMatch((word) -> isIn(word, other))
				|| other.words.stream().anyMatch((word) -> isIn(word, this));
	}

	private static boolean isIn(String word, LooseName name) {
		if (word.length() < ALIKE) {
			return false;
		}
		String beginning = word.substring(0, ALIKE);
		return name.letters.contains(word) || name.words.stream().anyMatch((other) -> other.startsWith(beginning));
	}

	boolean hasWord(String word) {
		return this.words.contains(BETWEEN.matcher(plain(word)).replaceAll(""));
	}

	/** An umlaut and its two letters are the same. */
	private static String plain(String text) {
		String lower = text.toLowerCase(Locale.ROOT)
			.replace("\u00E4", "ae")
			.replace("\u00F6", "oe")
			.replace("\u00FC", "ue")
			.replace("\u00DF", "ss");
		return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
	}

}
