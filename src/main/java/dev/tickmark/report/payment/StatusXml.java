package dev.tickmark.report.payment;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/** Writes the elements of a status report. */
final class StatusXml implements Closeable {

	private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";

	private final OutputStream out;

	private final XMLStreamWriter xml;

	StatusXml(OutputStream out) throws IOException {
		this.out = new BufferedOutputStream(out, 1 << 16);
		try {
			this.xml = MessageXml.write(this.out);
		}
		catch (XMLStreamException ex) {
			throw unwritable(ex);
		}
	}

	void beginDocument(@Nullable String comment) throws IOException {
		try {
			this.xml.writeStartDocument("UTF-8", "1.0");
			this.xml.writeCharacters("\n");
			this.xml.writeStartElement("Document");
			this.xml.writeDefaultNamespace(NAMESPACE);
			if (comment != null) {
				this.xml.writeComment(comment);
			}
		}
		catch (XMLStreamException ex) {
			throw unwritable(ex);
		}
	}

	void begin(String name) throws IOException {
		try {
			this.xml.writeStartElement(name);
		}
		catch (XMLStreamException ex) {
			throw unwritable(ex);
		}
	}

	/** On a line of its own, so that a person finds it. */
	void beginOnNewLine(String name) throws IOException {
		try {
			this.xml.writeCharacters("\n");
			this.xml.writeStartElement(name);
		}
		catch (XMLStreamException ex) {
			throw unwritable(ex);
		}
	}

	void end() throws IOException {
		try {
			this.xml.writeEndElement();
		}
		catch (XMLStreamException ex) {
			throw unwritable(ex);
		}
	}

	/** An element with a text; nothing when there is none. */
	void text(String name, @Nullable String text) throws IOException {
		if (text == null || text.isBlank()) {
			return;
		}
		begin(name);
		characters(text);
		end();
	}

	void amount(String name, String currency, String amount) throws IOException {
		begin(name);
		try {
			this.xml.writeAttribute("Ccy", currency);
		}
		catch (XMLStreamException ex) {
			throw unwritable(ex);
		}
		characters(amount);
		end();
	}

	private void characters(String text) throws IOException {
		try {
			this.xml.writeCharacters(text);
		}
		catch (XMLStreamException ex) {
			throw unwritable(ex);
		}
	}

	void endDocument() throws IOException {
		try {
			this.xml.writeEndDocument();
			this.xml.flush();
			this.out.write('\n');
		}
		catch (XMLStreamException ex) {
			throw unwritable(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.out.close();
	}

	private static IOException unwritable(XMLStreamException cause) {
		return (cause.getNestedException() instanceof IOException disk) ? disk
				: new IOException("the status report cannot be written: " + cause.getMessage(), cause);
	}

}
