package dev.tickmark.report.workbook;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
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

	private final CellStyle theirHeader;

	private final CellStyle ourHeader;

	private final Map<Verdict, CellStyle> verdicts = new EnumMap<>(Verdict.class);

	ResultStyles(SXSSFWorkbook workbook) {
		this.workbook = workbook;
		this.text = style();
		this.text.setDataFormat(workbook.createDataFormat().getFormat(TEXT));
		this.guarded = style();
		this.guarded.setDataFormat(workbook.createDataFormat().getFormat(TEXT));
		// An apostrophe before the text, as if somebody had typed it
		this.guarded.setQuotePrefixed(true);
		this.theirHeader = filled(THEIRS, WHITE, true);
		this.ourHeader = filled(OURS, WHITE, true);
		for (Verdict verdict : Verdict.values()) {
			VerdictColour colour = VerdictColour.of(verdict);
			this.verdicts.put(verdict, filled(colour.fill(), colour.text(), colour.bold()));
		}
	}

	/**
	 * The style of a header: columns of the payee file have one, those we add another.
	 */
	CellStyle header(boolean ours) {
		return ours ? this.ourHeader : this.theirHeader;
	}

	/** The style of a text, one of its own for those that begin like a formula. */
	CellStyle text(String value) {
		return FormulaGuard.beginsLikeFormula(value) ? this.guarded : this.text;
	}

	CellStyle verdict(Verdict verdict) {
		return Objects.requireNonNull(this.verdicts.get(verdict));
	}

	XSSFCellStyle filled(int fill, int colour, boolean bold) {
		XSSFCellStyle style = style();
		style.setFillForegroundColor(new XSSFColor(VerdictColour.bytes(fill)));
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		XSSFFont font = (XSSFFont) this.workbook.createFont();
		font.setColor(new XSSFColor(VerdictColour.bytes(colour)));
		font.setBold(bold);
		style.setFont(font);
		return style;
	}

	private XSSFCellStyle style() {
		return (XSSFCellStyle) this.workbook.createCellStyle();
	}

}
