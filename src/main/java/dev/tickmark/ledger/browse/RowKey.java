package dev.tickmark.ledger.browse;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * By what a row is found.
 *
 * @param name of the payee
 * @param accountEnd the last characters of the account, at most four
 */
public record RowKey(String name, String reference, String accountEnd) {

	/** An entry of an index must fit into a third of its page. */
	private static final int LONGEST = 300;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cc}]+");

	public RowKey {
		name = cut(folded(name));
		reference = cut(folded(reference));
		accountEnd = folded(accountEnd);
	}

	/** A text without capitals, accents and spaces that nobody sees. */
	public static String folded(String text) {
		String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
	}

	private static String cut(String text) {
		return (text.length() <= LONGEST) ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2));
	}

}
