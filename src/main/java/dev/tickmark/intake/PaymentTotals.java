package dev.tickmark.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the transactions of a message, or of a payment within it, come to. Sums are exact.
 */
final class PaymentTotals {

	/** More digits and decimals than ISO 20022 allows for an amount; no exponent. */
	private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,30}(\\.[0-9]{0,20})?|\\.[0-9]{1,20})");

	private static final int SHOWN_CURRENCIES = 5;

	private long count;

	private BigDecimal sum = BigDecimal.ZERO;

	private final Set<String> currencies = new TreeSet<>();

	/** The number that a text writes; null when it writes none. */
	static @Nullable BigDecimal decimal(@Nullable String text) {
		return (text != null && DECIMAL.matcher(text).matches()) ? new BigDecimal(text) : null;
	}

	void add(@Nullable BigDecimal amount, @Nullable String currency) {
		this.count++;
		this.sum = (amount != null) ? this.sum.add(amount) : this.sum;
		if (currency != null && this.currencies.size() <= SHOWN_CURRENCIES) {
			this.currencies.add(currency);
		}
	}

	/** What the count and the sum that are stated have wrong, a sentence each. */
	List<String> disagreements(String place, Map<PaymentValue, String> values, PaymentValue stated,
			PaymentValue statedSum) {
		List<String> wrong = new ArrayList<>();
		String number = values.get(stated);
		BigDecimal counted = decimal(number);
		if (number != null && (counted == null || counted.compareTo(BigDecimal.valueOf(this.count)) != 0)) {
			wrong.add(place + " states in NbOfTxs " + Shown.value(number) + ", there are "
					+ Shown.count(this.count, "transaction") + ".");
		}
		String control = values.get(statedSum);
		BigDecimal added = decimal(control);
		if (control != null && (added == null || added.compareTo(this.sum) != 0)) {
			wrong.add(place + " states in CtrlSum \"" + Shown.text(control, 30) + "\", the amounts add up to "
					+ this.sum.toPlainString() + ".");
		}
		return wrong;
	}

	/** The currencies that are added up in one number; null when it is not several. */
	@Nullable String mixed() {
		if (this.currencies.size() < 2) {
			return null;
		}
		String shown = String.join(", ", this.currencies.stream().limit(SHOWN_CURRENCIES).toList());
		return Shown.text(shown, 40) + ((this.currencies.size() > SHOWN_CURRENCIES) ? " and more" : "");
	}

}
