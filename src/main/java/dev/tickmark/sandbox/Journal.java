package dev.tickmark.sandbox;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of lines that several processes may append to. Each line is one write, so that a
 * killed process leaves at most one torn line, and that at the end of its own lines.
 */
final class Journal implements AutoCloseable {

	private static final int CHUNK = 1 << 20;

	private final Path file;

	// A stream, not a channel: an interrupt would close a channel
	private final FileOutputStream end;

	private final RandomAccessFile start;

	private long position;

	Journal(Path file) throws IOException {
		this.file = file;
		this.end = new FileOutputStream(file.toFile(), true);
		this.start = new RandomAccessFile(file.toFile(), "r");
		long size = this.start.length();
		if (size > 0) {
			this.start.seek(size - 1);
			if (this.start.read() != '\n') {
				// Ends a torn line, or the next one would be lost with it
				this.end.write('\n');
			}
		}
	}

	void append(String line) throws IOException {
		this.end.write((line + '\n').getBytes(StandardCharsets.UTF_8));
	}

	/** Whether somebody emptied the file since it was last read. */
	boolean isEmptied() throws IOException {
		return this.start.length() < this.position;
	}

	/** Reads again from the beginning. */
	void rewind() {
		this.position = 0;
	}

	/** Hands over every whole line that was not read yet, whoever wrote it. */
	void read(Lines lines) throws IOException {
		this.position = read(this.start, this.position, lines);
	}

	/** Hands over every whole line that is there now, read or not. */
	void readAgain(Lines lines) throws IOException {
		try (RandomAccessFile again = new RandomAccessFile(this.file.toFile(), "r")) {
			read(again, 0, lines);
		}
	}

	private static long read(RandomAccessFile file, long from, Lines lines) throws IOException {
		long position = from;
		long size = file.length();
		while (position < size) {
			byte[] chunk = new byte[(int) Math.min(CHUNK, size - position)];
			file.seek(position);
			file.readFully(chunk);
			int used = 0;
			for (int i = 0; i < chunk.length; i++) {
				if (chunk[i] == '\n') {
					lines.read(new String(chunk, used, i - used, StandardCharsets.UTF_8));
					used = i + 1;
				}
			}
			if (used == 0) {
				// A line in the making, or an endless one: what cannot be ours is skipped
				used = (chunk.length == CHUNK) ? CHUNK : 0;
				if (used == 0) {
					return position;
				}
			}
			position += used;
		}
		return position;
	}

	void empty() throws IOException {
		Files.write(this.file, new byte[0]);
		rewind();
	}

	@Override
	public void close() throws IOException {
		this.end.close();
		this.start.close();
	}

	/** Who reads the lines, without their ends. */
	interface Lines {

		void read(String line) throws IOException;

	}

}
