package dev.tickmark.sandbox;

/**
 * What a person sees who opens the link of a session. All of it is the sandbox's own
 * text.
 */
final class PaysafePage {

	private PaysafePage() {
	}

	/** Where the person would choose an account; looking changes nothing. */
	static Reply choice(String status) {
		return page(200, "Choose an account",
				"Here the person would choose an account. Nobody has to: the sandbox simulates the person too. The "
						+ "session's status is " + status + ".");
	}

	/** Assumption: what a link answers that does not open is not documented. */
	static Reply closed(int status, String why) {
		return page(status, "This link does not open", why);
	}

	private static Reply page(int status, String title, String text) {
		return Reply.text(status, "text/html", """
				<!doctype html>
				<html lang="en"><head><meta charset="utf-8"><title>Tickmark sandbox: %1$s</title>
				<link rel="icon" href="data:,"></head><body>
				<h1>%1$s</h1>
				<p>%2$s</p>
				<p>A simulation of Paysafe. Nothing here says anything about a real account.</p>
				</body></html>
				""".formatted(title, text)).with("Cache-Control", "no-store");
	}

}
