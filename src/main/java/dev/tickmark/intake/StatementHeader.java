package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The first record of a statement. Columns that are not mapped may be called anything.
 */
final class StatementHeader implements Heading<StatementLayout> {

	private final Path file;

	private final long line;

	private final List<String> names;

	private final StatementMapping mapping;

	private final Map<StatementColumn, Integer> found = new EnumMap<>(StatementColumn.class);

	private final List<String> missing = new ArrayList<>();

	StatementHeader(Path file, Records.Found first, StatementMapping mapping) {
		this.file = file;
		this.line = first.line();
		this.names = first.fields();
		this.mapping = mapping;
		mapping.columns().forEach((column, source) -> {
			List<Integer> places = Places.of(this.names, source);
			if (places.size() == 1) {
				this.found.put(column, places.getFirst());
			}
			else {
				this.missing.add(Places.fault(source, column.written(), places));
			}
		});
	}

	@Override
	public int size() {
		return this.names.size();
	}

	@Override
	public long known() {
		return this.found.size();
	}

	@Override
	public StatementLayout layout(Format format) throws UnreadableFile {
		Header.bound(this.file, this.line, this.names);
		if (this.mapping.input().header() && isData()) {
			throw new UnreadableFile(this.file, this.line,
					"the line looks like a line of the statement, not like a header. Put a line with the names of the"
							+ " columns above it, or say header: no in the job definition and map the columns by their"
							+ " position.");
		}
		if (!this.missing.isEmpty()) {
			throw new UnreadableFile(this.file, this.line,
					Wording
						.of("the job definition expects what this statement does not have: "
								+ String.join("; ", this.missing) + ".")
						.then(new Wording(" It has: " + MissingColumns.shown(this.names) + ".", ""))
						.then(" Correct statement.columns in the job definition, or check which file it is."));
		}
		return new StatementLayout(format, this.names, this.found, this.mapping);
	}

	/** Columns that were found have their names, those told by position may have any. */
	private boolean isData() {
		boolean positions = this.mapping.columns()
			.entrySet()
			.stream()
			.anyMatch((entry) -> entry.getValue() instanceof Source.At && this.found.containsKey(entry.getKey())
					&& MissingColumns.isData(this.names.get(this.found.get(entry.getKey()))));
		return positions || (!this.missing.isEmpty() && this.names.stream().anyMatch(MissingColumns::isData));
	}

}
