package dev.tickmark.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The name that a bank suggests for a close match, in the midst of other text. There is
 * no rule for that text: the name is found behind words that announce it, in German or
 * English, or where there is nothing but the name and a legal notice. Where there is any
 * doubt there is none.
 */
final class SuggestedName {

	private static final String OPENING = "[\"\u201E\u201C\u201D\u00AB\u00BB]";

	private static final String GERMAN = "(?:der )?(?:(?:tats\u00E4chliche|korrekte|richtige|hinterlegte|abweichende|"
			+ "zur\u00FCckgemeldete|gemeldete|erhaltene|empfangene|vorgeschlagene)r? )?name"
			+ "(?: (?:des|der|vom) (?:zahlungsempf(?:\u00E4|ae)nger|empf(?:\u00E4|ae)nger|kontoinhaber|beg\u00FCnstigte)(?:s|n|in)?)?"
			+ "(?: (?:lautet|ist))?(?: wie folgt)?";

	private static final String ENGLISH = "(?:the )?(?:(?:received|actual|registered|correct|returned|suggested|proposed|"
			+ "matched|matching|alternative) )?(?:(?:payee|beneficiary|creditor|account holder)(?:['\u2019]s)? )?name"
			+ "(?: of the (?:payee|beneficiary|creditor|account holder))?(?: (?:is|reads))?(?: as follows)?";

	/** At the beginning of a line or a sentence, so that nothing before changes it. */
	private static final Pattern ANNOUNCED = Pattern.compile("(?:^|[\\n.!?;])\\s*(?:" + GERMAN + "|" + ENGLISH
			+ "|meinten sie|did you mean)\\s*(?::|(?=" + OPENING + "))\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	/** How legal notices begin: several words each, as one alone may be of a name. */
	private static final Pattern NOTICE = Pattern.compile("(?<![\\p{L}\\p{N}])(?:die autorisierung (?:der|einer|des)|"
			+ "eine autorisierung|autorisieren sie|(?:wenn|falls|sofern|sollten) sie |in diesem fall|"
			+ "bitte (?:pr\u00FCfen|beachten|kontrollieren|vergewissern|\u00FCberpr\u00FCfen)|(?:der|die|das) von ihnen |"
			+ "(?:die|eine) (?:zahlung|\u00FCberweisung|ausf\u00FChrung) (?:kann|k\u00F6nnte|wird|der)|(?:rechtlicher )?hinweis:|"
			+ "kontrollieren sie|pr\u00FCfen sie|authori[sz]ing (?:the|this|a)|by authori[sz]ing|if you |should you |"
			+ "in (?:this|that|such a) case|please (?:check|note|verify|contact|make|be|confirm)|note that|"
			+ "(?:the|this|your) payment (?:may|might|could|will)|the name you |(?:legal )?notice:|be aware)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern QUOTED = Pattern
		.compile(OPENING + "([^\"\u201E\u201C\u201D\u00AB\u00BB]+)[\"\u201C\u201D\u00AB\u00BB]");

	/** A full stop behind these belongs to the name. */
	private static final Pattern ABBREVIATED = Pattern.compile(
			"(?iu)(?:^|.*[\\s.&])(?:\\p{L}|co|ltd|inc|corp|bros|gebr|jr|sr|jun|sen|dr|prof|dipl|ing|llc|plc|int)\\.$");

	private final JoinedLines lines;

	private final LooseName sent;

	private SuggestedName(JoinedLines lines, LooseName sent) {
		this.lines = lines;
		this.sent = sent;
	}

	/**
	 * Looks for the name.
	 * @param name the name that was sent: it is no suggestion
	 * @return null when there is none, or none for certain
	 */
	static @Nullable String find(List<BankLine> lines, @Nullable String name) {
		List<BankLine> ours = lines.stream().filter(BankLine::isOfCloseMatch).toList();
		LooseName sent = LooseName.of(name);
		Set<String> found = new HashSet<>();
		for (String gap : List.of("", " ")) {
			String one = new SuggestedName(JoinedLines.of(ours, sent, gap), sent).find();
			if (one != null) {
				found.add(one);
			}
		}
		String one = (found.size() == 1) ? found.iterator().next() : null;
		return (one != null && !sent.means(one)) ? one : null;
	}

	private @Nullable String find() {
		Matcher announced = ANNOUNCED.matcher(this.lines.text());
		if (!announced.find()) {
			String name = name(0);
			// Nothing says that it is a name: it has to look like the one it is to
			// replace
			return (name != null && this.sent.resembles(name)) ? name : null;
		}
		String name = name(announced.end());
		while (announced.find()) {
			String other = name(announced.end());
			if (name == null || !name.equals(other)) {
				return null;
			}
		}
		return name;
	}

	/** The name that begins here and ends where a notice or the text does. */
	private @Nullable String name(int start) {
		String text = this.lines.text();
		Matcher quoted = QUOTED.matcher(text).region(start, text.length());
		if (quoted.lookingAt()) {
			boolean alone = start > 0 || isNotice(quoted.end());
			return alone ? checked(quoted.start(1), quoted.end(1)) : null;
		}
		Matcher notice = NOTICE.matcher(text).region(start, text.length()).useTransparentBounds(true);
		int end = notice.find() ? notice.start() : text.length();
		// Some banks open a quotation and never close it
		boolean open = start < end && Pattern.matches(OPENING, text.substring(start, start + 1));
		return checked(open ? start + 1 : start, end);
	}

	private boolean isNotice(int start) {
		String rest = this.lines.text().substring(start).replaceFirst("^[\\s.,]+", "");
		return rest.isEmpty() || NOTICE.matcher(rest).lookingAt();
	}

	private @Nullable String checked(int start, int end) {
		String name = this.lines.text().substring(start, end).strip();
		String bare = (name.endsWith(".") && !ABBREVIATED.matcher(name).matches())
				? name.substring(0, name.length() - 1) : name;
		int last = start + this.lines.text().substring(start, end).stripTrailing().length();
		return this.lines.isClear(start, last) && NameShape.isName(bare) ? Text.collapsed(bare) : null;
	}

}
