package dev.tickmark.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The lines of what a simulated provider charged, in a file that several processes may
 * share. Which of them count, the register says.
 */
final class Statement implements AutoCloseable {

	private final Path file;

	private final @Nullable Journal journal;

	/**
	 * Opens the statement in this file.
	 * @param kept whether anything is written to it
	 */
	Statement(Path file, boolean kept) throws IOException {
		this.file = file;
		this.journal = kept ? new Journal(file) : null;
	}

	boolean isKept() {
		return this.journal != null;
	}

	void add(Charge charge) throws IOException {
		if (this.journal != null) {
			this.journal.append(charge.line());
		}
	}

	/** Hands over every line that is there now, the oldest first. */
	void read(Reader reader) throws IOException {
		if (this.journal == null) {
			return;
		}
		this.journal.readAgain((line) -> {
			Charge charge = Charge.parse(line);
			if (charge != null) {
				reader.read(charge);
			}
		});
	}

	/** Empties the file, also one that was written when it was kept. */
	void empty() throws IOException {
		if (this.journal != null) {
			this.journal.empty();
		}
		else if (Files.exists(this.file)) {
			Files.write(this.file, new byte[0]);
		}
	}

	@Override
	public void close() throws IOException {
		if (this.journal != null) {
			this.journal.close();
		}
	}

	/** Who reads a statement. */
	interface Reader {

		void read(Charge charge) throws IOException;

	}

}
