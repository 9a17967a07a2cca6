package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The records of a sheet of a workbook. Their lines are the numbers of its rows. A row
 * that is shorter than the header is filled up: a sheet does not keep empty cells.
 */
final class WorkbookRecords implements Records {

	private final Path file;

	private final WorkbookArchive archive;

	private final WorkbookSheet sheet;

	/** How cells are taken; null when only the header is wanted. */
	private final @Nullable CellTaking taking;

	/** The hash of the file before it was read; null when only the header is wanted. */
	private final @Nullable String before;

	private List<String> header = List.of();

	private List<String> remarks = List.of();

	private WorkbookRecords(Path file, WorkbookArchive archive, String sheet, @Nullable CellTaking taking)
			throws UnreadableFile {
		this.file = file;
		this.archive = archive;
		this.taking = taking;
		this.before = (taking == null) ? null : archive.sha256Hex();
		this.sheet = WorkbookSheet.open(file, archive, sheet);
	}

	static WorkbookRecords of(Path file, String sheet, @Nullable CellTaking taking) throws UnreadableFile {
		WorkbookArchive archive = WorkbookArchive.open(file);
		try {
			return new WorkbookRecords(file, archive, sheet, taking);
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
		if (this.header.isEmpty()) {
			marks.header(row);
			this.header = List.of(fields(row, null));
			return Found.of(row.line(), row.line(), this.header);
		}
		marks.row(row);
		return new Found(row.line(), row.line(), Arrays.asList(fields(row, this.taking)), flaws(row));
	}

	private String[] fields(SheetRow row, @Nullable CellTaking taking) {
		String[] fields = new String[Math.max(this.header.size(), row.width())];
		Arrays.fill(fields, "");
		for (SheetRow.Cell cell : row.cells()) {
			fields[cell.position()] = (taking != null) ? taking.text(cell.position(), cell.value())
					: cell.value().text();
		}
		return fields;
	}

	private Map<Integer, String> flaws(SheetRow row) {
		Map<Integer, String> flaws = Map.of();
		for (SheetRow.Cell cell : row.cells()) {
			String flaw = (this.taking != null) ? this.taking.flaw(cell.position(), cell.value()) : null;
			if (flaw != null) {
				flaws = flaws.isEmpty() ? new HashMap<>() : flaws;
				flaws.put(cell.position(), flaw);
			}
		}
		return flaws;
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
