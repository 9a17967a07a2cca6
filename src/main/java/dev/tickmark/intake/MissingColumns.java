package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/** The columns without which no row of a file could be asked about. */
final class MissingColumns {

	private static final List<Set<Column>> NAMES = List.of(Set.of(Column.NAME),
			Set.of(Column.FIRST_NAME, Column.LAST_NAME));

	private static final List<Set<Column>> ACCOUNTS = List.of(Set.of(Column.IBAN),
			Set.of(Column.SORT_CODE, Column.ACCOUNT_NUMBER), Set.of(Column.PHONE, Column.BANK_ID),
			Set.of(Column.PASSPORT_NUMBER), Set.of(Column.CUSTOMER_ID));

	private static final int SHOWN_COLUMNS = 12;

	/** How many letters may differ between a wrong name and the one that was meant. */
	private static final int SIMILAR = 3;

	private MissingColumns() {
	}

	/** What is missing, as one message; null when nothing is. */
	static @Nullable String in(Layout layout) {
		List<String> missing = new ArrayList<>();
		if (hasNone(layout, NAMES)) {
			missing.add("no column says who the payee is (name, or first_name and last_name)");
		}
		if (hasNone(layout, ACCOUNTS)) {
			missing.add("no column says which account to check (iban, or sort_code and account_number, "
					+ "or phone and bank_id, or passport_number, or customer_id)");
		}
		if (missing.isEmpty()) {
			return null;
		}
		String what = String.join(", and ", missing) + ". ";
		if (layout.header().stream().anyMatch(MissingColumns::isData)) {
			return what + "The line looks like a payee, not like a header: put a line with the column names above it.";
		}
		return what + "The header has: " + shown(layout.header()) + suggestions(layout)
				+ ". Correct the names in the header.";
	}

	private static boolean hasNone(Layout layout, List<Set<Column>> alternatives) {
		return alternatives.stream().noneMatch(layout.positions().keySet()::containsAll);
	}

	/** A cell that no header has: its content is never shown. */
	private static boolean isData(String cell) {
		return cell.chars().filter(Character::isDigit).count() >= 5 || cell.contains("@");
	}

	private static String shown(List<String> header) {
		String names = header.stream().limit(SHOWN_COLUMNS).map(Shown::column).collect(Collectors.joining(", "));
		int more = header.size() - SHOWN_COLUMNS;
		return (more > 0) ? names + " and " + more + " more" : names;
	}

	private static String suggestions(Layout layout) {
		String found = layout.header()
			.stream()
			.filter((name) -> Column.named(name).isEmpty() && !name.isBlank())
			.limit(MissingColumns.SHOWN_COLUMNS)
			.map((name) -> suggestion(name, layout))
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(", "));
		return found.isEmpty() ? "" : "; perhaps " + found;
	}

	private static String suggestion(String name, Layout layout) {
		String plain = Shown.text(name.strip().toLowerCase(Locale.ROOT), 40);
		return Arrays.stream(Column.values())
			.filter((column) -> !layout.positions().containsKey(column))
			.map(Column::header)
			.filter((known) -> distance(plain, known) <= Math.min(SIMILAR, known.length() / 2))
			.min(Comparator.comparingInt((known) -> distance(plain, known)))
			.map((known) -> Shown.column(name) + " should be " + known)
			.orElse("");
	}

	/** How many letters have to be added, removed or changed (Levenshtein). */
	private static int distance(String left, String right) {
		int[] row = new int[right.length() + 1];
		Arrays.setAll(row, (i) -> i);
		for (int i = 1; i <= left.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int changed = diagonal + ((left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[right.length()];
	}

}
