package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Adds up a bank's report while it is read, and compares it with what it says of itself.
 */
final class BankCheck {

	private static final long MOST_PAYMENTS = 1_000_000;

	private final Path file;

	private final BankRemarks remarks = new BankRemarks();

	private final BankSubject subject = new BankSubject();

	private final BankSection group = new BankSection(BankValue.GROUP_STATUS, BankValue.GROUP_REASON);

	private final BankCounts listed = new BankCounts();

	private final BankCounts counted = new BankCounts();

	private final List<BankPart> parts = new ArrayList<>();

	private @Nullable BankSection part;

	private BankCounts listedInPart = new BankCounts();

	private long allParts;

	/** Whether each part counts. */
	private boolean complete = true;

	private long payments;

	private long undecided;

	BankCheck(Path file) {
		this.file = file;
	}

	void partBegins() {
		this.part = new BankSection(BankValue.PART_STATUS, BankValue.PART_REASON);
		this.listedInPart = new BankCounts();
	}

	/** A value of the message or of the part that we are in. */
	void keep(BankValue value, String written) {
		section(value).keep(value, written);
	}

	void counterEnds(BankValue status, BankValue number, long line) {
		if (!section(status).count(status, number)) {
			this.remarks.notUnderstood(line);
		}
	}

	private BankSection section(BankValue value) {
		return (value.owner() == BankValue.Owner.PART && this.part != null) ? this.part : this.group;
	}

	BankPayment transaction(BankTransaction transaction) throws UnreadableFile {
		if (++this.payments > MOST_PAYMENTS) {
			throw new UnreadableFile(this.file, transaction.line(), "more than " + MOST_PAYMENTS
					+ " transactions are listed. Ask the bank for one report for each message.");
		}
		BankPayment payment = transaction.payment(this.payments, partId());
		BankStatus status = payment.status();
		this.subject.add(status);
		if (status != null && transaction.codes().size() > 1) {
			this.remarks.contradiction(payment, status);
			return payment;
		}
		if (status == null || status.verdict() == null) {
			this.undecided++;
		}
		if (status != null) {
			this.listed.one(status.code());
			this.listedInPart.one(status.code());
		}
		return payment;
	}

	private @Nullable String partId() {
		return (this.part != null) ? BankTransaction.given(this.part.get(BankValue.PART_ID)) : null;
	}

	void partEnds() {
		BankSection ended = this.part;
		if (ended == null) {
			return;
		}
		BankStatus status = ended.status();
		String id = partId();
		this.subject.add(status);
		this.subject.add(ended.counts());
		this.remarks.statusOfPart(id, status, this.listedInPart);
		this.counted.addAll(ended.counts().byStatus());
		this.complete &= !ended.counts().isEmpty();
		if (++this.allParts <= BankGroup.MOST_PARTS) {
			this.parts.add(new BankPart(id, status, number(ended, BankValue.PART_PAYMENTS, "OrgnlNbOfTxs"),
					ended.counts().byStatus()));
		}
		this.part = null;
	}

	private @Nullable Long number(BankSection section, BankValue value, String element) {
		String written = section.get(value);
		Long number = BankCounts.number(written);
		if (written != null && number == null) {
			this.remarks.notANumber(element, written);
		}
		return number;
	}

	/**
	 * What the report says of the message, when it has been read to its end.
	 * @throws UnreadableFile when it is about no verification
	 */
	BankGroup group() throws UnreadableFile {
		BankStatus status = this.group.status();
		this.subject.add(status);
		this.subject.add(this.group.counts());
		if (!this.subject.isVerification()) {
			throw BankFaults.ordinary(this.file);
		}
		BankCounts counts = this.group.counts().isEmpty() ? this.counted : this.group.counts();
		Long ordered = number(this.group, BankValue.GROUP_PAYMENTS, "OrgnlNbOfTxs");
		// What only some of the parts count cannot be compared with anything
		compare(status, (counts == this.counted && !this.complete) ? new BankCounts() : counts, ordered);
		return new BankGroup(BankTransaction.given(this.group.get(BankValue.MESSAGE_ID)),
				this.group.get(BankValue.MESSAGE_NAME), ordered,
				PaymentTotals.decimal(this.group.get(BankValue.GROUP_SUM)), status, counts.byStatus(), this.parts);
	}

	private void compare(@Nullable BankStatus status, BankCounts counts, @Nullable Long ordered) {
		this.remarks.undecided(this.undecided, this.payments);
		this.remarks.statusOfMessage(status, this.listed);
		this.remarks.nothingFound(status, counts, this.listed, ordered);
		this.remarks.counts(this.group.counts(), this.counted, this.complete && this.allParts > 0);
		this.remarks.listed(counts, this.listed);
		this.remarks.total(counts, this.payments, ordered);
		if (this.allParts > BankGroup.MOST_PARTS) {
			this.remarks.tooManyParts(this.allParts - BankGroup.MOST_PARTS);
		}
		if (this.subject.isOnlyPending()) {
			this.remarks.onlyPending();
		}
	}

	long payments() {
		return this.payments;
	}

	List<String> remarks() {
		return this.remarks.sentences();
	}

}
