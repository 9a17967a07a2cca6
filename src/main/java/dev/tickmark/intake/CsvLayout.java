package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Finds out how a CSV file is laid out: its first record tells the delimiter. */
final class CsvLayout {

	private static final char[] DELIMITERS = { ',', ';', '\t' };

	private CsvLayout() {
	}

	/** The layout with the delimiter that makes most of the first record. */
	static Layout find(Path file) throws UnreadableFile {
		Candidate best = null;
		UnreadableFile refused = null;
		for (char delimiter : DELIMITERS) {
			try {
				Candidate candidate = read(file, new Format.Csv(delimiter));
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

	private static Candidate read(Path file, Format format) throws UnreadableFile {
		try (Records records = Records.of(file, format)) {
			Records.Found first = records.next();
			if (first == null) {
				throw new UnreadableFile(file, "is empty. A header with the names of the columns is expected, "
						+ "and one row for each payee.");
			}
			return new Candidate(format, new Header(file, first));
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
