package dev.tickmark.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import dev.tickmark.report.ResultCells;
import dev.tickmark.report.ResultLine;
import dev.tickmark.report.RunSummary;

/**
 * {@code results.xlsx}: the columns and rows of {@code results.csv}, with filters and
 * colours, and a sheet that sums the run up. Rows are put down in temporary files as they
 * come. The same run makes the same bytes.
 */
public final class ResultsWorkbook implements AutoCloseable {

	/** What the file is called. */
	public static final String NAME = "results.xlsx";

	/** So many rows are in memory. */
	private static final int WINDOW = 100;

	private static final String CREATOR = "Tickmark";

	private final OwnTemporaryFiles temporary;

	private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, WINDOW, true, false);

	private final ResultCells cells;

	private final ResultsSheets sheets;

	private ResultsWorkbook(Path folder, List<String> header, int rowsOfSheet) throws IOException {
		this.temporary = new OwnTemporaryFiles(folder);
		this.cells = new ResultCells(header);
		this.sheets = ours(() -> new ResultsSheets(this.workbook, this.cells, rowsOfSheet));
	}

	/**
	 * Begins a workbook.
	 * @param folder where temporary files are to be, which others should not be able to
	 * read; nothing is left there
	 * @param header the names of the payee file's columns, as written
	 */
	public static ResultsWorkbook open(Path folder, List<String> header) throws IOException {
		return new ResultsWorkbook(folder, header, ResultsSheets.MOST_ROWS);
	}

	/** With fewer rows below the header of a sheet than it can hold. */
	static ResultsWorkbook open(Path folder, List<String> header, int rowsOfSheet) throws IOException {
		return new ResultsWorkbook(folder, header, rowsOfSheet);
	}

	/** Adds a row; rows come in the order of the payee file. */
	public void write(ResultLine line) throws IOException {
		ours(() -> {
			this.sheets.write(this.cells.of(line), line);
			return true;
		});
	}

	/**
	 * Adds the summary and writes the whole workbook.
	 * @param target left open
	 */
	public void finish(RunSummary summary, OutputStream target) throws IOException {
		Path packed = this.temporary.createTempFile("results", ".xlsx").toPath();
		ours(() -> {
			this.sheets.finish();
			new SummarySheet(this.workbook, this.sheets.styles(), summary).write();
			return true;
		});
		sign(this.workbook.getXSSFWorkbook().getProperties(), summary);
		try (OutputStream out = Files.newOutputStream(packed)) {
			ours(() -> {
				try {
					this.workbook.write(out);
				}
				catch (IOException ex) {
					throw new Unwritable(ex);
				}
				return true;
			});
		}
		TimelessArchive.copy(packed, target);
	}

	/** Whose the file is, and since when: of the run and not of this hour. */
	private static void sign(POIXMLProperties properties, RunSummary summary) {
		properties.getExtendedProperties().getUnderlyingProperties().setApplication(CREATOR);
		POIXMLProperties.CoreProperties about = properties.getCoreProperties();
		about.setCreator(CREATOR);
		about.setCreated(Optional.of(Date.from(summary.finishedAt())));
		about.setModified(Optional.of(Date.from(summary.finishedAt())));
	}

	/** Does something with our temporary files in place of the library's. */
	private <R> R ours(Supplier<R> task) throws IOException {
		try {
			return TempFile.withStrategy(this.temporary, task);
		}
		// The library hides a full disk in exceptions of its own
		catch (RuntimeException ex) {
			if (ex.getCause() instanceof IOException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	/** Leaves nothing behind, whether it was finished or not. */
	@Override
	public void close() throws IOException {
		try (this.temporary) {
			this.workbook.close();
		}
	}

	private static final class Unwritable extends RuntimeException {

		Unwritable(IOException cause) {
			super(cause);
		}

	}

}
