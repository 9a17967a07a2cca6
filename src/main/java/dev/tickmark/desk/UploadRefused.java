package dev.tickmark.desk;

/** A file that was not taken; nothing is left of it. The message is a sentence. */
public class UploadRefused extends Exception {

	private static final long serialVersionUID = 1;

	private final boolean tooLarge;

	private UploadRefused(String sentence, boolean tooLarge) {
		super(sentence);
		this.tooLarge = tooLarge;
	}

	static UploadRefused because(String sentence) {
		return new UploadRefused(sentence, false);
	}

	static UploadRefused tooLarge(String sentence) {
		return new UploadRefused(sentence, true);
	}

	public boolean isTooLarge() {
		return this.tooLarge;
	}

	/** What is to be told. */
	public String sentence() {
		return String.valueOf(getMessage());
	}

}
