package dev.tickmark.intake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Adds up a message while it is read, and compares it with what it says of itself. */
final class PaymentCheck {

	private final Path file;

	private final boolean refuse;

	private final PaymentRemarks remarks = new PaymentRemarks();

	private final PaymentTotals group = new PaymentTotals();

	private PaymentTotals payment = new PaymentTotals();

	private long transactions;

	/**
	 * Begins with nothing read.
	 * @param refuse whether a disagreement makes the file unreadable
	 */
	PaymentCheck(Path file, boolean refuse) {
		this.file = file;
		this.refuse = refuse;
	}

	void paymentBegins() {
		this.payment = new PaymentTotals();
	}

	void transaction(long line, Map<PaymentValue, String> values) {
		this.transactions++;
		String written = values.get(PaymentValue.AMOUNT);
		BigDecimal amount = PaymentTotals.decimal(written);
		if (amount == null) {
			this.remarks.add("Line " + line + ": the transaction has no amount that can be read"
					+ ((written != null) ? ", it has " + Shown.value(written) : "")
					+ "; the sums are taken without it.");
		}
		String currency = values.get(PaymentValue.AMOUNT_CURRENCY);
		this.payment.add(amount, currency);
		this.group.add(amount, currency);
	}

	void paymentEnds(long line, Map<PaymentValue, String> values) throws UnreadableFile {
		String id = values.get(PaymentValue.PAYMENT_ID);
		String place = "Line " + line + ": PmtInf" + ((id != null) ? " \"" + Shown.text(id, 35) + "\"" : "");
		judge(this.payment.disagreements(place, values, PaymentValue.PAYMENT_COUNT, PaymentValue.PAYMENT_SUM),
				this.remarks::add);
		mixed(place, this.payment, values.get(PaymentValue.PAYMENT_SUM), this.remarks::add);
	}

	void messageEnds(Map<PaymentValue, String> values) throws UnreadableFile {
		judge(this.group.disagreements("GrpHdr", values, PaymentValue.GROUP_COUNT, PaymentValue.GROUP_SUM),
				this.remarks::addOnTheWhole);
		mixed("GrpHdr", this.group, values.get(PaymentValue.GROUP_SUM), this.remarks::addOnTheWhole);
	}

	private void judge(List<String> wrong, Consumer<String> remark) throws UnreadableFile {
		for (String sentence : wrong) {
			if (this.refuse) {
				throw new UnreadableFile(this.file,
						Wording.of("does not agree with itself")
							.then(new Wording(". " + sentence,
									": the counts or sums that it states are not those of its payments."))
							.then(" Export it again, or let the job take files with wrong sums."));
			}
			remark.accept(sentence);
		}
	}

	private static void mixed(String place, PaymentTotals totals, @Nullable String sum, Consumer<String> remark) {
		String currencies = totals.mixed();
		if (sum != null && currencies != null) {
			remark.accept(place + " adds up several currencies in one CtrlSum: " + currencies + ".");
		}
	}

	/** Text where none belongs says nothing to us: it is passed over. */
	void strayText(long line, String element) {
		this.remarks.add("Line " + line + ": there is text directly in " + element
				+ ", where only elements belong; it is passed over.");
	}

	long transactions() {
		return this.transactions;
	}

	List<String> remarks() {
		return this.remarks.sentences();
	}

}
