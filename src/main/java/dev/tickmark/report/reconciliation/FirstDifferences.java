package dev.tickmark.report.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** As many differences as a person reads on a page, each cell as long as one looks at. */
final class FirstDifferences {

	static final int KEPT = 500;

	private static final int LONGEST_CELL = 300;

	private final List<List<String>> items = new ArrayList<>();

	void add(List<String> item) {
		if (this.items.size() < KEPT) {
			this.items.add(item.stream().map(FirstDifferences::shortened).toList());
		}
	}

	List<List<String>> items() {
		return this.items;
	}

	/** Whether one of them has something in a column, counted from 0. */
	boolean anyIn(int column) {
		return this.items.stream().anyMatch((item) -> !item.get(column).isBlank());
	}

	private static String shortened(String cell) {
		if (cell.length() <= LONGEST_CELL) {
			return cell;
		}
		// the two halves of a character stay together
		int end = Character.isHighSurrogate(cell.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL;
		return cell.substring(0, end) + "\u2026";
	}

}
