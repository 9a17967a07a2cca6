package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table with a payee in each row.
 *
 * @param input what is known of it beforehand
 */
record PayeeTable(Input input) implements Table<Layout> {

	@Override
	public Heading<Layout> heading(Path file, Records.Found first) {
		return new Header(file, first, this.input);
	}

	@Override
	public List<String> names(int width) {
		Map<String, Source> columns = new LinkedHashMap<>();
		this.input.columns().forEach((column, source) -> columns.put(column.header(), source));
		return Headerless.names(columns, width);
	}

	@Override
	public String about() {
		return "payee";
	}

}
