package dev.tickmark.desk;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.tickmark.intake.Glance;
import dev.tickmark.payee.Column;
import dev.tickmark.verification.definition.ColumnChoice;

/** Choices of columns that are made of what is known. */
final class Proposal {

	private Proposal() {
	}

	/** What was found out, and what is likely beside it. */
	static ColumnChoice of(Glance glance) {
		SortedMap<Integer, Column> columns = new TreeMap<>(ColumnChoice.of(glance.layout()).columns());
		glance.likely().forEach(columns::putIfAbsent);
		return new ColumnChoice(glance.layout().header(), columns);
	}

	/** What a person says, as far as the file has such columns. */
	static ColumnChoice said(List<String> header, Map<Integer, Column> said) {
		SortedMap<Integer, Column> columns = new TreeMap<>();
		said.forEach((position, column) -> {
			if (position >= 0 && position < header.size()) {
				columns.put(position, column);
			}
		});
		return new ColumnChoice(header, columns);
	}

}
