package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.XMLStreamReader2;

/**
 * The root element, which tells by its namespace what message a file holds.
 *
 * @param namespace the namespace of the message's elements
 * @param message the name of the message, for example {@code pain.001.001.09} or
 * {@code pain.001.001.03.ch.02}
 */
record PaymentRoot(String namespace, String message) {

	private static final String EXPECTED = "the root element Document with the namespace of a credit transfer "
			+ "initiation, like urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

	/**
	 * The ISO's own, and what the Swiss (a path with {@code .ch.02.xsd}), German (002 and
	 * 003 in the middle) and Austrian banks made of it.
	 */
	private static final Pattern MESSAGE = Pattern
		.compile("(?:^|[:/$])(pain\\.001\\.(00[123])\\.([0-9]{2})(?:\\.[a-z]+\\.[0-9]+)?)(?:\\.xsd)?(?:$|:)");

	private static final int OLDEST = 2;

	private static final int NEWEST = 12;

	/**
	 * Reads on to the root element.
	 * @throws UnreadableFile when it is not that of a credit transfer initiation
	 */
	static PaymentRoot read(Path file, XMLStreamReader2 reader) throws UnreadableFile, XMLStreamException {
		if ("1.1".equals(reader.getVersion())) {
			throw new UnreadableFile(file, 1, "the file is XML 1.1; payment messages are XML 1.0. Export it again.");
		}
		int event = reader.next();
		while (event != XMLStreamConstants.START_ELEMENT) {
			refuseDocumentType(file, reader, event);
			event = reader.next();
		}
		String namespace = String.valueOf(reader.getNamespaceURI());
		Matcher message = MESSAGE.matcher(namespace);
		if (!reader.getLocalName().equals("Document") || !message.find()) {
			throw PaymentFaults.at(file, reader.getLocation(),
					Wording.of("the root element is {}", shown(reader.getLocalName()))
						.then(namespace.isEmpty() ? Wording.of(" without a namespace")
								: Wording.of(" of the namespace {}", shown(namespace)))
						.then("; expected is " + EXPECTED + ". Export the payments as pain.001, or as a table."));
		}
		int version = Integer.parseInt(message.group(3));
		if (version < OLDEST || version > NEWEST) {
			throw PaymentFaults.at(file, reader.getLocation(), "the message is " + message.group(1)
					+ "; the versions from 02 to 12 are read. Export it as pain.001.001.09.");
		}
		return new PaymentRoot(namespace, message.group(1));
	}

	/** A document type can name other files and expand without end. */
	static void refuseDocumentType(Path file, XMLStreamReader2 reader, int event) throws UnreadableFile {
		if (event == XMLStreamConstants.DTD) {
			throw new UnreadableFile(file, reader.getLocation().getLineNumber(),
					"there is a document type (DOCTYPE). It could name other files or grow without end, and "
							+ "no payment file needs one. Remove it.");
		}
	}

	private static String shown(String text) {
		return Shown.text(text, 100);
	}

}
