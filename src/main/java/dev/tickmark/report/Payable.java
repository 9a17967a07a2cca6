package dev.tickmark.report;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What can be paid of a run.
 *
 * @param rows how many
 * @param sha256 tells these rows from others
 * @param accepted how many of them are close matches that persons have accepted
 * @param sums of their amounts, by currency; an empty one where the file does not say
 * @param unreadable how many of them have an amount that cannot be read
 */
public record Payable(long rows, String sha256, long accepted, Map<String, BigDecimal> sums, long unreadable) {

	public Payable {
		sums = Map.copyOf(sums);
	}

}
