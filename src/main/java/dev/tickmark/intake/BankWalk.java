package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the elements of a bank's report. They are known by their names whatever
 * the namespace: banks write their own one, or none.
 */
final class BankWalk {

	/** Far longer than any id, name or code. */
	private static final int LONGEST_VALUE = 1_000;

	private final Path file;

	private final XMLStreamReader2 reader;

	private final BankCheck check;

	private final Deque<BankElement> open = new ArrayDeque<>();

	/** How deep we are in elements that mean nothing to us. */
	private int beyond;

	private final StringBuilder text = new StringBuilder();

	/** How much text there is in the transaction that we are in. */
	private int words;

	private @Nullable BankTransaction transaction;

	BankWalk(Path file, XMLStreamReader2 reader, BankCheck check) {
		this.file = file;
		this.reader = reader;
		this.check = check;
		this.open.push(BankElement.MESSAGE);
	}

	void start() throws UnreadableFile {
		String name = this.reader.getLocalName();
		BankElement element = (this.beyond == 0) ? this.open.getFirst().child(name) : null;
		if (element == null) {
			refuseElsewhere(name);
			this.beyond++;
			return;
		}
		this.open.push(element);
		this.text.setLength(0);
		if (element == BankElement.PART) {
			this.check.partBegins();
		}
		else if (element == BankElement.PAYMENT) {
			this.transaction = new BankTransaction(line());
			this.words = 0;
		}
		else if (element.value() == BankValue.AMOUNT) {
			keep(BankValue.CURRENCY, this.reader.getAttributeValue(null, "Ccy"));
		}
	}

	void text() throws UnreadableFile {
		BankElement element = this.open.getFirst();
		if (this.beyond > 0 || element.value() == null) {
			return;
		}
		int length = this.reader.getTextLength();
		boolean words = element.value() == BankValue.TEXT;
		this.words += words ? length : 0;
		int most = words ? PaymentXml.LONGEST_TEXT : LONGEST_VALUE;
		if ((words ? this.words : this.text.length() + length) > most) {
			throw new UnreadableFile(this.file, line(), "the text of " + element.name() + " is longer than " + most
					+ " characters, which no bank's report is.");
		}
		this.text.append(this.reader.getTextCharacters(), this.reader.getTextStart(), length);
	}

	/** An element ends; when it is a transaction, this is it. */
	@Nullable BankPayment end() throws UnreadableFile {
		if (this.beyond > 0) {
			this.beyond--;
			return null;
		}
		BankElement element = this.open.pop();
		BankValue value = element.value();
		BankTransaction ended = this.transaction;
		if (value != null) {
			keep(value, this.text.toString());
			this.text.setLength(0);
		}
		else if (element == BankElement.PAYMENT && ended != null) {
			this.transaction = null;
			return this.check.transaction(ended);
		}
		else if (element == BankElement.PART) {
			this.check.partEnds();
		}
		else if (element == BankElement.GROUP_COUNTER) {
			this.check.counterEnds(BankValue.GROUP_COUNTED_STATUS, BankValue.GROUP_COUNTED, line());
		}
		else if (element == BankElement.PART_COUNTER) {
			this.check.counterEnds(BankValue.PART_COUNTED_STATUS, BankValue.PART_COUNTED, line());
		}
		return null;
	}

	/** Whether the message has ended. */
	boolean isAtEnd() {
		return this.open.isEmpty();
	}

	private void keep(BankValue value, @Nullable String written) {
		if (written == null || written.isBlank()) {
			return;
		}
		String kept = (value == BankValue.TEXT) ? written : Text.stripped(written);
		if (this.transaction != null) {
			this.transaction.keep(value, kept);
		}
		else {
			this.check.keep(value, kept);
		}
	}

	/** A transaction where none belongs would be left out unseen. */
	private void refuseElsewhere(String name) throws UnreadableFile {
		if (name.equals(BankElement.PAYMENT.name()) || name.equals(BankElement.PART.name())) {
			throw new UnreadableFile(this.file, line(), name + " stands in " + this.open.getFirst().name()
					+ ((this.beyond > 0) ? " or deeper" : "") + ", where it does not belong. Fetch the report again.");
		}
	}

	private long line() {
		return this.reader.getLocation().getLineNumber();
	}

}
