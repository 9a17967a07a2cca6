package dev.tickmark.report.payment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Amounts as a message writes them. */
final class Amounts {

	/** No exponent: it could stand for a number of a million digits. */
	private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,30}(\\.[0-9]{0,20})?|\\.[0-9]{1,20})");

	private Amounts() {
	}

	/** The number that a text writes; null when it writes none. */
	static @Nullable BigDecimal decimal(@Nullable String text) {
		return (text != null && DECIMAL.matcher(text).matches()) ? new BigDecimal(text) : null;
	}

	/** What the transaction adds to a control sum; nothing when that cannot be read. */
	static BigDecimal of(MessageReader message) {
		String instructed = message.get(MessagePart.INSTRUCTED_AMOUNT);
		BigDecimal amount = decimal((instructed != null) ? instructed : message.get(MessagePart.EQUIVALENT_AMOUNT));
		return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
	}

}
