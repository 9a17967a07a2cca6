package dev.tickmark.intake;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Problem;

/** Makes a line of a statement of a record, and says what cannot be read in it. */
final class LineCheck {

	private final StatementLayout layout;

	private final StatementMapping mapping;

	private final StatementTimes times;

	LineCheck(StatementLayout layout) {
		this.layout = layout;
		this.mapping = layout.mapping();
		this.times = layout.times();
	}

	/**
	 * Reads a record that is not blank.
	 * @param number which of the lines it is, counted from 1
	 */
	StatementLine check(long number, Records.Found found) {
		Problem width = RowForm.width(this.layout.format(), this.layout.header(), found);
		if (width != null) {
			// no field can be told from another
			return new StatementLine(number, found.line(), null, null, null, false, null, "", null, Set.of(), null,
					null, null, null, width.text());
		}
		LineValues values = new LineValues(this.layout, found);
		String reference = values.text(StatementColumn.REFERENCE);
		String key = values.text(StatementColumn.KEY);
		StatementTimes.Moment at = values.time(this.times);
		String kind = Objects.requireNonNullElse(values.text(StatementColumn.KIND), "");
		String result = values.text(StatementColumn.RESULT);
		PriceText.Amount price = values.price();
		String currency = values.currency(price);
		String account = values.account();
		String name = values.text(StatementColumn.NAME);
		if (reference == null && key == null && account == null) {
			values.fault(nobody());
		}
		return new StatementLine(number, found.line(), reference, key, (at != null) ? at.at() : null,
				at != null && at.wholeDay(), kind(kind), kind, result,
				(result != null) ? this.mapping.meaning(result) : Set.of(), (price != null) ? price.value() : null,
				currency, account, (name != null) ? Text.collapsed(name) : null, values.problem());
	}

	private @Nullable CallKind kind(String written) {
		return this.layout.has(StatementColumn.KIND) ? this.mapping.kind(written) : CallKind.SUBMIT;
	}

	private String nobody() {
		List<String> names = this.layout.positions()
			.keySet()
			.stream()
			.filter(StatementColumn::identifies)
			.map(this.layout::shown)
			.toList();
		String all = names.stream().collect(Collectors.joining(" and "));
		return ((names.size() == 1) ? "Column " + all + ": The value is" : "Columns " + all + ": The values are")
				+ " missing, so nobody can tell which verification the line is for.";
	}

}
