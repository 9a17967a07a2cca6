package dev.tickmark.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What is known of a statement when all its lines have been looked at once. */
final class StatementSurvey {

	/** So many words that nobody knows are told apart. */
	private static final int MOST_WORDS = 100;

	private static final int SHOWN_WORDS = 5;

	private final Path file;

	private final StatementLayout layout;

	private long lines;

	private long problems;

	private @Nullable StatementLine firstProblem;

	private @Nullable Instant first;

	private @Nullable Instant last;

	private final Map<String, Long> currencies = new LinkedHashMap<>();

	private final Map<String, Long> kinds = new LinkedHashMap<>();

	private final Map<String, Long> results = new LinkedHashMap<>();

	StatementSurvey(Path file, StatementLayout layout) {
		this.file = file;
		this.layout = layout;
	}

	void add(StatementLine line) {
		this.lines++;
		if (line.problem() != null) {
			this.problems++;
			this.firstProblem = (this.firstProblem != null) ? this.firstProblem : line;
		}
		Instant at = line.at();
		if (at != null) {
			this.first = (this.first == null || at.isBefore(this.first)) ? at : this.first;
			this.last = (this.last == null || at.isAfter(this.last)) ? at : this.last;
		}
		if (line.currency() != null) {
			this.currencies.putIfAbsent(line.currency(), line.line());
		}
		if (line.kind() == null && !line.kindWritten().isEmpty()) {
			count(this.kinds, line.kindWritten());
		}
		if (line.result() != null && line.meaning().isEmpty()) {
			count(this.results, line.result());
		}
	}

	/**
	 * Everything was added.
	 * @throws UnreadableFile when it is no statement that something could be compared
	 * with
	 */
	void end() throws UnreadableFile {
		if (this.lines == 0) {
			boolean header = this.layout.mapping().input().header();
			throw new UnreadableFile(this.file,
					"has " + (header ? "a header and " : "") + "no lines. One line for each " + StatementTable.ABOUT
							+ " is expected" + (header ? " below it." : "."));
		}
		List<String> codes = List.copyOf(this.currencies.keySet());
		if (codes.size() > 1) {
			throw new UnreadableFile(this.file, this.currencies.getOrDefault(codes.get(1), 0L),
					"the statement has several currencies, " + String.join(", ", codes) + "; here " + codes.get(1)
							+ " begins. Divide it by currency.");
		}
		String expected = this.layout.mapping().currency();
		if (expected != null && !codes.isEmpty() && !codes.contains(expected)) {
			throw new UnreadableFile(this.file, this.currencies.getOrDefault(codes.getFirst(), 0L),
					"the statement is in " + codes.getFirst() + ", and the job definition says " + expected
							+ ". Check which file it is, or correct statement.currency.");
		}
	}

	long lines() {
		return this.lines;
	}

	long problems() {
		return this.problems;
	}

	@Nullable Instant first() {
		return this.first;
	}

	@Nullable Instant last() {
		return this.last;
	}

	Set<String> currencies() {
		return new TreeSet<>(this.currencies.keySet());
	}

	/** What a person should know of it, a sentence each. */
	List<String> remarks() {
		List<String> remarks = new ArrayList<>();
		if (this.firstProblem != null) {
			remarks.add(Shown.count(this.problems, "line") + " cannot be read; the first is line "
					+ this.firstProblem.line() + ": " + this.firstProblem.problem());
		}
		unknown(remarks, StatementColumn.KIND, "kinds", this.kinds);
		unknown(remarks, StatementColumn.RESULT, "results", this.results);
		return remarks;
	}

	private void unknown(List<String> remarks, StatementColumn column, String key, Map<String, Long> words) {
		if (!words.isEmpty()) {
			String shown = words.entrySet()
				.stream()
				.limit(SHOWN_WORDS)
				.map((word) -> Shown.value(word.getKey()) + " (" + Shown.count(word.getValue(), "line") + ")")
				.collect(Collectors.joining(", "));
			remarks.add("The column " + this.layout.shown(column) + " has what the job definition does not know: "
					+ shown + ((words.size() > SHOWN_WORDS) ? " and more" : "") + ". Say under statement." + key
					+ " what it means.");
		}
	}

	private static void count(Map<String, Long> words, String written) {
		String word = StatementMapping.word(written);
		if (words.size() < MOST_WORDS || words.containsKey(word)) {
			words.merge(word, 1L, Long::sum);
		}
	}

}
