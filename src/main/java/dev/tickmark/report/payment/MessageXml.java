package dev.tickmark.report.payment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLOutputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * The parser and the writer, named here so that no other one on the class path takes
 * their place. What is read was judged when it came in; it is bounded all the same.
 */
final class MessageXml {

	private static final int LONGEST_TEXT = 1_000_000;

	private static final int LONGEST_ATTRIBUTE = 10_000;

	private static final int DEEPEST = 100;

	private static final WstxInputFactory INPUT = input();

	private static final WstxOutputFactory OUTPUT = output();

	private MessageXml() {
	}

	static XMLStreamReader2 read(InputStream in) throws IOException {
		try {
			return (XMLStreamReader2) INPUT.createXMLStreamReader(in);
		}
		catch (XMLStreamException ex) {
			throw unreadable(ex);
		}
	}

	static XMLStreamReader2 read(Reader in) throws IOException {
		try {
			return (XMLStreamReader2) INPUT.createXMLStreamReader(in);
		}
		catch (XMLStreamException ex) {
			throw unreadable(ex);
		}
	}

	/** The encoding of a message: as it begins, else as it says. */
	static Charset charset(Original original) throws IOException {
		try (InputStream in = original.open()) {
			XMLStreamReader2 reader = read(in);
			@Nullable String found = reader.getEncoding();
			return (found != null) ? Charset.forName(found) : StandardCharsets.UTF_8;
		}
	}

	static XMLStreamWriter write(OutputStream out) throws XMLStreamException {
		return OUTPUT.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
	}

	static IOException unreadable(XMLStreamException cause) {
		return new IOException("the payment message can no longer be read: " + cause.getMessage(), cause);
	}

	private static WstxInputFactory input() {
		WstxInputFactory factory = new WstxInputFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty(XMLInputFactory2.P_REPORT_CDATA, true);
		factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
		factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_TEXT);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
		factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
		return factory;
	}

	private static WstxOutputFactory output() {
		WstxOutputFactory factory = new WstxOutputFactory();
		factory.setProperty(XMLOutputFactory2.P_AUTOMATIC_EMPTY_ELEMENTS, false);
		factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
		return factory;
	}

}
