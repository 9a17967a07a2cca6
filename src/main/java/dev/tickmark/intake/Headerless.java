package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The records of a file that has no header, with one made for it before them. */
final class Headerless implements Records {

	private final Records records;

	private final List<String> names;

	private boolean begun;

	Headerless(Records records, List<String> names) {
		this.records = records;
		this.names = names;
	}

	/**
	 * Names for the columns of such a file: what they mean, or a number.
	 * @param columns where the columns that mean something are, by what they are called
	 */
	static List<String> names(Map<String, Source> columns, int width) {
		List<String> names = new ArrayList<>();
		for (int i = 1; i <= width; i++) {
			int position = i;
			names.add(columns.entrySet()
				.stream()
				.filter((entry) -> entry.getValue() instanceof Source.At at && at.position() == position)
				.map(Map.Entry::getKey)
				.findFirst()
				.orElse("column_" + position));
		}
		return names;
	}

	@Override
	public @Nullable Found next() throws UnreadableFile {
		if (this.begun) {
			return this.records.next();
		}
		this.begun = true;
		return Found.of(1, 1, this.names);
	}

	@Override
	public long size() throws UnreadableFile {
		return this.records.size();
	}

	@Override
	public String sha256Hex() throws UnreadableFile {
		return this.records.sha256Hex();
	}

	@Override
	public List<String> remarks() {
		return this.records.remarks();
	}

	@Override
	public void close() throws UnreadableFile {
		this.records.close();
	}

}
