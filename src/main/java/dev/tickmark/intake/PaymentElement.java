package dev.tickmark.intake;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** An element of a pain.001 message that holds something we read, and what is in it. */
final class PaymentElement {

	/** The root element: the message is in it. */
	static final PaymentElement DOCUMENT = new PaymentElement("Document");

	static final PaymentElement MESSAGE = new PaymentElement("CstmrCdtTrfInitn");

	static final PaymentElement PAYMENT = MESSAGE.make("PmtInf");

	static final PaymentElement TRANSACTION = PAYMENT.make("CdtTrfTxInf");

	static {
		for (PaymentValue value : PaymentValue.values()) {
			for (String path : value.paths()) {
				PaymentElement element = MESSAGE;
				for (String name : path.split("/")) {
					element = element.make(name);
				}
				element.value = value;
			}
		}
	}

	private final String name;

	private final Map<String, PaymentElement> children = new HashMap<>();

	private @Nullable PaymentValue value;

	private PaymentElement(String name) {
		this.name = name;
	}

	private PaymentElement make(String child) {
		return this.children.computeIfAbsent(child, PaymentElement::new);
	}

	String name() {
		return this.name;
	}

	/** The element of this name within this one; null when it means nothing to us. */
	@Nullable PaymentElement child(String child) {
		if (this == DOCUMENT) {
			// Version 02 calls the message by its own name
			return (child.equals(MESSAGE.name) || child.startsWith("pain.001.")) ? MESSAGE : null;
		}
		return this.children.get(child);
	}

	/** What its text is; null when there are but elements in it. */
	@Nullable PaymentValue value() {
		return this.value;
	}

}
