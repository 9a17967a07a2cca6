package dev.tickmark.web.run;

import dev.tickmark.ledger.Standing;

/**
 * How a run stands, in words.
 *
 * @param text the words
 * @param kind good, warn, bad or nothing: how it is coloured
 */
record StateWords(String text, String kind) {

	/** Of one that is to go on here. */
	static final StateWords WAITS = new StateWords("waits for its turn", "warn");

	/**
	 * The words.
	 * @param here whether it is at work in this process
	 */
	static StateWords of(Standing standing, boolean here) {
		if (here) {
			return new StateWords("at work", "good");
		}
		if (standing.owner() != null) {
			return new StateWords("at work elsewhere", "good");
		}
		return switch (standing.run().state()) {
			case STARTED -> new StateWords("cut off", "bad");
			case STOPPED -> new StateWords("stopped", "warn");
			case FAILED -> new StateWords("failed", "bad");
			case OPEN -> new StateWords("rows open", "warn");
			case COMPLETE -> new StateWords("complete", "");
		};
	}

}
