package dev.tickmark.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The payee files themselves, byte for byte. They are kept in parts, so that neither a
 * large file nor a slow reader needs more memory than one of them.
 */
@Repository
public class Originals {

	/** The size of a part, in bytes. */
	private static final int PART = 1 << 20;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Originals(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Keeps the file of a run, in place of what may have been kept of it before.
	 * @param sha256 the hash of what is to be kept, in lower case hexadecimal
	 * @return whether it was kept: not when the file has another content by now
	 * @throws IOException when the file cannot be read; nothing is kept then
	 */
	public boolean keep(long run, Path file, String sha256) throws IOException {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> {
				boolean same = copy(run, file).equals(sha256);
				if (!same) {
					status.setRollbackOnly();
				}
				return same;
			}));
		}
		catch (UncheckedIOException ex) {
			throw Objects.requireNonNull(ex.getCause());
		}
	}

	private String copy(long run, Path file) {
		this.jdbc.sql("delete from file_part where run_id = ?").param(run).update();
		Deflater fast = new Deflater(Deflater.BEST_SPEED);
		MessageDigest digest = sha256();
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
				OutputStream out = new DeflaterOutputStream(new Parts(run), fast, 1 << 16)) {
			in.transferTo(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			fast.end();
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

	/** Whether the file of a run was kept. */
	public boolean has(long run) {
		return this.jdbc.sql("select exists (select 1 from file_part where run_id = ?)")
			.param(run)
			.query(Boolean.class)
			.single();
	}

	/** Opens the file of a run from its beginning; it may be opened several times. */
	public InputStream open(long run) {
		return new InflaterInputStream(new Kept(run));
	}

	/** Writes parts as they are full, and the last one at the end. */
	private final class Parts extends OutputStream {

		private final long run;

		private final byte[] part = new byte[PART];

		private int filled;

		private int number;

		Parts(long run) {
			this.run = run;
		}

		@Override
		public void write(int b) {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			int done = 0;
			while (done < length) {
				int count = Math.min(length - done, PART - this.filled);
				System.arraycopy(bytes, offset + done, this.part, this.filled, count);
				this.filled += count;
				done += count;
				if (this.filled == PART) {
					store();
				}
			}
		}

		@Override
		public void close() {
			if (this.filled > 0) {
				store();
			}
		}

		private void store() {
			Originals.this.jdbc.sql("insert into file_part (run_id, number, bytes) values (?, ?, ?)")
				.params(this.run, this.number++, Arrays.copyOf(this.part, this.filled))
				.update();
			this.filled = 0;
		}

	}

	/** Reads part after part. */
	private final class Kept extends InputStream {

		private final long run;

		private byte[] part = new byte[0];

		private int taken;

		private int number;

		Kept(long run) {
			this.run = run;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			if (this.taken == this.part.length && !next()) {
				return -1;
			}
			int count = Math.min(length, this.part.length - this.taken);
			System.arraycopy(this.part, this.taken, bytes, offset, count);
			this.taken += count;
			return count;
		}

		private boolean next() {
			byte[] found = Originals.this.jdbc.sql("select bytes from file_part where run_id = ? and number = ?")
				.params(this.run, this.number++)
				.query(byte[].class)
				.optional()
				.orElse(null);
			if (found == null) {
				return false;
			}
			this.part = found;
			this.taken = 0;
			return true;
		}

	}

}
