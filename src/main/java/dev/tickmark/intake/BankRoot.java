package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** The way to the message: portals and protocols put envelopes around it. */
final class BankRoot {

	/** The ISO's own and what national banks made of it, like {@code .ch.02}. */
	private static final Pattern STATUS_REPORT = Pattern
		.compile("pain\\.002\\.[0-9]{3}\\.[0-9]{2}(\\.[a-z]{2,3}\\.[0-9]{2})?");

	private static final Pattern ANY_MESSAGE = Pattern.compile("[a-z]{4}\\.[0-9]{3}\\.[0-9]{3}\\.[0-9]{2}");

	private BankRoot() {
	}

	/**
	 * Reads on to the element of the message.
	 * @return the name of the message
	 * @throws UnreadableFile when it is another message, or none
	 */
	static String read(Path file, XMLStreamReader2 reader, HashedInput input)
			throws UnreadableFile, XMLStreamException {
		String root = "";
		boolean inDocument = false;
		while (reader.hasNext()) {
			int event = reader.next();
			input.progressed();
			PaymentRoot.refuseDocumentType(file, reader, event);
			if (event != XMLStreamConstants.START_ELEMENT) {
				continue;
			}
			String name = reader.getLocalName();
			if (isMessage(name)) {
				return name(reader);
			}
			if (inDocument) {
				throw BankFaults.otherMessage(file, reader.getLocation(), other(reader));
			}
			inDocument = name.equals("Document");
			root = root.isEmpty() ? name : root;
		}
		throw BankFaults.noMessage(file, root);
	}

	/** Version 02 calls the message by its own name. */
	static boolean isMessage(String name) {
		return name.equals(BankElement.MESSAGE.name()) || name.startsWith("pain.002.");
	}

	private static String name(XMLStreamReader2 reader) {
		@Nullable String namespace = reader.getNamespaceURI();
		if (namespace == null || namespace.isEmpty()) {
			return "pain.002 without a namespace";
		}
		Matcher message = STATUS_REPORT.matcher(namespace);
		return message.find() ? message.group() : "pain.002 of the namespace " + Shown.text(namespace, 100);
	}

	private static String other(XMLStreamReader2 reader) {
		String name = Shown.text(reader.getLocalName(), 60);
		Matcher message = ANY_MESSAGE.matcher(String.valueOf(reader.getNamespaceURI()));
		return message.find() ? message.group() + " (" + name + ")" : "a message " + name;
	}

}
