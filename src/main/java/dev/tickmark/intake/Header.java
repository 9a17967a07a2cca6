package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/** Finds out the layout of a file from its first record. */
final class Header {

	/** The most columns a file may have. */
	static final int MOST_COLUMNS = 500;

	private static final int LONGEST_NAME = 200;

	private static final char[] DELIMITERS = { ',', ';', '\t' };

	private final Path file;

	private final char delimiter;

	private final long line;

	private final List<String> names;

	private Header(Path file, char delimiter, Records.Found first) {
		this.file = file;
		this.delimiter = delimiter;
		this.line = first.line();
		this.names = first.fields();
	}

	/** The layout with the delimiter that makes most of the first record. */
	static Layout layout(Path file) throws UnreadableFile {
		Header best = null;
		UnreadableFile refused = null;
		for (char delimiter : DELIMITERS) {
			try {
				Header candidate = read(file, delimiter);
				best = (best == null || candidate.isBetterThan(best)) ? candidate : best;
			}
			catch (UnreadableFile ex) {
				// The quotes may make sense with another delimiter
				refused = (refused == null) ? ex : refused;
			}
		}
		// A header that says nothing to us is the less likely one to be meant
		if (refused != null && (best == null || best.known() == 0)) {
			throw refused;
		}
		return Objects.requireNonNull(best, "neither read nor refused").layout();
	}

	private static Header read(Path file, char delimiter) throws UnreadableFile {
		try (Records records = Records.of(file, delimiter)) {
			Records.Found first = records.next();
			if (first == null) {
				throw new UnreadableFile(file, "is empty. A header with the names of the columns is expected, "
						+ "and one row for each payee.");
			}
			return new Header(file, delimiter, first);
		}
	}

	private boolean isBetterThan(Header other) {
		int more = Long.compare(known(), other.known());
		return more > 0 || (more == 0 && this.names.size() > other.names.size());
	}

	private long known() {
		return this.names.stream().map(Column::named).flatMap(Optional::stream).distinct().count();
	}

	private Layout layout() throws UnreadableFile {
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
		Layout layout = new Layout(this.delimiter, this.names, positions);
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
