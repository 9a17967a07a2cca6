package dev.tickmark.web.release;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A sum of amounts as it is shown.
 *
 * @param currency empty where the file does not say
 */
record Money(String currency, String amount) {

	private static final int MOST_DECIMALS = 5;

	/** In the order of the currencies. */
	static List<Money> of(Map<String, BigDecimal> sums) {
		return sums.entrySet().stream().map((sum) -> new Money(sum.getKey(), shown(sum.getValue()))).toList();
	}

	private static String shown(BigDecimal amount) {
		return String.format(Locale.ENGLISH, "%,." + Math.clamp(amount.scale(), 2, MOST_DECIMALS) + "f", amount);
	}

}
