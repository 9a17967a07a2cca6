package dev.tickmark.payee;

import java.util.Arrays;

/** Whether one word may be meant by another. */
public final class Nearest {

	/** How many letters may differ between a wrong name and the one that was meant. */
	private static final int SIMILAR = 3;

	private Nearest() {
	}

	/** Whether so few letters differ that it is probably a slip. */
	public static boolean isNear(String written, String known) {
		int distance = distance(written, known);
		// who slips more than once has still begun with the right letter
		boolean begins = !written.isEmpty() && written.charAt(0) == known.charAt(0);
		return distance <= (begins ? Math.min(SIMILAR, known.length() / 2) : 1);
	}

	/** How many letters have to be added, removed or changed (Levenshtein). */
	public static int distance(String left, String right) {
		int[] row = new int[right.length() + 1];
		Arrays.setAll(row, (i) -> i);
		for (int i = 1; i <= left.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int changed = diagonal + ((left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[right.length()];
	}

}
