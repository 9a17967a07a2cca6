package dev.tickmark.report.workbook;

import java.util.regex.Pattern;

/** Text as the cell of a workbook takes it. */
final class CellText {

	/** The most characters that a cell holds. */
	static final int LONGEST = 32_767;

	/**
	 * What would be read as the code of another character, see ISO/IEC 29500-1,
	 * 22.9.2.19.
	 */
	private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	private CellText() {
	}

	/** The text as it is, or its beginning and an ellipsis where it is too long. */
	static String of(String text) {
		String literal = text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F_") : text;
		if (literal.length() <= LONGEST) {
			return literal;
		}
		int end = LONGEST - 1;
		return literal.substring(0, Character.isHighSurrogate(literal.charAt(end - 1)) ? end - 1 : end) + "…";
	}

}
