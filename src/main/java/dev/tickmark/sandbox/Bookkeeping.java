package dev.tickmark.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a simulated provider keeps the books on what it charged.
 *
 * @param statement whether it keeps a statement at all
 * @param price what one submission costs, 0 to 1,000,000 with at most six decimals
 * @param currency the currency of the price, three capital letters
 * @param drift whether what it says later may differ from what it said first, for those
 * payees whose markers ask for it
 */
record Bookkeeping(@DefaultValue("true") boolean statement, @DefaultValue("0.10") BigDecimal price,
		@DefaultValue("EUR") String currency, @DefaultValue("false") boolean drift) {

	private static final BigDecimal MOST = new BigDecimal(1_000_000);

	private static final int DECIMALS = 6;

	private static final int LONGEST_ID = 256;

	private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

	Bookkeeping {
		Check.that(price.signum() >= 0 && price.compareTo(MOST) <= 0 && price.scale() <= DECIMALS, "price",
				"must be from 0 to " + MOST + " with at most " + DECIMALS + " decimals, not " + price);
		Check.that(CURRENCY.matcher(currency).matches(), "currency", "must be three capital letters, not " + currency);
	}

	/** Whether what is said later of this number drifts in this way. */
	boolean drifts(Drift way, String number) {
		return this.drift && Drift.of(number) == way;
	}

	/**
	 * What a submission is charged with.
	 * @param millis when it was taken in, in milliseconds of the epoch
	 * @param id the reference that is handed out
	 * @param requestId what the client named its request, may be empty; no more than 256
	 * characters are kept
	 * @param account the whole number that is asked about, which is kept masked
	 */
	Charge charge(long millis, String id, String requestId, Conclusion conclusion, String account) {
		String kept = requestId.substring(0, Math.min(LONGEST_ID, requestId.length()));
		return new Charge(Instant.ofEpochMilli(millis), id, kept, conclusion, this.price, this.currency,
				Charge.masked(account));
	}

}
