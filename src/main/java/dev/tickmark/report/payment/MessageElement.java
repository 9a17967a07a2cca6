package dev.tickmark.report.payment;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** An element of a pain.001 message that the reports know. */
final class MessageElement {

	static final MessageElement DOCUMENT = new MessageElement();

	/** The one element of the document, whatever its name: version 02 has another one. */
	static final MessageElement MESSAGE = new MessageElement();

	static final MessageElement HEADER = MESSAGE.make("GrpHdr");

	static final MessageElement PAYMENT = MESSAGE.make("PmtInf");

	static final MessageElement TRANSACTION = PAYMENT.make("CdtTrfTxInf");

	static {
		for (MessagePart part : MessagePart.values()) {
			for (String path : part.paths()) {
				MessageElement element = MESSAGE;
				for (String name : path.split("/")) {
					element = element.make(name);
				}
				element.part = part;
			}
		}
	}

	private final Map<String, MessageElement> children = new HashMap<>();

	private @Nullable MessagePart part;

	private MessageElement() {
	}

	private MessageElement make(String child) {
		return this.children.computeIfAbsent(child, (_) -> new MessageElement());
	}

	@Nullable MessageElement child(String name) {
		return (this == DOCUMENT) ? MESSAGE : this.children.get(name);
	}

	@Nullable MessagePart part() {
		return this.part;
	}

}
