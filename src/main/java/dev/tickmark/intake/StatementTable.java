package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table with something that a provider did, and charges, in each row.
 *
 * @param mapping what the definition says of it
 */
record StatementTable(StatementMapping mapping) implements Table<StatementLayout> {

	/** What one row is there for, in messages. */
	static final String ABOUT = "verification that is charged";

	/**
	 * Finds out the format of a statement and how it is laid out.
	 * @throws UnreadableFile when it is no table, or not the one that is expected
	 */
	static StatementLayout find(Path file, StatementMapping mapping) throws UnreadableFile {
		Table<StatementLayout> table = new StatementTable(mapping);
		Input input = mapping.input();
		Opening opening = Opening.of(file);
		// a header may begin with a bracket
		Opening taken = (opening == Opening.XML && input.kind() == Input.Kind.CSV) ? Opening.TEXT : opening;
		return switch (taken) {
			case OLD_WORKBOOK -> throw OldWorkbook.refusal(file);
			case XML -> throw new UnreadableFile(file, "is XML, perhaps a payment file (pain.001) or a bank's report"
					+ " (pain.002); a statement is a table, CSV or XLSX. Check which file it is.");
			case ARCHIVE -> {
				Layouts.expect(file, input, Input.Kind.XLSX, "a workbook or an archive");
				yield WorkbookLayout.find(file, input, table);
			}
			case TEXT -> {
				if (Opening.isPdf(file)) {
					throw new UnreadableFile(file, "is a PDF; a statement is a table, CSV or XLSX. Ask the provider"
							+ " for it in one of these formats.");
				}
				Layouts.expect(file, input, Input.Kind.CSV, "neither a workbook nor XML");
				yield CsvLayout.find(file, input, table);
			}
		};
	}

	@Override
	public Heading<StatementLayout> heading(Path file, Records.Found first) {
		return new StatementHeader(file, first, this.mapping);
	}

	@Override
	public List<String> names(int width) {
		Map<String, Source> columns = new LinkedHashMap<>();
		this.mapping.columns().forEach((column, source) -> columns.put(column.written(), source));
		return Headerless.names(columns, width);
	}

	@Override
	public String about() {
		return ABOUT;
	}

}
