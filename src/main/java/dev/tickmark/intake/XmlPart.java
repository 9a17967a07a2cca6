package dev.tickmark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import org.jspecify.annotations.Nullable;

/**
 * An XML part of a workbook, read from its first element to its last. Namespaces are not
 * looked at: the strict form of the format has others for the same names. Nothing but the
 * part itself is ever read, and a part with a DOCTYPE is refused.
 */
final class XmlPart implements AutoCloseable {

	private static final XMLInputFactory FACTORY = factory();

	private static final int LONGEST_ATTRIBUTE = 40_000;

	private final Path file;

	private final String name;

	private final InputStream content;

	private final XMLStreamReader xml;

	private XmlPart(Path file, String name, InputStream content) throws UnreadableFile {
		this.file = file;
		this.name = name;
		this.content = content;
		try {
			this.xml = FACTORY.createXMLStreamReader(content);
		}
		catch (XMLStreamException ex) {
			throw WorkbookFaults.part(file, name, ex);
		}
	}

	/**
	 * Begins to read a part of an archive.
	 * @param most how many bytes it may have
	 */
	static XmlPart open(Path file, WorkbookArchive archive, String name, long most) throws UnreadableFile {
		InputStream content = archive.part(name, most);
		if (content == null) {
			throw WorkbookFaults.damaged(file, Wording.of("its part {} is missing", Shown.text(name, 80)));
		}
		return new XmlPart(file, name, content);
	}

	private static XMLInputFactory factory() {
		WstxInputFactory factory = new WstxInputFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
		factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
		return factory;
	}

	/** Goes on to the next element that begins; false at the end of the part. */
	boolean nextElement() throws UnreadableFile {
		int event = this.xml.getEventType();
		do {
			event = (event == XMLStreamConstants.END_DOCUMENT) ? event : next();
		}
		while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT);
		return event == XMLStreamConstants.START_ELEMENT;
	}

	/** Goes on to the next element in one that has this name; false at that one's end. */
	boolean nextWithin(String outer) throws UnreadableFile {
		while (true) {
			int event = next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				return true;
			}
			if (event == XMLStreamConstants.END_ELEMENT && element().equals(outer)) {
				return false;
			}
		}
	}

	/** Goes on by one event of {@link XMLStreamConstants}. */
	int next() throws UnreadableFile {
		try {
			int event = this.xml.next();
			if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
				throw WorkbookFaults.doctype(this.file, this.name);
			}
			return event;
		}
		// The parser wraps what happens while it looks ahead
		catch (XMLStreamException | RuntimeException ex) {
			throw WorkbookFaults.part(this.file, this.name, ex);
		}
	}

	/** The name of the element that begins or ends here, without its namespace. */
	String element() {
		return this.xml.getLocalName();
	}

	/** An attribute of the element that begins here, whatever its namespace. */
	@Nullable String attribute(String attribute) {
		for (int i = 0; i < this.xml.getAttributeCount(); i++) {
			if (this.xml.getAttributeLocalName(i).equals(attribute)) {
				return this.xml.getAttributeValue(i);
			}
		}
		return null;
	}

	/** Whether an attribute says yes. */
	boolean says(String attribute) {
		String value = attribute(attribute);
		return "1".equals(value) || "true".equals(value);
	}

	/** Adds the text here to what there is, up to a length in all. */
	void textTo(StringBuilder target, int longest) throws UnreadableFile {
		try {
			int count = Math.min(this.xml.getTextLength(), longest - target.length());
			if (count > 0) {
				target.append(this.xml.getTextCharacters(), this.xml.getTextStart(), count);
			}
		}
		// The parser reads texts when they are asked for
		catch (RuntimeException ex) {
			throw WorkbookFaults.part(this.file, this.name, ex);
		}
	}

	/** Goes on to the end of the element that begins here, whatever is in it. */
	void skipElement() throws UnreadableFile {
		for (int depth = 1; depth > 0;) {
			int event = next();
			depth += (event == XMLStreamConstants.START_ELEMENT) ? 1 : 0;
			depth -= (event == XMLStreamConstants.END_ELEMENT) ? 1 : 0;
		}
	}

	@Override
	public void close() throws UnreadableFile {
		try (this.content) {
			this.xml.close();
		}
		catch (IOException | XMLStreamException ex) {
			throw WorkbookFaults.part(this.file, this.name, ex);
		}
	}

}
