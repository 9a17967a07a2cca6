package dev.tickmark.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a bank's report, one by one. Nothing is kept of one when the next
 * is read.
 */
final class BankRecords implements AutoCloseable {

	private final Path file;

	private final HashedInput input;

	private final XMLStreamReader2 reader;

	private final BankCheck check;

	private final String message;

	private final BankWalk walk;

	private BankRecords(Path file, HashedInput input, XMLStreamReader2 reader)
			throws UnreadableFile, XMLStreamException {
		this.file = file;
		this.input = input;
		this.reader = reader;
		this.message = BankRoot.read(file, reader, input);
		this.check = new BankCheck(file);
		this.walk = new BankWalk(file, reader, this.check);
	}

	static BankRecords open(Path file) throws UnreadableFile {
		try {
			HashedInput input = new HashedInput(Files.newInputStream(file));
			try {
				return open(file, input);
			}
			catch (UnreadableFile ex) {
				input.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
	}

	private static BankRecords open(Path file, HashedInput input) throws UnreadableFile {
		@Nullable XMLStreamReader2 reader = null;
		try {
			reader = PaymentXml.open(input);
			return new BankRecords(file, input, reader);
		}
		catch (XMLStreamException ex) {
			throw PaymentFaults.explain(file, ex, (reader != null) ? reader.getLocation() : null);
		}
	}

	/** The next transaction; null when the file was read to its end. */
	@Nullable BankPayment next() throws UnreadableFile {
		try {
			while (this.reader.hasNext()) {
				BankPayment payment = event(this.reader.next());
				this.input.progressed();
				if (payment != null) {
					return payment;
				}
			}
			this.input.drain();
			return null;
		}
		catch (XMLStreamException ex) {
			throw PaymentFaults.explain(this.file, ex, this.reader.getLocation());
		}
		catch (IOException ex) {
			throw Faults.notReadable(this.file, ex);
		}
	}

	private @Nullable BankPayment event(int event) throws UnreadableFile {
		if (this.walk.isAtEnd()) {
			refuseSecond(event);
			return null;
		}
		switch (event) {
			case XMLStreamConstants.START_ELEMENT -> this.walk.start();
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> this.walk.text();
			case XMLStreamConstants.END_ELEMENT -> {
				return this.walk.end();
			}
			default -> {
				// comments and the like
			}
		}
		return null;
	}

	/** What is left of an envelope may be anything but another report. */
	private void refuseSecond(int event) throws UnreadableFile {
		if (event == XMLStreamConstants.START_ELEMENT && BankRoot.isMessage(this.reader.getLocalName())) {
			throw new UnreadableFile(this.file, this.reader.getLocation().getLineNumber(),
					"a second status report begins; one is expected in a file. Make it a file of its own.");
		}
	}

	String message() {
		return this.message;
	}

	BankCheck check() {
		return this.check;
	}

	long size() {
		return this.input.size();
	}

	String sha256Hex() {
		return this.input.sha256Hex();
	}

	@Override
	public void close() throws UnreadableFile {
		try {
			this.input.close();
		}
		catch (IOException ex) {
			throw Faults.notReadable(this.file, ex);
		}
	}

}
