package dev.tickmark.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.InputRow;

/**
 * A payee file that can be read from its first row to its last: everything that would
 * make it unreadable as a whole was looked for when it was opened.
 *
 * @param path where it is
 * @param sha256 the hash of its content, in lower case hexadecimal: its identity
 * @param size its length in bytes
 * @param rows how many rows it has, the header and blank lines not counted
 * @param layout how it is laid out
 * @param remarks what a person should know of how it is read, a sentence each
 */
public record PayeeFile(Path path, String sha256, long size, long rows, Layout layout, List<String> remarks) {

	public PayeeFile {
		remarks = List.copyOf(remarks);
	}

	/**
	 * Looks through a whole file of any format, without keeping it.
	 * @throws UnreadableFile when it cannot be taken in; nothing has happened then
	 */
	public static PayeeFile open(Path path) throws UnreadableFile {
		return open(path, Input.ANY);
	}

	/**
	 * Looks through a whole file, without keeping it.
	 * @param input what is known of it beforehand
	 * @throws UnreadableFile when it cannot be taken in; nothing has happened then
	 */
	public static PayeeFile open(Path path, Input input) throws UnreadableFile {
		Presence.require(path, "payee file", Presence.table("payee"));
		Layout layout = Layouts.find(path, input);
		try (Records records = open(path, layout)) {
			records.next();
			long rows = 0;
			while (records.next() != null) {
				rows++;
			}
			if (rows == 0) {
				throw new UnreadableFile(path,
						"has a header and no rows. One row for each payee is expected below it.");
			}
			List<String> remarks = new ArrayList<>(Layouts.remarks(path, layout.format(), input));
			remarks.addAll(records.remarks());
			return new PayeeFile(path, records.sha256Hex(), records.size(), rows, layout, remarks);
		}
	}

	/**
	 * Streams the rows in order. They are read and checked in a thread of their own, a
	 * few of them ahead; the consumer is called in the caller's.
	 * @throws UnreadableFile when the content is not the one that was opened, which is
	 * known for certain only at the end: what the consumer took must not be used then
	 * @throws X what the consumer throws
	 */
	public <X extends Exception> Totals read(RowConsumer<X> consumer) throws UnreadableFile, X {
		RowCheck check = new RowCheck(this.layout);
		long count = 0;
		long rejected = 0;
		try (Records records = open(this.path, this.layout)) {
			Records.Found header = records.next();
			if (header == null || !header.fields().equals(this.layout.header())) {
				throw changed();
			}
			try (ReadAhead ahead = ReadAhead.begin(() -> next(records, check))) {
				for (InputRow row = ahead.next(); row != null; row = ahead.next()) {
					count++;
					rejected += (row.problem() != null) ? 1 : 0;
					consumer.accept(row);
				}
			}
		}
		return new Totals(count, rejected);
	}

	/** Whether the file is text, of which halves can be made. */
	public boolean isText() {
		return switch (this.layout.format()) {
			case Format.Csv _ -> true;
			case Format.FixedWidth _ -> true;
			case Format.PaymentInitiation _ -> true;
			case Format.Workbook _ -> false;
		};
	}

	/** What is to be said when the file cannot be read any more. */
	public UnreadableFile unreadable(IOException cause) {
		return Faults.notReadable(this.path, cause);
	}

	private static Records open(Path path, Layout layout) throws UnreadableFile {
		return Records.of(path, layout.format(), new PayeeCells(layout.positions()));
	}

	private @Nullable InputRow next(Records records, RowCheck check) throws UnreadableFile {
		Records.Found found = records.next();
		if (found == null && !records.sha256Hex().equals(this.sha256)) {
			throw changed();
		}
		return (found != null) ? check.check(found) : null;
	}

	/** What is to be said when the file has another content than when it was opened. */
	public UnreadableFile changed() {
		return changed(this.path);
	}

	static UnreadableFile changed(Path path) {
		return new UnreadableFile(path, "was changed while it was being read. Start again when it is complete.");
	}

}
