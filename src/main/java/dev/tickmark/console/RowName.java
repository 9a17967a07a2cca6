package dev.tickmark.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What a person calls a row: the line on which it begins, and where several do, which of
 * them.
 *
 * @param nth counted from 1; null when it was not said
 */
record RowName(long line, @Nullable Long nth) {

	/** More digits than these have no lines. */
	private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})(?::(\\d{1,18}))?");

	static RowName of(String text) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw new TypeConversionException("'" + Paragraph.harmless(text)
					+ "' is no line. Give the number of the line, such as 7, or where several rows begin on it, 7:2 for"
					+ " the second of them.");
		}
		String nth = form.group(2);
		if (nth != null && Long.parseLong(nth) < 1) {
			throw new TypeConversionException("rows on a line are counted from 1: '" + text + "' is none.");
		}
		return new RowName(Long.parseLong(form.group(1)), (nth != null) ? Long.valueOf(nth) : null);
	}

	/** Reads it from a command line. */
	static final class Converter implements ITypeConverter<RowName> {

		@Override
		public RowName convert(String text) {
			return RowName.of(text);
		}

	}

}
