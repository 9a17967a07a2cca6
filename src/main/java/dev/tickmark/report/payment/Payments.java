package dev.tickmark.report.payment;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * What the payments (PmtInf) of a message come to, by kind of transaction. A message
 * tells counts and sums before the transactions, so whoever writes one reads it twice:
 * once for the transactions, and once here, a payment ahead.
 *
 * @param <K> the kinds
 */
final class Payments<K extends Enum<K>> implements Closeable {

	private final MessageReader message;

	private final Class<K> kinds;

	private final IntFunction<K> kindOf;

	private int rows;

	/**
	 * Begins at the first payment.
	 * @param kindOf the kind of the transaction that has this number, counted from 0
	 */
	Payments(Original original, Class<K> kinds, IntFunction<K> kindOf) throws IOException {
		this.message = MessageReader.open(original);
		this.kinds = kinds;
		this.kindOf = kindOf;
	}

	/** The next payment; null when there are no more. */
	@Nullable Payment<K> next() throws IOException {
		Map<K, Tally> tallies = new EnumMap<>(this.kinds);
		while (this.message.advance()) {
			if (this.message.ends(MessageElement.TRANSACTION)) {
				Tally one = Tally.NOTHING.plus(Amounts.of(this.message));
				tallies.merge(this.kindOf.apply(this.rows), one, Tally::plus);
				this.rows++;
			}
			else if (this.message.ends(MessageElement.PAYMENT)) {
				return new Payment<>(this.message.get(MessagePart.PAYMENT_ID),
						this.message.get(MessagePart.PAYMENT_COUNT), this.message.get(MessagePart.PAYMENT_SUM),
						tallies);
			}
		}
		return null;
	}

	/** How many transactions there were so far. */
	int rows() {
		return this.rows;
	}

	@Override
	public void close() throws IOException {
		this.message.close();
	}

	/**
	 * A payment.
	 *
	 * @param id its PmtInfId
	 * @param count its NbOfTxs, as written
	 * @param sum its CtrlSum, as written
	 * @param tallies what is in it; a kind that is not there is missing
	 */
	record Payment<K extends Enum<K>>(@Nullable String id, @Nullable String count, @Nullable String sum,
			Map<K, Tally> tallies) {

		Tally tally(K kind) {
			return this.tallies.getOrDefault(kind, Tally.NOTHING);
		}

	}

}
