package dev.tickmark.console;

import java.util.Locale;
import java.util.regex.Pattern;

/** A word of a command as a POSIX shell reads it: quoted where it has to be. */
final class ShellWord {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

	private ShellWord() {
	}

	static String of(String word) {
		if (PLAIN.matcher(word).matches()) {
			return word;
		}
		// what is printed must not act upon the terminal
		return CONTROL.matcher(word).find() ? escaped(word) : "'" + word.replace("'", "'\\''") + "'";
	}

	private static String escaped(String word) {
		StringBuilder quoted = new StringBuilder("$'");
		word.codePoints().forEach((character) -> {
			if (character == '\'' || character == '\\') {
				quoted.append('\\').appendCodePoint(character);
			}
			else if (CONTROL.matcher(Character.toString(character)).matches()) {
				quoted.append(String.format(Locale.ROOT, (character <= 0xffff) ? "\\u%04x" : "\\U%08x", character));
			}
			else {
				quoted.appendCodePoint(character);
			}
		});
		return quoted.append('\'').toString();
	}

}
