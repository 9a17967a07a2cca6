package dev.tickmark.report.workbook;

import java.util.List;

import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import dev.tickmark.payee.Verdict;
import dev.tickmark.report.ResultCells;
import dev.tickmark.report.ResultLine;

/**
 * The sheets with the rows: {@code results}, and {@code results 2} and so on when there
 * are more rows than a sheet holds. Every cell is text, so that no account number loses a
 * zero, except for the attempts.
 */
final class ResultsSheets {

	/** What a sheet holds below the header. */
	static final int MOST_ROWS = 1_048_575;

	/** What the longest verdict needs in bold letters, in characters. */
	private static final int BOLD_VERDICT = 22;

	private final SXSSFWorkbook workbook;

	private final ResultCells cells;

	private final ResultStyles styles;

	private final ColumnWidths widths;

	private final int rowsOfSheet;

	private final int verdict;

	private final int attempts;

	private SXSSFSheet sheet;

	private int sheets = 1;

	/** How many rows the sheet has below its header. */
	private int rows;

	ResultsSheets(SXSSFWorkbook workbook, ResultCells cells, int rowsOfSheet) {
		this.workbook = workbook;
		this.cells = cells;
		this.styles = new ResultStyles(workbook);
		this.rowsOfSheet = rowsOfSheet;
		this.verdict = cells.inputColumns() + ResultCells.ADDED.indexOf("verdict");
		this.attempts = cells.inputColumns() + ResultCells.ADDED.indexOf("attempts");
		this.widths = new ColumnWidths(cells.names());
		this.widths.atLeast(this.verdict, BOLD_VERDICT);
		this.sheet = begin("results");
	}

	private SXSSFSheet begin(String name) {
		SXSSFSheet begun = this.workbook.createSheet(name);
		begun.createFreezePane(0, 1);
		print(begun);
		SXSSFRow header = begun.createRow(0);
		List<String> names = this.cells.names();
		for (int i = 0; i < names.size(); i++) {
			SXSSFCell cell = header.createCell(i);
			cell.setCellValue(CellText.of(names.get(i)));
			cell.setCellStyle(this.styles.header(i >= this.cells.inputColumns(), names.get(i)));
		}
		return begun;
	}

	/**
	 * On paper: as many pages as it takes, all columns side by side, the header on each.
	 */
	private static void print(SXSSFSheet sheet) {
		sheet.setFitToPage(true);
		sheet.getPrintSetup().setLandscape(true);
		sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
		sheet.getPrintSetup().setFitHeight((short) 0);
		sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
	}

	void write(List<String> texts, ResultLine line) {
		if (this.rows == this.rowsOfSheet) {
			finish();
			this.sheets++;
			this.sheet = begin("results " + this.sheets);
			this.rows = 0;
		}
		this.rows++;
		this.widths.see(texts);
		SXSSFRow row = this.sheet.createRow(this.rows);
		for (int i = 0; i < texts.size(); i++) {
			String text = texts.get(i);
			// an empty cell is none
			if (!text.isEmpty()) {
				write(row.createCell(i), i, text, line.verdict());
			}
		}
	}

	private void write(SXSSFCell cell, int column, String text, Verdict found) {
		if (column == this.attempts) {
			cell.setCellValue(Integer.parseInt(text));
			cell.setCellStyle(this.styles.count());
			return;
		}
		cell.setCellValue(CellText.of(text));
		cell.setCellStyle((column == this.verdict) ? this.styles.verdict(found) : this.styles.text(text));
	}

	/** The styles that all sheets share. */
	ResultStyles styles() {
		return this.styles;
	}

	/** Ends a sheet, with what depends on its rows. */
	void finish() {
		int last = this.cells.names().size() - 1;
		this.sheet.setAutoFilter(new CellRangeAddress(0, this.rows, 0, last));
		for (int i = 0; i <= last; i++) {
			this.sheet.setColumnWidth(i, this.widths.of(i));
		}
		// That a number is text is what we want, and no reason for a mark in its corner
		this.workbook.getXSSFWorkbook()
			.getSheet(this.sheet.getSheetName())
			.addIgnoredErrors(new CellRangeAddress(0, this.rows, 0, last), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
	}

}
