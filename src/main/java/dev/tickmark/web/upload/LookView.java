package dev.tickmark.web.upload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.desk.Look;
import dev.tickmark.intake.Format;
import dev.tickmark.intake.Glance;
import dev.tickmark.payee.Column;
import dev.tickmark.story.MaskedCell;

/**
 * What is shown of the beginning of a file.
 *
 * @param format its format in words
 * @param columns its columns
 * @param rows its first rows, each with as many cells as there are columns; of accounts
 * and persons, numbers end as they do and begin with an ellipsis
 * @param choosable whether a person can say which column is which
 * @param names what may be chosen
 * @param faults why it cannot be verified so
 * @param chosenBy who chose so for a file with the same header; null when nobody did
 */
record LookView(String format, List<FileColumn> columns, List<Line> rows, boolean choosable, List<String> names,
		List<String> faults, List<String> remarks, @Nullable String chosenBy, @Nullable Instant chosenAt) {

	/** So many columns are shown with their cells. */
	private static final int CELLS = 60;

	static LookView of(Look.Readable look) {
		Glance glance = look.glance();
		List<FileColumn> columns = new ArrayList<>();
		List<String> header = glance.layout().header();
		for (int i = 0; i < header.size(); i++) {
			Column chosen = look.choice().columns().get(i);
			boolean found = glance.layout().positions().containsValue(i);
			columns.add(new FileColumn(i,
					header.get(i).isBlank() ? "(number " + (i + 1) + ")" : MaskedCell.ofHeader(header.get(i)),
					(chosen != null) ? chosen.header() : "", found ? "recognised" : (chosen != null) ? "chosen" : ""));
		}
		List<Line> rows = glance.first()
			.stream()
			.map((row) -> new Line(row.line(),
					cells(row.cells(), look.choice().columns(), Math.min(header.size(), CELLS))))
			.toList();
		return new LookView(words(glance.layout().format()), columns, rows, look.canBeChosen(),
				Arrays.stream(Column.values()).map(Column::header).toList(), look.faults(), glance.remarks(),
				look.chosenBy(), look.chosenAt());
	}

	/** The columns whose cells are shown. */
	public List<FileColumn> shownColumns() {
		return this.columns.subList(0, Math.min(this.columns.size(), CELLS));
	}

	private static List<String> cells(List<String> cells, Map<Integer, Column> columns, int width) {
		List<String> all = new ArrayList<>();
		for (int i = 0; i < width; i++) {
			all.add((i < cells.size()) ? MaskedCell.of(columns.get(i), cells.get(i)) : "");
		}
		return all;
	}

	private static String words(Format format) {
		return switch (format) {
			case Format.Csv csv -> "CSV, " + delimiter(csv.delimiter()) + " between the columns, "
					+ csv.charset().displayName() + ((csv.names() != null) ? ", without a header" : "");
			case Format.FixedWidth fixed -> "Text with columns of fixed width, " + fixed.charset().displayName();
			case Format.Workbook workbook -> "Workbook (XLSX), sheet " + workbook.sheet();
			case Format.PaymentInitiation payments -> "Payment file, " + payments.message();
		};
	}

	private static String delimiter(char delimiter) {
		return switch (delimiter) {
			case ',' -> "a comma";
			case ';' -> "a semicolon";
			case '\t' -> "a tab";
			default -> "\"" + delimiter + "\"";
		};
	}

	/**
	 * A column of the file.
	 *
	 * @param name as the file writes it
	 * @param chosen ours; empty when it is carried through
	 * @param how it came to that
	 */
	record FileColumn(int position, String name, String chosen, String how) {

		/** The name of the field in which it is chosen. */
		public String field() {
			return ChosenColumns.FIELD + this.position;
		}

	}

	/** A row with the line on which it begins. */
	record Line(long line, List<String> cells) {

	}

}
