package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/** The first record of a file: the names of its columns. */
final class Header implements Heading<Layout> {

	/** The most columns a file may have. */
	static final int MOST_COLUMNS = 500;

	private static final int LONGEST_NAME = 200;

	private final Path file;

	private final long line;

	private final List<String> names;

	private final Input input;

	private final Positions positions;

	Header(Path file, Records.Found first, Input input) {
		this.file = file;
		this.line = first.line();
		this.names = first.fields();
		this.input = input;
		this.positions = Positions.of(this.names, input.columns());
	}

	@Override
	public int size() {
		return this.names.size();
	}

	@Override
	public long known() {
		return this.positions.found().size();
	}

	@Override
	public Layout layout(Format format) throws UnreadableFile {
		Layout layout = outline(format);
		refuseData();
		Wording missing = this.positions.missing().isEmpty() ? MissingColumns.in(layout)
				: Wording
					.of("the job definition expects what this file does not have: "
							+ String.join("; ", this.positions.missing()) + ".")
					.then(MissingColumns.has(layout));
		if (missing != null) {
			throw new UnreadableFile(this.file, this.line, missing);
		}
		return layout;
	}

	/** What the job definition names and the file does not have, a few words each. */
	List<String> missing() {
		return this.positions.missing();
	}

	/**
	 * The layout, also when a column is missing without which no row of it could be used.
	 */
	Layout outline(Format format) throws UnreadableFile {
		bound(this.file, this.line, this.names);
		Map<String, Integer> seen = new HashMap<>();
		for (int i = 0; i < this.names.size(); i++) {
			String plain = Column.named(this.names.get(i))
				.map(Column::header)
				.orElse(this.names.get(i).strip().toLowerCase(Locale.ROOT));
			// Spreadsheets leave columns without a name behind: these may repeat
			if (!plain.isEmpty()) {
				refuseTwice(seen.put(plain, i), i);
			}
		}
		return new Layout(format, this.names, this.positions.found(), fixed(), this.input.notation());
	}

	/** A column that is told by its position has any name: but not that of a payee. */
	private void refuseData() throws UnreadableFile {
		for (Source source : this.input.columns().values()) {
			if (source instanceof Source.At at && at.position() <= this.names.size()
					&& MissingColumns.isData(this.names.get(at.position() - 1))) {
				throw new UnreadableFile(this.file, this.line, "the line looks like a payee, not like a header. Say"
						+ " header: no in the job definition when the file has none.");
			}
		}
	}

	private Map<Column, String> fixed() {
		Map<Column, String> fixed = new EnumMap<>(Column.class);
		this.input.columns().forEach((column, source) -> {
			if (source instanceof Source.Fixed value) {
				fixed.put(column, value.value());
			}
		});
		return fixed;
	}

	/** Refuses a header that has too many columns, or one with an endless name. */
	static void bound(Path file, long line, List<String> names) throws UnreadableFile {
		if (names.size() > MOST_COLUMNS) {
			throw new UnreadableFile(file, line, "the header has " + names.size() + " columns, at most " + MOST_COLUMNS
					+ " are allowed. Remove those that are not needed.");
		}
		for (int i = 0; i < names.size(); i++) {
			int length = names.get(i).length();
			if (length > LONGEST_NAME) {
				throw new UnreadableFile(file, line, "number " + (i + 1), "the name of the column has " + length
						+ " characters, at most " + LONGEST_NAME + " are allowed. Shorten it.");
			}
		}
	}

	private void refuseTwice(@Nullable Integer before, int now) throws UnreadableFile {
		if (before != null) {
			String first = Shown.column(this.names.get(before));
			String second = Shown.column(this.names.get(now));
			Wording twice = Wording
				.of("it is the same column twice, number " + (now + 1) + " and number " + (before + 1));
			Wording spelling = first.equals(second) ? Wording.of("")
					: new Wording(", there written \"" + first + "\"", "");
			throw new UnreadableFile(this.file, this.line, new Wording(second, "number " + (now + 1)),
					twice.then(spelling).then(". Remove or rename one of them."));
		}
	}

}
