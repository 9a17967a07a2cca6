package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The lines of a statement in order; those in which nothing stands are passed over. */
final class StatementRecords implements AutoCloseable {

	private final Records records;

	private final LineCheck check;

	private long number;

	private StatementRecords(Records records, StatementLayout layout) {
		this.records = records;
		this.check = new LineCheck(layout);
	}

	/**
	 * Begins to read a statement, behind its header.
	 * @throws UnreadableFile when it has another header than it had
	 */
	static StatementRecords of(Path path, StatementLayout layout) throws UnreadableFile {
		Records records = Records.of(path, layout.format(), new StatementCells(layout));
		try {
			Records.Found header = records.next();
			if (header == null || !header.fields().equals(layout.header())) {
				throw PayeeFile.changed(path);
			}
			return new StatementRecords(records, layout);
		}
		catch (UnreadableFile | RuntimeException ex) {
			records.close();
			throw ex;
		}
	}

	/** The next line; null at the end. */
	@Nullable StatementLine next() throws UnreadableFile {
		Records.Found found = this.records.next();
		while (found != null && isBlank(found)) {
			found = this.records.next();
		}
		return (found != null) ? this.check.check(++this.number, found) : null;
	}

	List<String> remarks() {
		return this.records.remarks();
	}

	long size() throws UnreadableFile {
		return this.records.size();
	}

	/** To be asked for once, at the end. */
	String sha256Hex() throws UnreadableFile {
		return this.records.sha256Hex();
	}

	/** Spreadsheets leave lines behind with nothing but delimiters. */
	private static boolean isBlank(Records.Found found) {
		return found.flaws().isEmpty() && found.fields().stream().allMatch(String::isBlank);
	}

	@Override
	public void close() throws UnreadableFile {
		this.records.close();
	}

}
