package dev.tickmark.console;

/** What a person was to give was not given; the message says what, in a sentence. */
final class NotGiven extends Exception {

	private static final long serialVersionUID = 1L;

	NotGiven(String message) {
		super(message);
	}

}
