package dev.tickmark.sandbox;

/** The account holder's name as the bank has it. */
final class Holder {

	private static final String VOWELS = "aeiouy";

	private static final String OTHERS = "eiayoi";

	private Holder() {
	}

	/**
	 * A name as people write it: {@code Doe,John,,Mr} and {@code ,,,Mr John Doe} are the
	 * forms Banfico documents; of joint holders, the first.
	 */
	static String plain(String name) {
		String first = name.split(";", 2)[0].strip();
		if (first.startsWith(",,,")) {
			return first.substring(3).strip();
		}
		String[] parts = first.split(",", -1);
		if (parts.length != 4) {
			return first;
		}
		String joined = String.join(" ", parts[3].strip(), parts[1].strip(), parts[2].strip(), parts[0].strip());
		return joined.replaceAll(" +", " ").strip();
	}

	/** A name that is close to the one given but not the same: one vowel differs. */
	static String similar(String name) {
		StringBuilder similar = new StringBuilder(plain(name));
		for (int i = similar.length() - 1; i > 0; i--) {
			int vowel = VOWELS.indexOf(similar.charAt(i));
			if (vowel >= 0) {
				similar.setCharAt(i, OTHERS.charAt(vowel));
				return similar.toString();
			}
		}
		return similar.append('s').toString();
	}

}
