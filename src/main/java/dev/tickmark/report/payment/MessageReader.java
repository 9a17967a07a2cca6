package dev.tickmark.report.payment;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Goes through a message event by event and knows where in it that is. */
final class MessageReader implements Closeable {

	private final XMLStreamReader2 xml;

	private final Closeable source;

	private final Deque<MessageElement> open = new ArrayDeque<>();

	private final StringBuilder text = new StringBuilder();

	private final Map<MessagePart, String> values = new EnumMap<>(MessagePart.class);

	private String namespace = "";

	/** How deep we are in elements that mean nothing to us. */
	private int beyond;

	private @Nullable MessageElement current;

	MessageReader(XMLStreamReader2 xml, Closeable source) {
		this.xml = xml;
		this.source = source;
	}

	static MessageReader open(Original original) throws IOException {
		InputStream in = new BufferedInputStream(original.open(), 1 << 16);
		try {
			return new MessageReader(MessageXml.read(in), in);
		}
		catch (IOException ex) {
			in.close();
			throw ex;
		}
	}

	/** Goes on by one event; false at the end of the document. */
	boolean advance() throws IOException {
		try {
			switch (this.xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> start();
				case XMLStreamConstants.END_ELEMENT -> end();
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
				case XMLStreamConstants.END_DOCUMENT -> {
					return false;
				}
				default -> this.current = null;
			}
			return true;
		}
		catch (XMLStreamException ex) {
			throw MessageXml.unreadable(ex);
		}
	}

	private void start() {
		if (this.open.isEmpty()) {
			this.namespace = String.valueOf(this.xml.getNamespaceURI());
			enter(MessageElement.DOCUMENT);
			return;
		}
		boolean ours = this.beyond == 0 && this.namespace.equals(this.xml.getNamespaceURI());
		MessageElement element = ours ? this.open.getFirst().child(this.xml.getLocalName()) : null;
		if (element == null) {
			this.beyond++;
			this.current = null;
			return;
		}
		enter(element);
	}

	private void enter(MessageElement element) {
		this.open.push(element);
		this.current = element;
		this.text.setLength(0);
		if (element == MessageElement.PAYMENT) {
			this.values.keySet().removeIf(MessagePart::isOfPayment);
		}
		else if (element == MessageElement.TRANSACTION) {
			this.values.keySet().removeIf(MessagePart::isOfTransaction);
		}
		else if (element.part() == MessagePart.INSTRUCTED_AMOUNT || element.part() == MessagePart.EQUIVALENT_AMOUNT) {
			keep(MessagePart.CURRENCY, this.xml.getAttributeValue(null, "Ccy"));
		}
	}

	private void end() {
		if (this.beyond > 0) {
			this.beyond--;
			this.current = null;
			return;
		}
		MessageElement element = this.open.pop();
		this.current = element;
		MessagePart part = element.part();
		if (part != null) {
			keep(part, this.text.toString());
		}
	}

	private void text() {
		this.current = null;
		if (this.beyond == 0 && this.open.getFirst().part() != null) {
			this.text.append(this.xml.getTextCharacters(), this.xml.getTextStart(), this.xml.getTextLength());
		}
	}

	private void keep(MessagePart part, @Nullable String written) {
		if (written != null && !written.isBlank()) {
			this.values.putIfAbsent(part, written.strip());
		}
	}

	boolean begins(MessageElement element) {
		return this.current == element && isStart();
	}

	boolean ends(MessageElement element) {
		return this.current == element && !isStart();
	}

	boolean isStart() {
		return this.xml.getEventType() == XMLStreamConstants.START_ELEMENT;
	}

	boolean isText() {
		return switch (this.xml.getEventType()) {
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> true;
			default -> false;
		};
	}

	boolean isWhiteSpace() {
		return this.xml.getEventType() == XMLStreamConstants.CHARACTERS && this.xml.isWhiteSpace();
	}

	/** Whether an element begins that is written as one tag. */
	boolean isEmptyElement() throws IOException {
		try {
			return isStart() && this.xml.isEmptyElement();
		}
		catch (XMLStreamException ex) {
			throw MessageXml.unreadable(ex);
		}
	}

	/** What begins or ends with this event; null when it is nothing of ours. */
	@Nullable MessagePart part() {
		return (this.current != null) ? this.current.part() : null;
	}

	/** A value of the message, payment and transaction that we are in. */
	@Nullable String get(MessagePart part) {
		return this.values.get(part);
	}

	String namespace() {
		return this.namespace;
	}

	/** Where this event begins, in characters from the beginning of the document. */
	long offset() {
		return this.xml.getLocationInfo().getStartingCharOffset();
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

}
