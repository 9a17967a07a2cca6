package dev.tickmark.desk;

import org.jspecify.annotations.Nullable;

/**
 * The name of a file that somebody brings. A browser may send anything for it.
 *
 * @param shown as the person's machine has it, without its folder
 * @param stored as it is stored: nothing in it that means something to a file system
 */
record FileName(String shown, String stored) {

	/** In bytes a file system takes 255; a sign has at most four. */
	private static final int LONGEST = 60;

	private static final int LONGEST_SHOWN = 200;

	private static final int LONGEST_ENDING = 12;

	private static final String NONE = "file";

	static FileName of(@Nullable String given) {
		String plain = (given != null) ? given : "";
		// a path of either kind; what stands behind its last divider is the name
		String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
		String shown = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "?").strip();
		if (shown.isEmpty() || shown.chars().allMatch((c) -> c == '.')) {
			shown = NONE;
		}
		return new FileName(cut(shown, LONGEST_SHOWN), stored(shown));
	}

	private static String stored(String shown) {
		String plain = shown.replaceAll("[^\\p{L}\\p{N}._-]+", "_").replaceAll("^[._-]+", "");
		return cut(plain.isEmpty() ? NONE : plain, LONGEST);
	}

	/** The ending is kept: it says what kind of file it is. */
	private static String cut(String name, int longest) {
		if (name.codePointCount(0, name.length()) <= longest) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String ending = (dot > 0 && name.length() - dot <= LONGEST_ENDING) ? name.substring(dot) : "";
		int end = name.offsetByCodePoints(0, longest - ending.codePointCount(0, ending.length()));
		return name.substring(0, end) + ending;
	}

}
