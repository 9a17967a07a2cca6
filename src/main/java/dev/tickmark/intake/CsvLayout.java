package dev.tickmark.intake;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Finds out how a CSV file is laid out: its first record tells the delimiter. */
final class CsvLayout<L> {

	private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

	private final Path file;

	private final Input input;

	private final Charset charset;

	private final Table<L> table;

	private CsvLayout(Path file, Input input, Charset charset, Table<L> table) {
		this.file = file;
		this.input = input;
		this.table = table;
		this.charset = charset;
	}

	/** The layout with the delimiter that makes most of the first record. */
	static <L> L find(Path file, Input input, Table<L> table) throws UnreadableFile {
		return new CsvLayout<>(file, input, Layouts.charset(file, input), table).find();
	}

	private L find() throws UnreadableFile {
		Character said = this.input.delimiter();
		Candidate<L> best = null;
		UnreadableFile refused = null;
		for (char delimiter : (said != null) ? List.of(said) : DELIMITERS) {
			try {
				Candidate<L> candidate = read(delimiter);
				best = candidate.isBetterThan(best) ? candidate : best;
			}
			catch (UnreadableFile ex) {
				// The quotes may make sense with another delimiter
				refused = (refused == null) ? ex : refused;
			}
		}
		// A header that says nothing to us is the less likely one to be meant
		if (refused != null && (best == null || best.header().known() == 0)) {
			throw refused;
		}
		Candidate<L> found = Objects.requireNonNull(best, "neither read nor refused");
		return found.header().layout(found.format());
	}

	private Candidate<L> read(char delimiter) throws UnreadableFile {
		Format.Csv format = new Format.Csv(delimiter, this.charset, null);
		try (Records records = Records.of(this.file, format)) {
			Records.Found first = records.next();
			if (first == null) {
				throw new UnreadableFile(this.file, "is empty. A header with the names of the columns is expected, "
						+ "and one row for each " + this.table.about() + ".");
			}
			if (this.input.header()) {
				return new Candidate<>(format, this.table.heading(this.file, first));
			}
			List<String> names = this.table.names(first.fields().size());
			return new Candidate<>(new Format.Csv(delimiter, this.charset, names),
					this.table.heading(this.file, Records.Found.of(1, 1, names)));
		}
	}

	private record Candidate<L>(Format format, Heading<L> header) {

		boolean isBetterThan(@Nullable Candidate<L> other) {
			if (other == null) {
				return true;
			}
			int more = Long.compare(this.header.known(), other.header.known());
			return more > 0 || (more == 0 && this.header.size() > other.header.size());
		}

	}

}
