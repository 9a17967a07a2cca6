package dev.tickmark.provider.paysafe;

/** What to do next for a customer. */
sealed interface Step {

	/**
	 * Look for an open session.
	 *
	 * @param page which page of the list, from 0
	 */
	record Look(int page) implements Step {

		/** How many sessions one page has at most, by Paysafe's own bound. */
		static final int SIZE = 50;

		/** So many pages are looked through: a list has no end of its own. */
		static final int MOST = 5;

		static final Look FIRST = new Look(0);

	}

	/** Open a session: the list has none. */
	record Open() implements Step {

	}

	/**
	 * Follow a session.
	 *
	 * @param id its id
	 */
	record Follow(String id) implements Step {

	}

}
