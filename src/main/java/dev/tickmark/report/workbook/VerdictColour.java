package dev.tickmark.report.workbook;

import dev.tickmark.payee.Verdict;

/**
 * The colours of a verdict. They run from blue over yellow to orange and grey and differ
 * in how light they are, so that nobody needs to tell red from green; and the verdict
 * always stands beside its colour in words.
 *
 * @param fill the background, as 0xRRGGBB
 * @param text the text on it, with a contrast of at least 4.5 to 1
 * @param bold whether it is to be seen from afar
 */
record VerdictColour(int fill, int text, boolean bold) {

	private static final int DARK = 0x1A1A1A;

	private static final int LIGHT = 0xFFFFFF;

	static VerdictColour of(Verdict verdict) {
		return switch (verdict) {
			case MATCH -> new VerdictColour(0xBFDFF2, DARK, false);
			case CLOSE_MATCH -> new VerdictColour(0xFBF3A8, DARK, false);
			case NO_MATCH -> new VerdictColour(0xB84A00, LIGHT, true);
			case ACCOUNT_NOT_FOUND -> new VerdictColour(0xE69F00, DARK, true);
			case ACCOUNT_UNUSABLE -> new VerdictColour(0xF6CF8A, DARK, true);
			case UNABLE_TO_CHECK -> new VerdictColour(0xD9D9D9, DARK, false);
			case PENDING -> new VerdictColour(0xE4E0F5, DARK, false);
			case ACTION_REQUIRED -> new VerdictColour(0xE3B7CF, DARK, true);
			case REJECTED_INPUT -> new VerdictColour(0x4D4D4D, LIGHT, true);
			case PROVIDER_ERROR -> new VerdictColour(0xA6A6A6, DARK, true);
		};
	}

	byte[] fillBytes() {
		return bytes(this.fill);
	}

	byte[] textBytes() {
		return bytes(this.text);
	}

	static byte[] bytes(int colour) {
		return new byte[] { (byte) (colour >> 16), (byte) (colour >> 8), (byte) colour };
	}

}
