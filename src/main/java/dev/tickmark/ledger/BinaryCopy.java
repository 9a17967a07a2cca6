package dev.tickmark.ledger;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/**
 * Writes tuples as PostgreSQL's COPY takes them with the least work: every value with its
 * length before it, so that nothing needs quotes, neither here nor there.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-BINARY-FORMAT">The
 * format</a>
 */
final class BinaryCopy implements Closeable {

	private static final byte[] SIGNATURE = "PGCOPY\n\u00FF\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

	private static final int NULL = -1;

	/** From where PostgreSQL counts. */
	private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

	private static final int END = -1;

	private final DataOutputStream out;

	BinaryCopy(OutputStream copy) throws IOException {
		this.out = new DataOutputStream(copy);
		this.out.write(SIGNATURE);
		// neither flags nor an extension of the header
		this.out.writeInt(0);
		this.out.writeInt(0);
	}

	/** Begins a tuple of so many values. */
	void begin(int values) throws IOException {
		this.out.writeShort(values);
	}

	/** A {@code bigint}. */
	void number(long value) throws IOException {
		this.out.writeInt(Long.BYTES);
		this.out.writeLong(value);
	}

	/** A {@code text} or a {@code json}. */
	void text(@Nullable String value) throws IOException {
		String storable = Nul.replaced(value);
		bytes((storable != null) ? storable.getBytes(StandardCharsets.UTF_8) : null);
	}

	/** A {@code bytea}. */
	void bytes(byte @Nullable [] value) throws IOException {
		if (value == null) {
			this.out.writeInt(NULL);
			return;
		}
		this.out.writeInt(value.length);
		this.out.write(value);
	}

	/** A {@code boolean}. */
	void truth(boolean value) throws IOException {
		this.out.writeInt(1);
		this.out.writeByte(value ? 1 : 0);
	}

	/** A {@code timestamptz}. */
	void time(@Nullable Instant value) throws IOException {
		if (value == null) {
			bytes(null);
		}
		else {
			number(ChronoUnit.MICROS.between(EPOCH, value));
		}
	}

	/** A {@code numeric}. */
	void decimal(@Nullable BigDecimal value) throws IOException {
		bytes((value != null) ? ByteConverter.numeric(value) : null);
	}

	/** Ends the tuples, and the copy. */
	@Override
	public void close() throws IOException {
		this.out.writeShort(END);
		this.out.close();
	}

}
