package dev.tickmark.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a text of a row or an answer fit to be shown to an auditor: of what may be a
 * number of somebody's, the last four characters; of links and secrets, nothing.
 */
final class MaskedText {

	static final String WITHHELD = "(withheld)";

	/** So much of a text is looked at. */
	private static final int LONGEST = 2000;

	/** What may stand between the characters of one number. */
	private static final String BETWEEN = "[^\\p{L}\\p{N}]{0,4}";

	private static final Pattern LINK = Pattern.compile(
			"(?i)[a-z][a-z0-9+.-]{1,20}:[\\\\/]{2,}\\S*|https?(?::|%3a)\\S*|www\\.\\S*|(?:[a-z0-9-]+\\.)+[a-z]{2,}[/?]\\S*");

	private static final Pattern CREDENTIAL = Pattern.compile("(?i)\\b(bearer|basic|digest)\\s+\\S+");

	private static final Pattern PHRASE = Pattern.compile(
			"(?i)\\b((?:secure|access|security|one.time|activation|confirmation|sms)[ _-]?(?:code|token|password|pin))"
					+ "(?:\\s+(?:is|was))?(?:\\s*[:=]\\s*|\\s+)\\S+");

	/** A name with a value, in whatever form it was written. */
	private static final Pattern PAIR = Pattern.compile(
			"([A-Za-z][A-Za-z0-9_-]{1,40})(\\\\*[\"']?\\s*(?:[:=]|%3[aAdD])\\s*\\\\*[\"']?)([^\\s\"'\\\\,;&<>{}\\[\\]]+)");

	private static final String ALONE = "(?<![\\p{L}\\p{N}])(?<!\\p{N}[^\\p{L}\\p{N}]{1,2})";

	private static final String DATE = "(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";

	private static final String TIME = "[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?: ?Z|[+-][0-9]{2}:?[0-9]{2})?";

	/**
	 * In this order: what may be shown; an IBAN; a long word of letters and digits;
	 * digits with whatever between them.
	 */
	private static final Pattern NUMBER = Pattern.compile("(?<shown>" + ALONE + "(?:" + DATE + "(?:[T ]" + TIME + ")?|"
			+ TIME + "|(?:0[1-9]|[12][0-9]|3[01])\\.(?:0[1-9]|1[0-2])\\.(?:19|20)[0-9]{2}"
			+ "|[0-9]{1,7}[.,][0-9]{2}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
			+ "(?![\\p{L}\\p{N}])(?![^\\p{L}\\p{N}]{1,2}\\p{N}))"
			+ "|(?<![\\p{L}\\p{N}])(?=(?:[\\p{L} -]*\\p{N}){6})\\p{L}{2}\\p{N}{2}(?:[ -]?[\\p{L}\\p{N}]{4}){2,7}(?:[ -]?[\\p{L}\\p{N}]{1,4})?(?![\\p{L}\\p{N}])"
			+ "|(?<![\\p{L}\\p{N}])(?=[A-Za-z_+=/-]*[0-9])(?=[0-9_+=/-]*[A-Za-z])[A-Za-z0-9_+=/-]{16,}"
			+ "|(?<![\\p{L}\\p{N}])(?=(?:[a-z_+=/-]*[A-Z]+[a-z]){6})[A-Za-z_+=/-]{24,}"
			+ "|\\p{Nd}(?:[^\\p{L}\\p{Nd}]{0,3}\\p{Nd}){4,}");

	private final List<Pattern> own;

	private final List<Pattern> secrets;

	private final String reference;

	/**
	 * Made for one row.
	 * @param accounts the row's numbers, masked wherever they turn up
	 * @param secrets what its answers let somebody in with, withheld wherever it turns up
	 * @param reference the provider's reference, which may be shown; empty for none
	 */
	MaskedText(Collection<String> accounts, Collection<String> secrets, String reference) {
		this.own = patterns(accounts, 5);
		this.secrets = patterns(secrets, 6);
		this.reference = reference;
	}

	/** The text as it may be shown. */
	String of(String text) {
		String clean = PlainText.of(cut(text));
		if (isReference(clean) && isFree(clean)) {
			return clean;
		}
		for (Pattern secret : this.secrets) {
			clean = secret.matcher(clean).replaceAll(WITHHELD);
		}
		for (Pattern number : this.own) {
			clean = number.matcher(clean).replaceAll((found) -> MaskedText.last(found.group()));
		}
		clean = LINK.matcher(clean).replaceAll("(link withheld)");
		clean = CREDENTIAL.matcher(clean).replaceAll("$1 " + WITHHELD);
		clean = PAIR.matcher(clean).replaceAll(MaskedText::pair);
		clean = PHRASE.matcher(clean).replaceAll("$1 " + WITHHELD);
		return NUMBER.matcher(clean).replaceAll(MaskedText::number);
	}

	/** A text of several such, in which they may make up a number of the row again. */
	String together(String texts) {
		String clean = texts;
		for (Pattern number : this.own) {
			clean = number.matcher(clean).replaceAll((found) -> MaskedText.last(found.group()));
		}
		return clean;
	}

	/** The text as it may be shown, and not more of it than this. */
	String of(String text, int longest) {
		String masked = of(text);
		return (masked.length() <= longest) ? masked : masked.substring(0, longest) + "…";
	}

	/** Of a number, four characters at most, and never more than half of it. */
	static String last(String number) {
		String plain = number.replaceAll("[^\\p{L}\\p{N}]", "");
		int shown = Math.min(4, plain.length() / 2);
		return "…" + plain.substring(plain.length() - shown);
	}

	boolean isReference(String text) {
		return text.equals(this.reference);
	}

	/** Whether it holds nothing of what this row must not show. */
	boolean isFree(String text) {
		return this.own.stream().noneMatch((number) -> number.matcher(text).find())
				&& this.secrets.stream().noneMatch((secret) -> secret.matcher(text).find());
	}

	private static String pair(MatchResult found) {
		return SecretNames.include(found.group(1)) ? found.group(1) + "=" + WITHHELD
				: found.group().replace("\\", "\\\\").replace("$", "\\$");
	}

	private static String number(MatchResult found) {
		String shown = found.group("shown");
		return (shown != null) ? shown : last(found.group());
	}

	private static String cut(String text) {
		return (text.length() <= LONGEST) ? text
				: text.substring(0, LONGEST).replaceAll("[\\p{L}\\p{N}]{0,40}\\p{N}[\\p{L}\\p{N}]{0,40}$", "") + "…";
	}

	/** What finds these values again, however they are divided or spelled. */
	private static List<Pattern> patterns(Collection<String> values, int shortest) {
		List<Pattern> patterns = new ArrayList<>();
		values.stream()
			.map((value) -> value.replaceAll("[^\\p{L}\\p{N}]", ""))
			.filter((plain) -> plain.length() >= shortest && plain.length() <= 500)
			.distinct()
			.forEach(
					(plain) -> patterns.add(Pattern.compile(
							plain.codePoints()
								.mapToObj((character) -> Pattern.quote(Character.toString(character)))
								.collect(Collectors.joining(BETWEEN)),
							Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
		return patterns;
	}

}
