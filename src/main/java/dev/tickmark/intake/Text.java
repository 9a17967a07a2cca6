package dev.tickmark.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What holds for the text of every column. */
final class Text {

	/** All white space of Unicode, the no-break spaces of spreadsheets included. */
	private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

	/** Invisible marks come along when numbers are copied from a web page or a PDF. */
	private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}]+");

	private Text() {
	}

	static String stripped(String text) {
		String stripped = text.strip();
		return (isPlainAtEnds(stripped)) ? stripped : ENDS.matcher(stripped).replaceAll("");
	}

	private static boolean isPlainAtEnds(String text) {
		return text.isEmpty() || (text.charAt(0) < 0x80 && text.charAt(text.length() - 1) < 0x80);
	}

	/** In composed form (NFC), every stretch of white space as one space. */
	static String collapsed(String text) {
		String stripped = stripped(text);
		return isCollapsed(stripped) ? stripped
				: SPACE.matcher(Normalizer.normalize(stripped, Normalizer.Form.NFC)).replaceAll(" ");
	}

	/** Whether there are but single spaces between characters that are composed. */
	private static boolean isCollapsed(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c > '~' || c < ' ' || (c == ' ' && text.charAt(i - 1) == ' ')) {
				return false;
			}
		}
		return true;
	}

	/** Without the spaces and hyphens that people put between groups of digits. */
	static String joined(String text) {
		return isJoined(text) ? text : SEPARATORS.matcher(text).replaceAll("");
	}

	private static boolean isJoined(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c > '~' || c <= ' ' || c == '-') {
				return false;
			}
		}
		return true;
	}

	/** What no value to be asked with may contain; null when there is nothing of it. */
	static @Nullable String flaw(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
				return "A control character (U+%04X) is in the value. Remove it.".formatted((int) c);
			}
			if (c == '\uFFFD') {
				return "A letter was lost when the file was converted (the value has the sign \uFFFD). Restore it.";
			}
		}
		return null;
	}

	static boolean isAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= 0x80) {
				return false;
			}
		}
		return true;
	}

}
