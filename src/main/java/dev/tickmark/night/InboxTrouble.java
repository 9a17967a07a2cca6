package dev.tickmark.night;

/** A folder of an inbox that cannot be used now. The message is a sentence. */
class InboxTrouble extends Exception {

	private static final long serialVersionUID = 1;

	InboxTrouble(String sentence) {
		super(sentence);
	}

}
