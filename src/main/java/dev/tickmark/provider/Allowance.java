package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;

/**
 * What is left of one of a lane's limits.
 *
 * @param calls how many calls are allowed in any stretch of {@code per}
 * @param per the length of the window
 * @param left how many of them may still be sent now
 * @param next when the next one may be sent; now, when some are left
 */
public record Allowance(int calls, Duration per, long left, Instant next) {

	/** {@code 1,000 calls per 1m}, for instance. */
	public String limit() {
		return Limit.text(this.calls, this.per);
	}

}
