package dev.tickmark.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words about a file, twice: as the person who has it reads them, and without anything
 * that is written in it, for whoever is told of it.
 */
record Wording(String whole, String apart) {

	private static final Pattern PLACE = Pattern.compile("\\{}");

	/** Words in which nothing of the file is. */
	static Wording of(String words) {
		return new Wording(words, words);
	}

	/**
	 * Words with something of the file in them.
	 * @param words with {} where that belongs
	 */
	static Wording of(String words, String... content) {
		Matcher matcher = PLACE.matcher(words);
		StringBuilder whole = new StringBuilder();
		for (String one : content) {
			if (!matcher.find()) {
				throw new IllegalArgumentException("too few places: " + words);
			}
			matcher.appendReplacement(whole, Matcher.quoteReplacement(one));
		}
		return new Wording(matcher.appendTail(whole).toString(), PLACE.matcher(words).replaceAll("…"));
	}

	Wording then(Wording more) {
		return new Wording(this.whole + more.whole, this.apart + more.apart);
	}

	Wording then(String more) {
		return then(of(more));
	}

}
