package dev.tickmark.console;

import java.util.ArrayList;
import java.util.List;

/** A table in which columns line up. */
final class Grid {

	private static final String GAP = "  ";

	private final String alignment;

	private final List<List<String>> rows = new ArrayList<>();

	/**
	 * Makes an empty one.
	 * @param alignment a letter for each column: {@code l} for left, {@code r} for right
	 */
	Grid(String alignment) {
		this.alignment = alignment;
	}

	/** Adds a row with a cell for each column. */
	Grid add(String... cells) {
		if (cells.length != this.alignment.length()) {
			throw new IllegalArgumentException(cells.length + " cells for " + this.alignment.length() + " columns");
		}
		this.rows.add(List.of(cells));
		return this;
	}

	List<String> lines() {
		return this.rows.stream().map(this::line).toList();
	}

	private String line(List<String> cells) {
		StringBuilder line = new StringBuilder();
		for (int column = 0; column < cells.size(); column++) {
			String space = " ".repeat(width(column) - cells.get(column).length());
			boolean left = this.alignment.charAt(column) == 'l';
			line.append((column > 0) ? GAP : "").append(left ? cells.get(column) + space : space + cells.get(column));
		}
		return line.toString().stripTrailing();
	}

	private int width(int column) {
		return this.rows.stream().mapToInt((cells) -> cells.get(column).length()).max().orElse(0);
	}

}
