package dev.tickmark.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text can be nothing but a name. What might be a sentence or a heading is
 * none, though a rare name is lost by that: a wrong one would be worse.
 */
final class NameShape {

	/** Max140Text. */
	private static final int LONGEST = 140;

	/** What no name contains, or an account number does. */
	private static final Pattern NOT_IN_NAMES = Pattern
		.compile("[:;?!\\n\u2026\"\u201E\u201C\u201D\u00AB\u00BB]|\\d{5}");

	/** A sentence ends and goes on; behind a short word it may be an abbreviation. */
	private static final Pattern SENTENCES = Pattern.compile("\\p{L}{5,}\\.\\s");

	private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

	/** Words of names that are written small. */
	private static final Set<String> SMALL = Set.of("von", "vom", "van", "der", "den", "des", "dem", "de", "zu", "zum",
			"zur", "und", "and", "of", "the", "di", "da", "del", "della", "dei", "do", "dos", "du", "la", "le", "les",
			"et", "y", "e", "i", "t", "s", "in", "im", "am", "an", "auf", "bei", "f\u00FCr", "for", "mit", "aan", "en",
			"het", "ten", "ter", "d", "al", "el", "bin", "ibn", "af", "av", "a", "o", "u", "z", "v", "k", "c", "p",
			"gmbh", "mbh", "kg", "ag", "ug", "co", "ohg", "gbr", "ev", "eg", "eu", "bv", "nv", "ltd", "llp", "plc",
			"inc", "sa", "sarl", "sas", "srl", "spa", "oo", "ro", "as", "ab", "oy", "geb", "jun", "sen", "jr", "sr",
			"haftungsbeschr\u00E4nkt", "dba", "l", "r", "n", "b");

	/** Words of what banks say about names, accounts and verifications. */
	private static final Set<String> TALK = Set.of("ist", "sind", "wird", "werden", "wurde", "wurden", "kann",
			"k\u00F6nnen", "k\u00F6nnte", "konnte", "nicht", "kein", "keine", "haben", "hat", "f\u00FChren", "dass",
			"stimmt", "lautet", "sie", "ihnen", "ihre", "bitte", "name", "namen", "names", "iban", "konto",
			"kontoinhaber", "empf\u00E4nger", "zahlungsempf\u00E4nger", "empf\u00E4ngername", "zahlung",
			"\u00FCberweisung", "\u00FCbereinstimmung", "abweichung", "treffer", "beinahe", "nahezu", "\u00E4hnlich",
			"pr\u00FCfung", "ergebnis", "hinweis", "achtung", "unbekannt", "verf\u00FCgbar", "angabe", "angegeben",
			"is", "are", "was", "were", "cannot", "could", "not", "does", "has", "have", "been", "your", "you",
			"please", "matches", "match", "matched", "matching", "mismatch", "close", "partial", "similar", "account",
			"payee", "beneficiary", "creditor", "payment", "verification", "result", "status", "warning", "notice",
			"note", "available", "unknown", "withheld", "provided", "notprovided", "none", "null", "nom",
			"correspondance", "compte", "rcvc", "rvmc", "rvnm", "rvna", "rvnc", "rvcm", "pdng");

	private NameShape() {
	}

	static boolean isName(String text) {
		return text.length() >= 2 && text.length() <= LONGEST && text.chars().anyMatch(Character::isLetter)
				&& !NOT_IN_NAMES.matcher(text).find() && !SENTENCES.matcher(text).find()
				&& Arrays.stream(WORDS.split(text)).allMatch(NameShape::isOfName);
	}

	private static boolean isOfName(String word) {
		if (word.isEmpty()) {
			return true;
		}
		String lower = word.toLowerCase(Locale.ROOT);
		return !TALK.contains(lower) && (!Character.isLowerCase(word.charAt(0)) || SMALL.contains(lower));
	}

}
