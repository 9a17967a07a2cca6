package dev.tickmark.intake;

import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Path;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxUnexpectedCharException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why a payment file in XML cannot be read, and where. */
final class PaymentFaults {

	private static final String AGAIN = " Export the file again.";

	private PaymentFaults() {
	}

	/**
	 * Explains what the parser cannot go on with.
	 * @param reached how far it had come; null when it could not even begin
	 */
	static UnreadableFile explain(Path file, XMLStreamException fault, @Nullable Location reached) {
		Location where = (fault.getLocation() != null) ? fault.getLocation() : reached;
		if (fault.getNestedException() instanceof IOException cause) {
			return switch (cause) {
				case HashedInput.NoProgress _ ->
					at(file, where, "what begins here has no end within " + (HashedInput.BOUND / 1_000_000)
							+ " million bytes: a name, a comment or an attribute is never closed." + AGAIN);
				case CharConversionException _ -> at(file, where, "the bytes here are no text in the encoding "
						+ "that the file states, or in UTF-8 where it states none." + AGAIN);
				default -> Faults.notReadable(file, cause);
			};
		}
		return at(file, where, what(fault) + AGAIN);
	}

	static UnreadableFile at(Path file, @Nullable Location where, String what) {
		return at(file, where, Wording.of(what));
	}

	static UnreadableFile at(Path file, @Nullable Location where, Wording what) {
		return (where == null) ? new UnreadableFile(file, 1, what) : new UnreadableFile(file, where.getLineNumber(),
				Wording.of(String.valueOf(where.getColumnNumber())), what);
	}

	private static String what(XMLStreamException fault) {
		String words = String.valueOf(fault.getMessage());
		if (fault instanceof WstxEOFException) {
			return "the file ends here in the middle of the message: its end is missing.";
		}
		if (words.contains("ntity")) {
			return "a name stands here between & and ; that XML does not know by itself. A payment file uses "
					+ "only &amp;, &lt;, &gt;, &quot; and &apos;, and a lone & is written &amp;.";
		}
		if (words.contains("close tag") || words.contains("end tag")) {
			return "an element is closed here that is not the one that is open.";
		}
		if (words.contains("prefix")) {
			return "a prefix is used here that stands for no namespace.";
		}
		if (words.contains("limit")) {
			return "something is larger here than any payment message needs: elements within each other deeper than "
					+ PaymentXml.DEEPEST + " levels, a text longer than " + PaymentXml.LONGEST_TEXT
					+ " characters, an attribute longer than " + PaymentXml.LONGEST_ATTRIBUTE
					+ ", or too many attributes.";
		}
		if (fault instanceof WstxUnexpectedCharException unexpected) {
			return "the character U+%04X may not stand here in XML. In a text, & is written &amp; and < is written &lt;."
				.formatted((int) unexpected.getChar());
		}
		return "this is not well-formed XML.";
	}

}
