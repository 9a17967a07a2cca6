package dev.tickmark.report.payment;

import java.math.BigDecimal;

/**
 * Transactions and what they come to.
 *
 * @param transactions how many
 * @param sum the exact sum of their amounts, whatever the currencies, as ISO 20022 has it
 * for control sums; an amount that cannot be read counts as nothing
 */
public record Tally(long transactions, BigDecimal sum) {

	static final Tally NOTHING = new Tally(0, BigDecimal.ZERO);

	Tally plus(BigDecimal amount) {
		return new Tally(this.transactions + 1, this.sum.add(amount));
	}

	Tally plus(Tally other) {
		return new Tally(this.transactions + other.transactions, this.sum.add(other.sum));
	}

}
