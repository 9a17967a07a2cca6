package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.List;

/**
 * A bank's report on the verification of payees (pain.002), that can be read from its
 * first transaction to its last.
 *
 * @param path where it is
 * @param sha256 the hash of its content, in lower case hexadecimal
 * @param size its length in bytes
 * @param message its name, for example {@code pain.002.001.10}
 * @param group what it says of the message that it answers
 * @param payments how many transactions it lists; banks may leave away those that match,
 * or all of them
 * @param remarks what a person should know of it, a sentence each
 */
public record BankReport(Path path, String sha256, long size, String message, BankGroup group, long payments,
		List<String> remarks) {

	public BankReport {
		remarks = List.copyOf(remarks);
	}

	/**
	 * Looks through a whole report, without keeping it.
	 * @throws UnreadableFile when it is none, or cannot be read; nothing has happened
	 * then
	 */
	public static BankReport open(Path path) throws UnreadableFile {
		BankFaults.refuseOtherThanXml(path);
		try (BankRecords records = BankRecords.open(path)) {
			while (records.next() != null) {
				// what is wrong in it is to be known before anything is done
			}
			BankCheck check = records.check();
			BankGroup group = check.group();
			return new BankReport(path, records.sha256Hex(), records.size(), records.message(), group, check.payments(),
					check.remarks());
		}
	}

	/**
	 * Streams the transactions in order.
	 * @throws UnreadableFile when the content is not the one that was opened, which is
	 * known for certain only at the end: what the consumer took must not be used then
	 * @throws X what the consumer throws
	 */
	public <X extends Exception> void read(BankPaymentConsumer<X> consumer) throws UnreadableFile, X {
		try (BankRecords records = BankRecords.open(this.path)) {
			for (BankPayment payment = records.next(); payment != null; payment = records.next()) {
				consumer.accept(payment);
			}
			if (!records.sha256Hex().equals(this.sha256)) {
				throw PayeeFile.changed(this.path);
			}
		}
	}

}
