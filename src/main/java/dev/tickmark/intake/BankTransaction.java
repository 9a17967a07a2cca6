package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Verdict;

/** Gathers what a bank's report says of one transaction. */
final class BankTransaction {

	private static final String NONE = "NOTPROVIDED";

	private final Map<BankValue, String> values = new EnumMap<>(BankValue.class);

	private final List<BankLine> lines = new ArrayList<>();

	/** The codes of the status and the reasons. */
	private final Set<VerificationCode> stated = VerificationCode.none();

	private boolean pending;

	private final long line;

	BankTransaction(long line) {
		this.line = line;
	}

	long line() {
		return this.line;
	}

	/** Of what repeats and is neither reason nor text, the first is kept. */
	void keep(BankValue value, String written) {
		if (value == BankValue.TEXT) {
			this.lines.add(BankLine.of(written));
			return;
		}
		this.values.putIfAbsent(value, written);
		if (value == BankValue.STATUS || value == BankValue.REASON) {
			VerificationCode code = VerificationCode.of(written);
			if (code != null && code.verdict() != null) {
				this.stated.add(code);
			}
			this.pending |= written.equals(BankStatus.PENDING);
		}
	}

	/** The codes that decide; several contradict each other. */
	Set<VerificationCode> codes() {
		Set<VerificationCode> told = VerificationCode.none();
		this.lines.forEach((text) -> told.addAll(text.codes()));
		told.removeIf((code) -> code.verdict() == null);
		// Whoever explains all codes below the one that holds contradicts nothing
		boolean explained = this.stated.size() == 1 && told.containsAll(this.stated);
		Set<VerificationCode> codes = VerificationCode.none();
		codes.addAll(this.stated);
		if (!explained) {
			codes.addAll(told);
		}
		return codes;
	}

	/**
	 * The transaction.
	 * @param number which one it is
	 * @param part the id of the payment information that it is in
	 */
	BankPayment payment(long number, @Nullable String part) {
		BankStatus status = BankStatus.of(get(BankValue.STATUS), codes(), this.pending);
		String name = get(BankValue.NAME);
		boolean close = status != null && status.verdict() == Verdict.CLOSE_MATCH;
		String uetr = get(BankValue.UETR);
		return new BankPayment(number, this.line, (part != null) ? part : given(BankValue.PAYMENT_PART),
				given(BankValue.INSTRUCTION_ID), given(BankValue.END_TO_END_ID),
				(uetr != null) ? uetr.toLowerCase(Locale.ROOT) : null, account(), name,
				PaymentTotals.decimal(get(BankValue.AMOUNT)), get(BankValue.CURRENCY), status,
				close ? SuggestedName.find(this.lines, name) : null, text(name));
	}

	private @Nullable String account() {
		String iban = get(BankValue.IBAN);
		String account = (iban != null) ? iban : get(BankValue.OTHER_ACCOUNT);
		return (account != null) ? Text.joined(account).toUpperCase(Locale.ROOT) : null;
	}

	private @Nullable String text(@Nullable String name) {
		List<String> written = this.lines.stream().map(BankLine::written).toList();
		if (written.isEmpty()) {
			return null;
		}
		List<BankLine> whole = written.stream().map(BankLine::plain).toList();
		return JoinedLines.of(whole, LooseName.of(name), "").text();
	}

	private @Nullable String given(BankValue value) {
		return given(get(value));
	}

	/** Some write that there is no id where one is required. */
	static @Nullable String given(@Nullable String id) {
		return (id != null && !Text.joined(id).equalsIgnoreCase(NONE)) ? id : null;
	}

	private @Nullable String get(BankValue value) {
		return this.values.get(value);
	}

}
