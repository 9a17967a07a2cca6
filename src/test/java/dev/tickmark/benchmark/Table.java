package dev.tickmark.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Draws lines of equal columns. */
final class Table {

	private static final List<String> HEADER = List.of("case", "what", "measured", "compared with", "ratio", "goal",
			"");

	private Table() {
	}

	static String of(List<Measurement> measurements) {
		List<List<String>> lines = new ArrayList<>();
		lines.add(HEADER);
		measurements.forEach((measurement) -> lines.add(line(measurement)));
		return draw(lines);
	}

	/** Each column as wide as its widest cell; those that hold figures to the right. */
	static String draw(List<List<String>> lines) {
		int[] widths = IntStream.range(0, lines.getFirst().size())
			.map((column) -> lines.stream().mapToInt((line) -> line.get(column).length()).max().orElse(0))
			.toArray();
		StringBuilder text = new StringBuilder();
		for (List<String> line : lines) {
			StringBuilder drawn = new StringBuilder();
			for (int column = 0; column < widths.length; column++) {
				String cell = line.get(column);
				String space = " ".repeat(widths[column] - cell.length());
				drawn.append(isFigure(cell) ? space + cell : cell + space).append("  ");
			}
			text.append(drawn.toString().stripTrailing()).append('\n');
		}
		return text.toString();
	}

	private static boolean isFigure(String cell) {
		return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
	}

	private static List<String> line(Measurement measurement) {
		String compared = (measurement.comparedWith() == null) ? ""
				: measurement.comparedWith() + ": " + figure(measurement.reference()) + " " + measurement.unit();
		return List.of(measurement.benchmarkCase(), measurement.what(),
				Figure.of(measurement.measured()) + " " + measurement.unit(), compared, figure(measurement.ratio()),
				(measurement.goal() != null) ? measurement.goal() : "", verdict(measurement.met()));
	}

	private static String figure(@Nullable Double value) {
		return (value != null) ? Figure.of(value) : "";
	}

	private static String verdict(@Nullable Boolean met) {
		if (met == null) {
			return "";
		}
		return met ? "met" : "MISSED";
	}

}
