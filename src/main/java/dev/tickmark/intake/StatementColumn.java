package dev.tickmark.intake;

import java.util.Locale;

/** The columns of a provider's statement that mean something to us. */
public enum StatementColumn {

	/** The provider's own id of a verification. */
	REFERENCE,
	/** What we called the request: the idempotency key of a call. */
	KEY,
	/** When the line came about. */
	TIME,
	/** What it is for. */
	KIND,
	/** What the verification came to. */
	RESULT,
	/** What it cost. */
	PRICE,
	/** In which currency. */
	CURRENCY,
	/** The account that was asked about, perhaps masked. */
	ACCOUNT,
	/** The name that was asked about. */
	NAME;

	/** As a definition writes it. */
	public String written() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether a line can be found again by it. */
	boolean identifies() {
		return switch (this) {
			case REFERENCE, KEY, ACCOUNT -> true;
			case TIME, KIND, RESULT, PRICE, CURRENCY, NAME -> false;
		};
	}

}
