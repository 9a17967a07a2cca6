package dev.tickmark.report.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;

import dev.tickmark.payee.Verdict;

/** The styles of the sheet that sums a run up, made once. */
final class SummaryStyles {

	private static final int HEADING = 0x1F3A5F;

	private static final int WARNING = 0xFBF3A8;

	/** None is a dash: it leaves those in sight that are not. */
	private static final String COUNT = "#,##0;-#,##0;\"–\"";

	private static final int DARK = 0x1A1A1A;

	private final SXSSFWorkbook workbook;

	private final ResultStyles shared;

	final CellStyle title;

	final CellStyle warning;

	final CellStyle label;

	final CellStyle text;

	final CellStyle number;

	/** A number beside a label. */
	final CellStyle numberAsText;

	final CellStyle share;

	final CellStyle heading;

	final CellStyle headingOfNumber;

	final CellStyle total;

	final CellStyle totalOfNumber;

	/**
	 * @param shared the styles of the other sheets
	 */
	SummaryStyles(SXSSFWorkbook workbook, ResultStyles shared) {
		this.workbook = workbook;
		this.shared = shared;
		this.title = font(style(), HEADING, 16, true);
		this.warning = this.shared.filled(WARNING, DARK, true);
		this.label = font(style(), 0x5B6770, 11, false);
		this.text = style();
		// the name of a file may begin like a formula
		this.text.setQuotePrefixed(true);
		this.number = format(style(), COUNT);
		this.share = format(style(), "0.0%");
		this.heading = this.shared.filled(HEADING, 0xFFFFFF, true);
		XSSFCellStyle right = this.shared.filled(HEADING, 0xFFFFFF, true);
		right.setAlignment(HorizontalAlignment.RIGHT);
		this.headingOfNumber = right;
		this.total = line(font(style(), DARK, 11, true));
		this.totalOfNumber = format(line(font(style(), DARK, 11, true)), COUNT);
		XSSFCellStyle left = format(style(), "#,##0");
		left.setAlignment(HorizontalAlignment.LEFT);
		this.numberAsText = left;
	}

	CellStyle verdict(Verdict verdict) {
		return this.shared.verdict(verdict);
	}

	private XSSFCellStyle style() {
		return this.shared.style();
	}

	private XSSFCellStyle format(XSSFCellStyle style, String format) {
		style.setDataFormat(this.workbook.createDataFormat().getFormat(format));
		style.setAlignment(HorizontalAlignment.RIGHT);
		return style;
	}

	private XSSFCellStyle font(XSSFCellStyle style, int colour, int points, boolean bold) {
		XSSFFont font = this.shared.font(colour, bold);
		font.setFontHeightInPoints((short) points);
		style.setFont(font);
		return style;
	}

	private static XSSFCellStyle line(XSSFCellStyle style) {
		style.setBorderTop(BorderStyle.THIN);
		return style;
	}

}
