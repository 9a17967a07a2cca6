package dev.tickmark.people;

import dev.tickmark.ledger.people.ApiKey;

/** What becomes of the wish for an API key. */
public sealed interface NewKey {

	/**
	 * It was made.
	 *
	 * @param text the whole key: it is shown now, or never
	 */
	record Made(ApiKey key, String text) implements NewKey {

		@Override
		public String toString() {
			return "Made[key=" + this.key + "]";
		}

	}

	/**
	 * It was not.
	 *
	 * @param why a sentence
	 */
	record Refused(String why) implements NewKey {

	}

}
