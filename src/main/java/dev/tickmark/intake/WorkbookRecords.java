package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/**
 * The records of a sheet of a workbook. Their lines are the numbers of its rows. A row
 * that is shorter than the header is filled up: a sheet does not keep empty cells.
 */
final class WorkbookRecords implements Records {

	private final Path file;

	private final WorkbookArchive archive;

	private final WorkbookSheet sheet;

	private final Map<Integer, Column> columns = new HashMap<>();

	/** The hash of the file before it was read; null when only the header is wanted. */
	private final @Nullable String before;

	private List<String> header = List.of();

	private List<String> remarks = List.of();

	private WorkbookRecords(Path file, WorkbookArchive archive, String sheet, Map<Column, Integer> positions)
			throws UnreadableFile {
		this.file = file;
		this.archive = archive;
		this.before = positions.isEmpty() ? null : archive.sha256Hex();
		this.sheet = WorkbookSheet.open(file, archive, sheet);
		positions.forEach((column, position) -> this.columns.put(position, column));
	}

	static WorkbookRecords of(Path file, String sheet, Map<Column, Integer> positions) throws UnreadableFile {
		WorkbookArchive archive = WorkbookArchive.open(file);
		try {
			return new WorkbookRecords(file, archive, sheet, positions);
		}
		catch (UnreadableFile | RuntimeException ex) {
			archive.close();
			throw ex;
		}
	}

	@Override
	public @Nullable Found next() throws UnreadableFile {
		SheetRow row = this.sheet.cells().next();
		SheetMarks marks = this.sheet.cells().marks();
		if (row == null) {
			this.remarks = remarks(marks);
			return null;
		}
		String[] fields = new String[Math.max(this.header.size(), row.width())];
		Arrays.fill(fields, "");
		Map<Integer, String> flaws = Map.of();
		for (SheetRow.Cell cell : row.cells()) {
			fields[cell.position()] = cell.value().text();
			Column column = this.columns.get(cell.position());
			String flaw = (column != null) ? CellRule.flaw(column, cell.value()) : null;
			if (flaw != null) {
				flaws = flaws.isEmpty() ? new HashMap<>() : flaws;
				flaws.put(cell.position(), flaw);
			}
		}
		if (this.header.isEmpty()) {
			marks.header(row);
			this.header = List.of(fields);
			return Found.of(row.line(), row.line(), this.header);
		}
		marks.row(row);
		return new Found(row.line(), row.line(), Arrays.asList(fields), flaws);
	}

	private List<String> remarks(SheetMarks marks) {
		List<String> all = new ArrayList<>();
		all.addAll(marks.remarks(this.header));
		all.addAll(this.sheet.others());
		return all;
	}

	@Override
	public List<String> remarks() {
		return this.remarks;
	}

	@Override
	public long size() throws UnreadableFile {
		return this.archive.size();
	}

	@Override
	public String sha256Hex() throws UnreadableFile {
		String after = this.archive.sha256Hex();
		if (this.before != null && !this.before.equals(after)) {
			throw PayeeFile.changed(this.file);
		}
		return after;
	}

	@Override
	public void close() throws UnreadableFile {
		try (this.archive) {
			this.sheet.close();
		}
	}

}
