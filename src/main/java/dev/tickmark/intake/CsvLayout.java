package dev.tickmark.intake;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Finds out how a CSV file is laid out: its first record tells the delimiter. */
final class CsvLayout {

	private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

	private final Path file;

	private final Input input;

	private final Charset charset;

	private CsvLayout(Path file, Input input, Charset charset) {
		this.file = file;
		this.input = input;
		this.charset = charset;
	}

	/** The layout with the delimiter that makes most of the first record. */
	static Layout find(Path file, Input input) throws UnreadableFile {
		return new CsvLayout(file, input, Layouts.charset(file, input)).find();
	}

	private Layout find() throws UnreadableFile {
		Character said = this.input.delimiter();
		Candidate best = null;
		UnreadableFile refused = null;
		for (char delimiter : (said != null) ? List.of(said) : DELIMITERS) {
			try {
				Candidate candidate = read(delimiter);
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
		Candidate found = Objects.requireNonNull(best, "neither read nor refused");
		return found.header().layout(found.format());
	}

	private Candidate read(char delimiter) throws UnreadableFile {
		Format.Csv format = new Format.Csv(delimiter, this.charset, null);
		try (Records records = Records.of(this.file, format)) {
			Records.Found first = records.next();
			if (first == null) {
				throw new UnreadableFile(this.file, "is empty. A header with the names of the columns is expected, "
						+ "and one row for each payee.");
			}
			if (this.input.header()) {
				return new Candidate(format, new Header(this.file, first, this.input));
			}
			List<String> names = Headerless.names(this.input, first.fields().size());
			return new Candidate(new Format.Csv(delimiter, this.charset, names),
					new Header(this.file, Records.Found.of(1, 1, names), this.input));
		}
	}

	private record Candidate(Format format, Header header) {

		boolean isBetterThan(@Nullable Candidate other) {
			if (other == null) {
				return true;
			}
			int more = Long.compare(this.header.known(), other.header.known());
			return more > 0 || (more == 0 && this.header.size() > other.header.size());
		}

	}

}
