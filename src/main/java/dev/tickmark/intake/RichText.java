package dev.tickmark.intake;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;

/**
 * The text of a cell, which may be made of runs with fonts of their own. How it is to be
 * pronounced (phonetic runs) is left out: no reader sees it as part of the text.
 */
final class RichText {

	/** The most characters that a cell can hold. */
	static final int LONGEST = 32_767;

	/** A character that XML cannot hold, written as its code: {@code _x000D_}. */
	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private static final String LOST = "\uFFFD";

	private RichText() {
	}

	/**
	 * Reads an element that has text in runs or without, to its end.
	 * @return the text, one character more than a cell can hold where it is longer
	 */
	static String read(XmlPart xml) throws UnreadableFile {
		StringBuilder text = new StringBuilder();
		boolean inText = false;
		for (int depth = 1; depth > 0;) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					if (xml.element().equals("rPh")) {
						xml.skipElement();
					}
					else {
						inText = xml.element().equals("t");
						depth++;
					}
				}
				case XMLStreamConstants.END_ELEMENT -> {
					inText = false;
					depth--;
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
					if (inText) {
						xml.textTo(text, LONGEST + 1);
					}
				}
				default -> {
					// comments and the like
				}
			}
		}
		return decoded(text.toString());
	}

	/** With the characters that were written as their codes. */
	static String decoded(String text) {
		return text.contains("_x") ? mended(ESCAPE.matcher(text).replaceAll(RichText::character)) : text;
	}

	private static String character(MatchResult escape) {
		char c = (char) Integer.parseInt(escape.group(1), 16);
		// No other part of the program takes a NUL
		return (c == 0) ? LOST : (c == '\\' || c == '$') ? "\\" + c : String.valueOf(c);
	}

	/** Half a character cannot be written anywhere. */
	private static String mended(String text) {
		return text.codePoints()
			.map((c) -> (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? LOST.charAt(0) : c)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
