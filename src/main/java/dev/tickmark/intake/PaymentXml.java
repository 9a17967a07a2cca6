package dev.tickmark.intake;

import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads XML from strangers: no document type, no entity but the five of XML itself,
 * nothing from elsewhere, and a bound for everything. The parser is named here, so that
 * none that happens to be on the class path takes its place.
 */
final class PaymentXml {

	/** The longest text of an element, in characters. */
	static final int LONGEST_TEXT = 1_000_000;

	/** The longest value of an attribute, in characters. */
	static final int LONGEST_ATTRIBUTE = 10_000;

	private static final int MOST_ATTRIBUTES = 100;

	/** A payment message has about a dozen levels; an envelope in it may have more. */
	static final int DEEPEST = 100;

	private static final WstxInputFactory FACTORY = factory();

	private PaymentXml() {
	}

	/** Begins to read; the encoding is found out from the first bytes. */
	static XMLStreamReader2 open(InputStream in) throws XMLStreamException {
		return (XMLStreamReader2) FACTORY.createXMLStreamReader(in);
	}

	private static WstxInputFactory factory() {
		WstxInputFactory factory = new WstxInputFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty(XMLInputFactory2.P_REPORT_CDATA, true);
		// A fault is to be known where it is, not where the text is asked for
		factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
		factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_TEXT);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
		factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
		factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
		factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
		return factory;
	}

}
