package dev.tickmark.report.payment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a payment message was split into: two messages that are the original character for
 * character, but for the transactions that are in the other one, payments without any,
 * counts, control sums and message ids. A half without transactions is not written: a
 * pain.001 must have one.
 *
 * @param halves what each half comes to
 */
public record PaymentSplit(Map<Half, Tally> halves) {

	public PaymentSplit {
		Map<Half, Tally> ordered = new EnumMap<>(Half.class);
		ordered.putAll(halves);
		halves = Collections.unmodifiableMap(ordered);
	}

	/** What a half comes to. */
	public Tally half(Half half) {
		return this.halves.getOrDefault(half, Tally.NOTHING);
	}

	/** Whether a half has transactions, and so is written. */
	public boolean has(Half half) {
		return half(half).transactions() > 0;
	}

	/**
	 * Splits a message. The transactions are the rows: the first CdtTrfTxInf of the
	 * document is the first row.
	 * @param simulated whether the verdicts were, which the halves then say in a comment
	 * @throws IllegalStateException when there are not as many rows as transactions
	 */
	public static PaymentSplit write(Original original, PayableRows rows, Outlet outlet, boolean simulated)
			throws IOException {
		PaymentSplit split = count(original, rows);
		try (SplitWriter writer = new SplitWriter(original, rows, split, simulated)) {
			writer.write(outlet);
		}
		return split;
	}

	private static PaymentSplit count(Original original, PayableRows rows) throws IOException {
		Map<Half, Tally> halves = new EnumMap<>(Half.class);
		try (Payments<Half> payments = new Payments<>(original, Half.class, rows::half)) {
			for (var payment = payments.next(); payment != null; payment = payments.next()) {
				payment.tallies().forEach((half, tally) -> halves.merge(half, tally, Tally::plus));
			}
			if (payments.rows() != rows.size()) {
				throw new IllegalStateException(
						"the message has " + payments.rows() + " transactions, there are " + rows.size() + " rows");
			}
		}
		return new PaymentSplit(halves);
	}

	/** Opens the file of a half, once and only for a half that has transactions. */
	@FunctionalInterface
	public interface Outlet {

		/** A stream that is closed when the half is complete. */
		OutputStream open(Half half) throws IOException;

	}

}
