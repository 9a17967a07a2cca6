package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/** The first record of a file: the names of its columns. */
final class Header {

	/** The most columns a file may have. */
	static final int MOST_COLUMNS = 500;

	private static final int LONGEST_NAME = 200;

	private final Path file;

	private final long line;

	private final List<String> names;

	Header(Path file, Records.Found first) {
		this.file = file;
		this.line = first.line();
		this.names = first.fields();
	}

	int size() {
		return this.names.size();
	}

	/** How many of its columns mean something to us. */
	long known() {
		return this.names.stream().map(Column::named).flatMap(Optional::stream).distinct().count();
	}

	/**
	 * The layout of the file that has this header.
	 * @throws UnreadableFile when no row of it could be asked about
	 */
	Layout layout(Format format) throws UnreadableFile {
		if (this.names.size() > MOST_COLUMNS) {
			throw new UnreadableFile(this.file, this.line, "the header has " + this.names.size() + " columns, at most "
					+ MOST_COLUMNS + " are allowed. Remove those that are not needed.");
		}
		Map<Column, Integer> positions = new EnumMap<>(Column.class);
		Map<String, Integer> seen = new HashMap<>();
		for (int i = 0; i < this.names.size(); i++) {
			refuseLong(i);
			Optional<Column> known = Column.named(this.names.get(i));
			String plain = this.names.get(i).strip().toLowerCase(Locale.ROOT);
			// Spreadsheets leave columns without a name behind: these may repeat
			if (!plain.isEmpty()) {
				refuseTwice(seen.put(known.map(Column::header).orElse(plain), i), i);
			}
			if (known.isPresent()) {
				positions.put(known.get(), i);
			}
		}
		Layout layout = new Layout(format, this.names, positions);
		String missing = MissingColumns.in(layout);
		if (missing != null) {
			throw new UnreadableFile(this.file, this.line, missing);
		}
		return layout;
	}

	private void refuseLong(int position) throws UnreadableFile {
		int length = this.names.get(position).length();
		if (length > LONGEST_NAME) {
			throw new UnreadableFile(this.file, this.line, "number " + (position + 1), "the name of the column has "
					+ length + " characters, at most " + LONGEST_NAME + " are allowed. Shorten it.");
		}
	}

	private void refuseTwice(@Nullable Integer before, int now) throws UnreadableFile {
		if (before != null) {
			String first = Shown.column(this.names.get(before));
			String second = Shown.column(this.names.get(now));
			String spelling = first.equals(second) ? "" : ", there written \"" + first + "\"";
			throw new UnreadableFile(this.file, this.line, second, "it is the same column twice, number " + (now + 1)
					+ " and number " + (before + 1) + spelling + ". Remove or rename one of them.");
		}
	}

}
