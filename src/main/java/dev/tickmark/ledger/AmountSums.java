package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the rows of a run come to. Sums are exact.
 *
 * @param sums of all rows, by currency; an empty one where nobody says
 * @param byVerdict the same rows by the verdict that each has, then by currency
 * @param unread how many rows have no amount that can be read for certain
 * @param unlike how many rows have another amount than was taken in for the payee
 */
public record AmountSums(Map<String, BigDecimal> sums, Map<String, Map<String, BigDecimal>> byVerdict, long unread,
		long unlike) {

	/** What the rows with one verdict come to in one currency. */
	public BigDecimal of(String verdict, String currency) {
		return this.byVerdict.getOrDefault(verdict, Map.of()).getOrDefault(currency, BigDecimal.ZERO);
	}

	/** What the rows of all verdicts come to in one currency. */
	public BigDecimal ofVerdicts(String currency) {
		return this.byVerdict.keySet()
			.stream()
			.map((verdict) -> of(verdict, currency))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * The sum over all currencies, as ISO 20022 has it for a payment file's control sum.
	 */
	public BigDecimal control() {
		return this.sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
