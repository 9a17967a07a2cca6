package dev.tickmark.notice;

/** A notice was not delivered. The message is short and may be shown to anybody. */
class Undelivered extends Exception {

	private static final long serialVersionUID = 1;

	private static final int LONGEST = 200;

	Undelivered(String why) {
		super(masked(why));
	}

	Undelivered(String why, Exception cause) {
		super(masked(why), cause);
	}

	/** What a server says may have anything in it. */
	private static String masked(String text) {
		String clean = text.replaceAll("\\p{Cntrl}+", " ")
			.replaceAll("[^\\s@<>]+@[^\\s@<>]+", "(address)")
			// whoever has the whole address of a webhook may call it
			.replaceAll("(https?://[^\\s/?#]+)[/?#]\\S*", "$1/…")
			.replaceAll("[0-9]{5,}", "…")
			.replaceAll("[A-Za-z0-9+/=_-]{25,}", "…");
		return (clean.length() <= LONGEST) ? clean : clean.substring(0, LONGEST) + "…";
	}

}
