package dev.tickmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of what became of each provider's rows in each trouble. */
final class Matrix {

	private static final int WIDTH = 34;

	private final List<String> providers;

	private final Map<String, List<String>> undisturbed;

	private final Map<String, List<List<String>>> rows = new LinkedHashMap<>();

	Matrix(Map<String, List<String>> undisturbed) {
		this.providers = List.copyOf(undisturbed.keySet());
		this.undisturbed = undisturbed;
	}

	void add(String trouble, Map<String, Cell> cells) {
		this.rows.put(trouble,
				this.providers.stream()
					.map((provider) -> Objects.requireNonNull(cells.get(provider))
						.lines(Objects.requireNonNull(this.undisturbed.get(provider))))
					.toList());
	}

	String text() {
		StringBuilder text = new StringBuilder(line("", this.providers));
		this.rows.forEach((trouble, cells) -> {
			text.append("-".repeat(WIDTH * (this.providers.size() + 1))).append('\n');
			List<String> name = wrapped(trouble);
			List<List<String>> wrapped = cells.stream()
				.map((cell) -> cell.stream().flatMap((line) -> wrapped(line).stream()).toList())
				.toList();
			int height = Math.max(name.size(), wrapped.stream().mapToInt(List::size).max().orElse(0));
			IntStream.range(0, height)
				.forEach((i) -> text.append(line(at(name, i), wrapped.stream().map((cell) -> at(cell, i)).toList())));
		});
		return text.toString();
	}

	String markdown() {
		StringBuilder text = new StringBuilder("| fault | " + String.join(" | ", this.providers) + " |\n|---|"
				+ "---|".repeat(this.providers.size()) + "\n");
		this.rows.forEach((trouble, cells) -> text.append("| ")
			.append(trouble)
			.append(" | ")
			.append(cells.stream().map((cell) -> String.join("<br>", cell)).collect(Collectors.joining(" | ")))
			.append(" |\n"));
		return text.toString();
	}

	private static String line(String first, List<String> others) {
		return (pad(first) + others.stream().map(Matrix::pad).collect(Collectors.joining())).stripTrailing() + "\n";
	}

	private static String pad(String text) {
		return text + " ".repeat(Math.max(1, WIDTH - text.length()));
	}

	private static String at(List<String> lines, int i) {
		return (i < lines.size()) ? lines.get(i) : "";
	}

	/** A text in lines that fit a column. */
	private static List<String> wrapped(String text) {
		List<String> lines = new ArrayList<>(List.of(""));
		for (String word : text.split(" ")) {
			String last = lines.getLast();
			if (last.length() + word.length() + 2 > WIDTH) {
				lines.add(word);
			}
			else {
				lines.set(lines.size() - 1, last.isEmpty() ? word : last + " " + word);
			}
		}
		return lines;
	}

}
