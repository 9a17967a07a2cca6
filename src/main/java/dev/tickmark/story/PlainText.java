package dev.tickmark.story;

/** Text that does nothing but say something. */
public final class PlainText {

	private PlainText() {
	}

	/** Without anything that acts upon a terminal, or ends a line. */
	public static String of(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
	}

}
