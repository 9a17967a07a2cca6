package dev.tickmark.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The payee files themselves, byte for byte. They are kept in parts, so that neither a
 * large file nor a slow reader needs more memory than one of them.
 */
@Repository
public class Originals {

	/** The size of a part, in bytes. */
	private static final int PART = 1 << 20;

	private final JdbcClient jdbc;

	Originals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps the file of a run, in place of what may have been kept of it before.
	 * @throws IOException when the file cannot be read; nothing is kept then
	 */
	@Transactional(rollbackFor = Exception.class)
	public void keep(long run, Path file) throws IOException {
		this.jdbc.sql("delete from file_part where run_id = ?").param(run).update();
		Deflater fast = new Deflater(Deflater.BEST_SPEED);
		try (InputStream in = Files.newInputStream(file);
				OutputStream out = new DeflaterOutputStream(new Parts(run), fast, 1 << 16)) {
			in.transferTo(out);
		}
		finally {
			fast.end();
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
