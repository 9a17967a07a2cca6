package dev.tickmark.notice;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.notice.Delivery;
import dev.tickmark.ledger.notice.Way;

/** Delivers notices in one way. */
interface Courier {

	Way way();

	/** Why it cannot deliver anything, a sentence; null when it can. */
	@Nullable String obstacle();

	/**
	 * Delivers one.
	 * @throws Undelivered when it was not taken, or nobody knows
	 */
	void deliver(Delivery delivery) throws Undelivered;

}
