package dev.tickmark.intake;

import java.util.Set;

/**
 * What belongs between two lines of a text. Banks cut it at {@value #FULL} characters,
 * the most that ISO 20022 allows for one, in the middle of a word or at a space which
 * then is lost; or they wrap it at words; or the lines are separate.
 */
enum Seam {

	NOTHING, SPACE,
	/** The line ends here of itself. */
	LINE,
	/** Either a space or nothing. */
	UNCLEAR;

	/** Max105Text. */
	private static final int FULL = 105;

	/** A cut may be a little earlier, so that no line ends or begins with a space. */
	private static final int NEARLY_FULL = FULL - 2;

	/** A trailing space on a line shorter than that tells nothing. */
	private static final int SHORT = 95;

	/** Words of names that begin with a small letter, and so may follow a space. */
	private static final Set<String> SMALL = Set.of("von", "vom", "van", "der", "den", "des", "de", "zu", "zum", "zur",
			"und", "and", "of", "the", "di", "da", "del", "della", "dos", "la", "le", "les", "et", "y", "e", "i", "t",
			"s", "in", "im", "am", "an", "auf", "bei", "f\u00FCr", "for", "mit", "aan", "en", "het", "ten", "ter", "d",
			"al", "el", "bin", "ibn", "af", "av", "i.l", "a", "o", "u", "z");

	static Seam between(BankLine line, BankLine next, LooseName sent) {
		String text = line.text();
		String following = next.text();
		if (text.isBlank() || following.isBlank()) {
			return LINE;
		}
		String tail = tail(text.stripTrailing());
		String head = head(following.stripLeading());
		boolean full = line.length() >= NEARLY_FULL;
		if (!full && line.length() + 1 + head.length() <= FULL) {
			return spaced(text, following) && line.length() >= SHORT ? SPACE : LINE;
		}
		if (spaced(text, following) || (sent.hasWord(tail) && sent.hasWord(head))) {
			return SPACE;
		}
		if (sent.hasWord(tail + head)) {
			return NOTHING;
		}
		if (!full) {
			return tail.endsWith("-") ? UNCLEAR : SPACE;
		}
		return byCase(text.charAt(text.length() - 1), following.charAt(0), head);
	}

	private static Seam byCase(char before, char after, String head) {
		if (Character.isLowerCase(before) && Character.isUpperCase(after)) {
			return SPACE;
		}
		boolean inWord = Character.isLetter(before) && Character.isLowerCase(after);
		return (inWord && !SMALL.contains(head.replaceAll("[^\\p{L}]+$", ""))) ? NOTHING : UNCLEAR;
	}

	private static boolean spaced(String text, String following) {
		return Character.isWhitespace(text.charAt(text.length() - 1)) || Character.isWhitespace(following.charAt(0));
	}

	private static String tail(String text) {
		int start = text.length();
		while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
			start--;
		}
		return text.substring(start);
	}

	private static String head(String text) {
		int end = 0;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		return text.substring(0, end);
	}

}
