package dev.tickmark.report.workbook;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

import dev.tickmark.payee.Verdict;
import dev.tickmark.report.FormulaGuard;

/** The styles of the sheets with the rows, made once. */
final class ResultStyles {

	private static final int OURS = 0x1F3A5F;

	private static final int THEIRS = 0x5B6770;

	private static final int WHITE = 0xFFFFFF;

	/** The built-in format for text: what is typed into such a cell stays as it is. */
	private static final String TEXT = "@";

	private final SXSSFWorkbook workbook;

	private final CellStyle text;

	private final CellStyle guarded;

	private final CellStyle count;

	private final CellStyle theirHeader;

	private final CellStyle guardedHeader;

	private final CellStyle ourHeader;

	private final Map<Verdict, CellStyle> verdicts = new EnumMap<>(Verdict.class);

	ResultStyles(SXSSFWorkbook workbook) {
		this.workbook = workbook;
		// The font of the theme, of which there is none: programs would each take another
		workbook.getXSSFWorkbook().getFontAt(0).setScheme(FontScheme.NONE);
		this.text = style();
		this.text.setDataFormat(workbook.createDataFormat().getFormat(TEXT));
		this.guarded = withApostrophe(this.text);
		this.count = style();
		// apart from the text on its right
		this.count.setAlignment(HorizontalAlignment.CENTER);
		this.theirHeader = filled(THEIRS, WHITE, true);
		this.guardedHeader = withApostrophe(this.theirHeader);
		this.ourHeader = filled(OURS, WHITE, true);
		for (Verdict verdict : Verdict.values()) {
			VerdictColour colour = VerdictColour.of(verdict);
			this.verdicts.put(verdict, filled(colour.fill(), colour.text(), colour.bold()));
		}
	}

	/**
	 * The style of the name of a column: those of the payee file have one, those we add
	 * another.
	 */
	CellStyle header(boolean ours, String name) {
		if (ours) {
			return this.ourHeader;
		}
		return FormulaGuard.beginsLikeFormula(name) ? this.guardedHeader : this.theirHeader;
	}

	/** The style of a text, one of its own for those that begin like a formula. */
	CellStyle text(String value) {
		return FormulaGuard.beginsLikeFormula(value) ? this.guarded : this.text;
	}

	CellStyle count() {
		return this.count;
	}

	CellStyle verdict(Verdict verdict) {
		return Objects.requireNonNull(this.verdicts.get(verdict));
	}

	XSSFCellStyle filled(int fill, int colour, boolean bold) {
		XSSFCellStyle style = style();
		style.setFillForegroundColor(new XSSFColor(VerdictColour.bytes(fill)));
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		style.setFont(font(colour, bold));
		return style;
	}

	/** The usual font in a colour. */
	XSSFFont font(int colour, boolean bold) {
		XSSFFont font = (XSSFFont) this.workbook.createFont();
		// so that a program without the font takes the same one for all
		font.setFamily(FontFamily.SWISS);
		font.setColor(new XSSFColor(VerdictColour.bytes(colour)));
		font.setBold(bold);
		return font;
	}

	/** The same with an apostrophe before the text, as if somebody had typed it. */
	private CellStyle withApostrophe(CellStyle plain) {
		XSSFCellStyle style = style();
		style.cloneStyleFrom(plain);
		style.setQuotePrefixed(true);
		return style;
	}

	/**
	 * A style in the usual font: without saying so, some programs take one of their own.
	 */
	XSSFCellStyle style() {
		XSSFCellStyle style = (XSSFCellStyle) this.workbook.createCellStyle();
		style.setFont(this.workbook.getXSSFWorkbook().getFontAt(0));
		return style;
	}

}
