package dev.tickmark.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Sharing;

/**
 * Rows in 64 bits, by which they are compared with all others of a file. Texts have those
 * of their SHA-256, in which nobody can aim at the ones of another text; by chance, two
 * of a million references are taken for one in one of 37 million files.
 */
final class RowKeys {

	/** What payment files have where a reference is required and there is none. */
	private static final String NO_REFERENCE = "NOTPROVIDED";

	/** What says nothing about the payee. */
	private static final Set<Column> OF_PAYMENT = EnumSet.of(Column.REFERENCE, Column.AMOUNT);

	private final Cells cells;

	private final List<Column> ofPayee;

	private final MessageDigest sha256 = sha256();

	RowKeys(Cells cells) {
		this.cells = cells;
		this.ofPayee = cells.positions()
			.keySet()
			.stream()
			.filter((column) -> !OF_PAYMENT.contains(column))
			.sorted()
			.toList();
	}

	/** The key of a row's reference; null when it has none. */
	@Nullable Long reference(ResultLine line) {
		String reference = this.cells.get(line, Column.REFERENCE);
		if (reference.isEmpty() || reference.equals(NO_REFERENCE)) {
			return null;
		}
		add(reference);
		return digest();
	}

	/**
	 * The key of a row's payee. A row that asks has that of its question: how the payee
	 * is written does not matter then. One that was rejected has what it says.
	 */
	long payee(ResultLine line) {
		Sharing sharing = line.sharing();
		if (sharing != null) {
			return sharing.question();
		}
		for (Column column : this.ofPayee) {
			add(this.cells.get(line, column));
			this.sha256.update((byte) 0);
		}
		// no question's number is negative
		return digest() | Long.MIN_VALUE;
	}

	private void add(String text) {
		this.sha256.update(text.getBytes(StandardCharsets.UTF_8));
	}

	private long digest() {
		return ByteBuffer.wrap(this.sha256.digest()).getLong();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
