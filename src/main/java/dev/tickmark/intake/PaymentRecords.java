package dev.tickmark.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a pain.001 message as the records of a payee file, below a header
 * that is always the same. Nothing is kept of a transaction when the next one is read.
 */
final class PaymentRecords implements Records {

	private final Path file;

	private final HashedInput input;

	private final XMLStreamReader2 reader;

	private final PaymentRoot root;

	private final PaymentCheck check;

	private final PaymentWalk walk;

	private boolean headerRead;

	private PaymentRecords(Path file, HashedInput input, XMLStreamReader2 reader, boolean refuseWrongSums)
			throws UnreadableFile, XMLStreamException {
		this.file = file;
		this.input = input;
		this.reader = reader;
		this.root = PaymentRoot.read(file, reader);
		this.check = new PaymentCheck(file, refuseWrongSums);
		this.walk = new PaymentWalk(file, reader, this.root.namespace(), this.check);
	}

	static PaymentRecords of(Path file, boolean refuseWrongSums) throws UnreadableFile {
		HashedInput input = open(file);
		try {
			XMLStreamReader2 reader = PaymentXml.open(input);
			try {
				return new PaymentRecords(file, input, reader, refuseWrongSums);
			}
			catch (XMLStreamException ex) {
				throw PaymentFaults.explain(file, ex, reader.getLocation());
			}
		}
		catch (XMLStreamException ex) {
			close(file, input);
			throw PaymentFaults.explain(file, ex, null);
		}
		catch (UnreadableFile ex) {
			close(file, input);
			throw ex;
		}
	}

	/** The layout of a file in XML; another message than a pain.001 is refused. */
	static <L> L layout(Path file, Input input, Function<Input, Table<L>> tables) throws UnreadableFile {
		try (PaymentRecords records = of(file, input.refuseWrongSums())) {
			return tables.apply(input.fixedOnly())
				.heading(file, header())
				.layout(new Format.PaymentInitiation(records.root.message(), input.refuseWrongSums()));
		}
	}

	@Override
	public @Nullable Found next() throws UnreadableFile {
		if (!this.headerRead) {
			this.headerRead = true;
			return header();
		}
		try {
			while (this.reader.hasNext()) {
				Found row = event(this.reader.next());
				this.input.progressed();
				if (row != null) {
					return row;
				}
			}
			this.input.drain();
		}
		catch (XMLStreamException ex) {
			throw PaymentFaults.explain(this.file, ex, this.reader.getLocation());
		}
		catch (IOException ex) {
			throw Faults.notReadable(this.file, ex);
		}
		if (this.check.transactions() == 0) {
			throw new UnreadableFile(this.file,
					"has no transaction (CdtTrfTxInf) in it. A message with one payment at least is expected.");
		}
		return null;
	}

	private static Found header() {
		return Found.of(1, 1, PaymentTransaction.HEADER);
	}

	private @Nullable Found event(int event) throws UnreadableFile {
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

	@Override
	public long size() {
		return this.input.size();
	}

	@Override
	public String sha256Hex() {
		return this.input.sha256Hex();
	}

	@Override
	public List<String> remarks() {
		return this.check.remarks();
	}

	@Override
	public void close() throws UnreadableFile {
		close(this.file, this.input);
	}

	private static HashedInput open(Path file) throws UnreadableFile {
		try {
			return new HashedInput(Files.newInputStream(file));
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
	}

	private static void close(Path file, HashedInput input) throws UnreadableFile {
		try {
			input.close();
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
	}

}
