package dev.tickmark.ledger.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The payable half of a run, as a report found it.
 *
 * @param pass the run's pass then
 * @param sha256 of its rows: a release holds for these
 * @param rows how many
 * @param accepted how many of them are close matches that a person has accepted
 * @param sums of the amounts that the file tells, by currency; an empty one where it does
 * not say
 * @param unreadable how many rows have an amount that cannot be read
 */
public record PayableHalf(long run, int pass, String sha256, long rows, long accepted, Map<String, BigDecimal> sums,
		long unreadable, Instant foundAt) {

	public PayableHalf {
		sums = Collections.unmodifiableMap(new TreeMap<>(sums));
	}

}
