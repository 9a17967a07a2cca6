package dev.tickmark.report.payment;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Objects;

import dev.tickmark.payee.Finding;

/**
 * A status report on a payment message, pain.002.001.10, as banks send them on the
 * verification of payees. It is written row by row, next to a reader of the message.
 */
public final class StatusReport implements Closeable {

	private final StatusXml xml;

	private final PaymentStatuses statuses;

	private final Payments<TransactionStatus> ahead;

	private final MessageReader message;

	private final StatusGroup group;

	private final StatusTransaction transaction;

	private int row;

	private StatusReport(Original original, PaymentStatuses statuses, StatusXml xml) throws IOException {
		this.xml = xml;
		this.statuses = statuses;
		this.group = new StatusGroup(xml);
		this.message = MessageReader.open(original);
		this.ahead = new Payments<>(original, TransactionStatus.class, statuses::at);
		this.transaction = new StatusTransaction(xml, this.message);
	}

	/**
	 * Begins a report.
	 * @param statuses the statuses of all rows
	 * @param createdAt when the report was made; told to the second
	 * @param out where it goes; closed with the report
	 * @param simulated whether the verdicts were, which the report then says in a comment
	 */
	public static StatusReport open(Original original, PaymentStatuses statuses, Instant createdAt, OutputStream out,
			boolean simulated) throws IOException {
		StatusXml xml = new StatusXml(out);
		StatusReport report = new StatusReport(original, statuses, xml);
		try {
			report.group.begin(original, statuses, createdAt, simulated);
			return report;
		}
		catch (IOException ex) {
			report.close();
			throw ex;
		}
	}

	/**
	 * Adds the next row.
	 * @throws IllegalStateException when there is no transaction for it, or it has
	 * another status than was told at the beginning
	 */
	public void write(Finding finding) throws IOException {
		if (!advance()) {
			throw new IllegalStateException("the message has " + this.row + " transactions, there are more rows");
		}
		if (this.statuses.at(this.row) != TransactionStatus.of(finding)) {
			throw new IllegalStateException("row " + (this.row + 1) + " has another status than before");
		}
		this.transaction.write(finding);
		this.row++;
	}

	/**
	 * Completes the report.
	 * @throws IllegalStateException when there are more transactions than rows
	 */
	public void finish() throws IOException {
		if (advance()) {
			throw new IllegalStateException("the message has more transactions than the " + this.row + " rows");
		}
		if (this.row != this.statuses.size()) {
			throw new IllegalStateException(this.row + " rows were written of " + this.statuses.size());
		}
		this.xml.endDocument();
		this.xml.close();
	}

	/** Goes on behind the next transaction; false when there is none. */
	private boolean advance() throws IOException {
		while (this.message.advance()) {
			if (this.message.ends(MessageElement.TRANSACTION)) {
				return true;
			}
			if (this.message.begins(MessageElement.PAYMENT)) {
				this.group.beginPayment(Objects.requireNonNull(this.ahead.next(), "no payment ahead"));
			}
			else if (this.message.ends(MessageElement.PAYMENT)) {
				this.xml.end();
			}
		}
		return false;
	}

	@Override
	public void close() throws IOException {
		try (this.xml; this.ahead; this.message) {
			// whatever was written
		}
	}

}
