package dev.tickmark.intake;

import java.util.BitSet;
import java.util.List;

/**
 * Lines put together again.
 *
 * @param text the whole, with a line break where a line ends of itself
 * @param unclear the positions before which there may or may not be a space
 */
record JoinedLines(String text, BitSet unclear) {

	/**
	 * Puts lines together.
	 * @param sent the name that was sent, whose words tell what is one word
	 * @param gap what to put where it is unclear
	 */
	static JoinedLines of(List<BankLine> lines, LooseName sent, String gap) {
		StringBuilder text = new StringBuilder();
		BitSet unclear = new BitSet();
		for (int i = 0; i < lines.size(); i++) {
			if (i > 0) {
				switch (Seam.between(lines.get(i - 1), lines.get(i), sent)) {
					case NOTHING -> {
						// one word
					}
					case SPACE -> text.append(' ');
					case LINE -> text.append('\n');
					case UNCLEAR -> {
						text.append(gap);
						unclear.set(text.length());
					}
				}
			}
			text.append(lines.get(i).text().strip().replaceAll("\\s+", " "));
		}
		return new JoinedLines(text.toString(), unclear);
	}

	/** Whether it is known how the text in between was written. */
	boolean isClear(int start, int end) {
		int next = this.unclear.nextSetBit(start + 1);
		return next < 0 || next >= end;
	}

}
