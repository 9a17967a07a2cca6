package dev.tickmark.intake;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;

/** Makes a payee of a record, or says what is wrong with it: the first problem found. */
final class RowCheck {

	private final Layout layout;

	/** In the order of the file, so that the first problem is the leftmost. */
	private final List<Cell> cells;

	RowCheck(Layout layout) {
		this(layout, LocalDate.now(ZoneOffset.UTC));
	}

	RowCheck(Layout layout, LocalDate today) {
		this.layout = layout;
		this.cells = layout.positions()
			.entrySet()
			.stream()
			.sorted(Comparator.comparing(Map.Entry::getValue))
			.map((entry) -> new Cell(entry.getValue(), entry.getKey(),
					Rule.of(entry.getKey(), layout.notation(), today)))
			.toList();
	}

	InputRow check(Records.Found found) {
		Problem problem = RowForm.problem(this.layout, found);
		if (problem != null) {
			return InputRow.bad(found.line(), RowForm.bounded(found.fields()), problem);
		}
		Map<Column, String> values = new EnumMap<>(Column.class);
		values.putAll(this.layout.fixed());
		problem = normalise(found, values);
		Payee payee = new Payee(values);
		problem = (problem != null) ? problem : WholeRow.problem(this.layout, payee);
		return (problem != null) ? InputRow.bad(found.line(), found.fields(), problem)
				: InputRow.good(found.line(), found.fields(), payee);
	}

	private @Nullable Problem normalise(Records.Found found, Map<Column, String> values) {
		for (Cell cell : this.cells) {
			switch (check(found, cell)) {
				case Checked.Good good -> values.put(cell.column(), good.value());
				case Checked.Bad bad -> {
					return new Problem(this.layout.header().get(cell.position()), bad.why());
				}
			}
		}
		return null;
	}

	private static Checked check(Records.Found found, Cell cell) {
		String value = found.fields().get(cell.position());
		String flaw = found.flaws().getOrDefault(cell.position(), Text.flaw(value));
		if (flaw != null) {
			return new Checked.Bad(flaw);
		}
		return Text.stripped(value).isEmpty() ? new Checked.Good("") : cell.rule().check(value);
	}

	/** A column of the file that means something. */
	private record Cell(int position, Column column, Rule rule) {

	}

}
