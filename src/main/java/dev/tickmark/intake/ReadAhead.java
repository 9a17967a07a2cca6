package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.InputRow;

/**
 * Reads rows in a thread of its own, a little ahead of the one who takes them. They keep
 * their order, and a failure comes behind the rows before it.
 */
final class ReadAhead implements AutoCloseable {

	/** Handing over costs something, so it is done for this many rows at once. */
	private static final int ROWS = 500;

	/** But long rows do not fill the memory, in characters. */
	private static final int CHARACTERS = 200_000;

	/** So many batches wait at most; one more is being read and one being taken. */
	private static final int WAITING = 2;

	private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(WAITING);

	private final Thread reader;

	private Batch batch = new Batch(List.of(), false, null);

	private int taken;

	private ReadAhead(Source source) {
		this.reader = Thread.ofPlatform().name("intake").daemon().unstarted(() -> read(source));
	}

	static ReadAhead begin(Source source) {
		ReadAhead ahead = new ReadAhead(source);
		ahead.reader.start();
		return ahead;
	}

	/**
	 * The next row; null when there are no more.
	 * @throws UnreadableFile when the source did
	 */
	@Nullable InputRow next() throws UnreadableFile {
		while (this.taken == this.batch.rows().size()) {
			if (this.batch.last()) {
				return end(this.batch.failure());
			}
			this.batch = take();
			this.taken = 0;
		}
		return this.batch.rows().get(this.taken++);
	}

	private static @Nullable InputRow end(@Nullable Throwable failure) throws UnreadableFile {
		switch (failure) {
			case null -> {
				return null;
			}
			case UnreadableFile unreadable -> throw unreadable;
			case RuntimeException ours -> throw ours;
			case Error error -> throw error;
			default -> throw new IllegalStateException(failure);
		}
	}

	/** Waits whatever happens: reading a file comes to an end by itself. */
	private Batch take() {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return this.batches.take();
				}
				catch (InterruptedException _) {
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private void read(Source source) {
		try {
			Batch read;
			do {
				read = batch(source);
				this.batches.put(read);
			}
			while (!read.last());
		}
		catch (InterruptedException _) {
			// nobody takes any more
		}
	}

	private static Batch batch(Source source) {
		List<InputRow> rows = new ArrayList<>(ROWS);
		try {
			long characters = 0;
			while (rows.size() < ROWS && characters < CHARACTERS) {
				InputRow row = source.next();
				if (row == null) {
					return new Batch(rows, true, null);
				}
				rows.add(row);
				for (String field : row.fields()) {
					characters += field.length();
				}
			}
			return new Batch(rows, false, null);
		}
		// whatever it is: who takes the rows gets to know it
		catch (Throwable ex) {
			return new Batch(rows, true, ex);
		}
	}

	/** Ends the reading, if need be before its end, and waits for it. */
	@Override
	public void close() {
		boolean interrupted = false;
		while (this.reader.isAlive()) {
			this.reader.interrupt();
			try {
				this.reader.join();
			}
			catch (InterruptedException _) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Where rows come from, until it says null. */
	@FunctionalInterface
	interface Source {

		@Nullable InputRow next() throws UnreadableFile;

	}

	/**
	 * Some rows.
	 *
	 * @param last whether there are no more
	 * @param failure why that is; null when it is the end of the file
	 */
	private record Batch(List<InputRow> rows, boolean last, @Nullable Throwable failure) {

	}

}
