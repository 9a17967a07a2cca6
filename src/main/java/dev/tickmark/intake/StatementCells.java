package dev.tickmark.intake;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Takes the cells of a statement. A number that identifies something is taken as it is
 * shown: it is only compared with what we have, and nobody is asked about it.
 */
final class StatementCells implements CellTaking {

	private static final String AGAIN = " Ask for the statement as CSV, or format the column as text and enter it again.";

	private final Map<Integer, StatementColumn> columns = new HashMap<>();

	private final StatementTimes times;

	private final char decimal;

	StatementCells(StatementLayout layout) {
		layout.positions().forEach((column, position) -> this.columns.put(position, column));
		this.times = layout.times();
		Character said = layout.mapping().input().notation().decimal();
		this.decimal = (said != null) ? said : '.';
	}

	/** A number has no separator of its own: it gets the one that is expected. */
	@Override
	public String text(int position, CellValue value) {
		boolean price = value instanceof CellValue.Number && this.columns.get(position) == StatementColumn.PRICE;
		return price ? value.text().replace('.', this.decimal) : value.text();
	}

	@Override
	public @Nullable String flaw(int position, CellValue value) {
		StatementColumn column = this.columns.get(position);
		if (column == null) {
			return null;
		}
		if (value instanceof CellValue.Unusable unusable) {
			return unusable.why();
		}
		return switch (column) {
			case REFERENCE, KEY, ACCOUNT -> identifier(column.written(), value);
			case TIME -> time(value);
			case PRICE -> switch (value) {
				case CellValue.Moment _ ->
					"The workbook made a date of this price, so what was entered is lost." + AGAIN;
				case CellValue.Truth _ -> "The cell holds TRUE or FALSE and no price.";
				case CellValue.Words _, CellValue.Number _, CellValue.Unusable _ -> null;
			};
			case KIND, RESULT, CURRENCY, NAME -> null;
		};
	}

	private static @Nullable String identifier(String what, CellValue value) {
		return switch (value) {
			case CellValue.Number number when number.losesDigits() -> "The workbook holds this " + what
					+ " as a number of more than 15 digits, so its last digits are lost." + AGAIN;
			case CellValue.Moment _ ->
				"The workbook made a date of this " + what + ", so what was entered is lost." + AGAIN;
			case CellValue.Truth _ -> "The cell holds TRUE or FALSE and no " + what + "." + AGAIN;
			case CellValue.Words _, CellValue.Number _, CellValue.Unusable _ -> null;
		};
	}

	/** A number is a time where a pattern of digits alone makes one of it. */
	private @Nullable String time(CellValue value) {
		return switch (value) {
			case CellValue.Number number when this.times.read(number.text()) == null ->
				"The cell holds no time but a number. Format the cell as a date and time.";
			case CellValue.Truth _ -> "The cell holds TRUE or FALSE and no time.";
			case CellValue.Words _, CellValue.Number _, CellValue.Moment _, CellValue.Unusable _ -> null;
		};
	}

}
