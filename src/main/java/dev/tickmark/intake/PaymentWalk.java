package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Goes through the elements of a message and gathers the values of each transaction. */
final class PaymentWalk {

	private final Path file;

	private final XMLStreamReader2 reader;

	private final String namespace;

	private final PaymentCheck check;

	private final Deque<PaymentElement> open = new ArrayDeque<>();

	/** How deep we are in elements that mean nothing to us. */
	private int beyond;

	private final StringBuilder text = new StringBuilder();

	private final Map<PaymentValue, String> values = new EnumMap<>(PaymentValue.class);

	private long paymentLine;

	private long transactionLine;

	private boolean ended;

	PaymentWalk(Path file, XMLStreamReader2 reader, String namespace, PaymentCheck check) {
		this.file = file;
		this.reader = reader;
		this.namespace = namespace;
		this.check = check;
		this.open.push(PaymentElement.DOCUMENT);
	}

	void start() throws UnreadableFile {
		String name = this.reader.getLocalName();
		boolean ours = this.namespace.equals(this.reader.getNamespaceURI());
		PaymentElement parent = this.open.getFirst();
		PaymentElement element = (ours && this.beyond == 0) ? parent.child(name) : null;
		if (element == null) {
			refuseElsewhere(name, ours, parent);
			this.beyond++;
			return;
		}
		this.open.push(element);
		this.text.setLength(0);
		if (element == PaymentElement.MESSAGE) {
			refuseSecond();
		}
		else if (element == PaymentElement.PAYMENT) {
			this.paymentLine = line();
			this.check.paymentBegins();
		}
		else if (element == PaymentElement.TRANSACTION) {
			this.transactionLine = line();
		}
		else if (element.value() == PaymentValue.AMOUNT) {
			keep(PaymentValue.AMOUNT_CURRENCY, this.reader.getAttributeValue(null, "Ccy"));
		}
	}

	void text() throws UnreadableFile {
		if (this.beyond > 0) {
			return;
		}
		PaymentElement element = this.open.getFirst();
		if (element.value() != null) {
			int length = this.reader.getTextLength();
			if (this.text.length() + length > PaymentXml.LONGEST_TEXT) {
				throw new UnreadableFile(this.file, line(), "the text of " + element.name() + " is longer than "
						+ PaymentXml.LONGEST_TEXT + " characters. Shorten it.");
			}
			this.text.append(this.reader.getTextCharacters(), this.reader.getTextStart(), length);
		}
		else if (!this.reader.isWhiteSpace()) {
			this.check.strayText(line(), element.name());
		}
	}

	/** An element ends; when it is a transaction, this is its row. */
	Records.@Nullable Found end() throws UnreadableFile {
		if (this.beyond > 0) {
			this.beyond--;
			return null;
		}
		PaymentElement element = this.open.pop();
		PaymentValue value = element.value();
		if (value != null) {
			keep(value, this.text.toString());
			this.text.setLength(0);
		}
		else if (element == PaymentElement.TRANSACTION) {
			return transaction();
		}
		else if (element == PaymentElement.PAYMENT) {
			this.check.paymentEnds(this.paymentLine, this.values);
			this.values.keySet().removeIf(PaymentValue::isOfPayment);
		}
		else if (element == PaymentElement.MESSAGE) {
			this.ended = true;
			this.check.messageEnds(this.values);
		}
		return null;
	}

	private Records.Found transaction() {
		this.check.transaction(this.transactionLine, this.values);
		Records.Found row = Records.Found.of(this.transactionLine, line(), PaymentTransaction.fields(this.values));
		this.values.keySet().removeIf(PaymentValue::isOfTransaction);
		return row;
	}

	/** Of what repeats, like lines of text, the first is kept. */
	private void keep(PaymentValue value, @Nullable String written) {
		if (written != null && !written.isBlank()) {
			this.values.putIfAbsent(value, written.strip());
		}
	}

	/** Whatever is not where it belongs would be left out of the result unseen. */
	private void refuseElsewhere(String name, boolean ours, PaymentElement parent) throws UnreadableFile {
		if (ours && name.equals(PaymentElement.TRANSACTION.name())) {
			throw new UnreadableFile(this.file, line(), "a transaction (CdtTrfTxInf) stands in " + parent.name()
					+ ((this.beyond > 0) ? " or deeper" : "") + "; it belongs in PmtInf. Export the file again.");
		}
		if (this.beyond > 0) {
			return;
		}
		PaymentElement meant = parent.child(name);
		if (meant == PaymentElement.MESSAGE || meant == PaymentElement.PAYMENT || meant == PaymentElement.TRANSACTION) {
			throw new UnreadableFile(this.file, line(),
					Wording.of(name + " has another namespace here than the document, {}. Export the file again.",
							Shown.text(this.namespace, 100)));
		}
		if (parent == PaymentElement.DOCUMENT) {
			throw new UnreadableFile(this.file, line(),
					Wording.of("the message is {}; a credit transfer initiation (CstmrCdtTrfInitn) is expected.",
							Shown.text(name, 60)));
		}
	}

	private void refuseSecond() throws UnreadableFile {
		if (this.ended) {
			throw new UnreadableFile(this.file, line(),
					"a second message begins; one is expected in a file. Make it a file of its own.");
		}
	}

	private long line() {
		return this.reader.getLocation().getLineNumber();
	}

}
