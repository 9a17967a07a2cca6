package dev.tickmark.story;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The path of a call: its words, but no id that could be somebody's, and no value. */
final class MaskedPath {

	private static final Pattern WORD = Pattern.compile("[A-Za-z_.-]{0,40}|v[0-9]{1,2}(\\.[0-9]{1,2})?");

	private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private MaskedPath() {
	}

	static String of(String path, MaskedText text) {
		String[] parts = path.split("\\?", 2);
		String shown = Arrays.stream(parts[0].split("/", -1))
			.map((segment) -> segment(segment, text))
			.collect(Collectors.joining("/"));
		return (parts.length == 1) ? shown
				: shown + "?"
						+ Arrays.stream(parts[1].split("&"))
							.map((parameter) -> text.of(parameter.split("=", 2)[0], 40) + "=…")
							.collect(Collectors.joining("&"));
	}

	private static String segment(String segment, MaskedText text) {
		if (WORD.matcher(segment).matches()) {
			return text.of(segment);
		}
		String plain = decoded(segment);
		String shown = text.of(plain);
		// the provider's reference stays as it is
		return (shown.equals(plain) && (UUID.matcher(plain).matches() || text.isReference(plain))) ? plain
				: MaskedText.last(plain);
	}

	private static String decoded(String segment) {
		try {
			return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException _) {
			return segment;
		}
	}

}
