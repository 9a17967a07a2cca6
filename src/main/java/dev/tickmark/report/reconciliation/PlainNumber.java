package dev.tickmark.report.reconciliation;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as programs write them, shown as people read them. */
final class PlainNumber {

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

	/** The places in front of every three digits before the decimal point. */
	private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9])(?=([0-9]{3})+(\\.|$))(?<!\\.[0-9]{0,30})");

	private PlainNumber() {
	}

	static boolean is(String text) {
		return NUMBER.matcher(text).matches();
	}

	/** With its thousands apart; what is no number as it is. */
	static String shown(String text) {
		return is(text) ? THOUSANDS.matcher(text).replaceAll(",") : text;
	}

	/** Whether it is a number, and not zero. */
	static boolean isSome(String text) {
		return is(text) && text.chars().anyMatch((c) -> c >= '1' && c <= '9');
	}

	static String shown(long number) {
		return String.format(Locale.ENGLISH, "%,d", number);
	}

}
