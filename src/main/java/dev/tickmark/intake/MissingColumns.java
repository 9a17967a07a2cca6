package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Nearest;

/** The columns without which no row of a file could be asked about. */
final class MissingColumns {

	private static final List<Set<Column>> NAMES = List.of(Set.of(Column.NAME),
			Set.of(Column.FIRST_NAME, Column.LAST_NAME));

	private static final List<Set<Column>> ACCOUNTS = List.of(Set.of(Column.IBAN),
			Set.of(Column.SORT_CODE, Column.ACCOUNT_NUMBER), Set.of(Column.PHONE, Column.BANK_ID),
			Set.of(Column.PASSPORT_NUMBER), Set.of(Column.CUSTOMER_ID));

	private static final int SHOWN_COLUMNS = 12;

	/** How lists call those who are paid. */
	private static final Pattern PAID = Pattern.compile("(?i)creditor|payee|beneficiary|supplier|vendor");

	private MissingColumns() {
	}

	/** What is missing, as one message; null when nothing is. */
	static @Nullable Wording in(Layout layout) {
		List<String> missing = words(layout::has);
		if (missing.isEmpty()) {
			return null;
		}
		String what = String.join(", and ", missing) + ". ";
		if (layout.header().stream().anyMatch(MissingColumns::isData)) {
			return Wording.of(what
					+ "The line looks like a payee, not like a header: put a line with the column names above it.");
		}
		return Wording.of(what.strip())
			.then(has(layout))
			.then(" Correct the names in the header, or say in a job definition which column is which")
			.then(new Wording(":\n" + mapping(layout), "."));
	}

	/** What is missing, a few words each; nothing when rows could be asked about. */
	static List<String> words(Predicate<Column> has) {
		List<String> missing = new ArrayList<>();
		if (hasNone(has, NAMES)) {
			missing.add("no column says who the payee is (name, or first_name and last_name)");
		}
		if (hasNone(has, ACCOUNTS)) {
			missing.add("no column says which account to check (iban, or sort_code and account_number, "
					+ "or phone and bank_id, or passport_number, or customer_id)");
		}
		return missing;
	}

	/** The names of the header, and what they may stand for, as one more sentence. */
	static Wording has(Layout layout) {
		return new Wording(" The header has: " + shown(layout.header()) + suggestions(layout) + ".", "");
	}

	/** A mapping to be pasted into a job definition, with the names that are there. */
	private static String mapping(Layout layout) {
		Map<String, String> lines = new LinkedHashMap<>();
		for (String name : layout.header()) {
			nearest(name, layout).ifPresent((known) -> lines.put(known, name));
		}
		if (hasNone(layout::has, NAMES)) {
			lines.putIfAbsent(Column.NAME.header(), likely(layout, "name"));
		}
		if (hasNone(layout::has, ACCOUNTS) && !lines.containsKey(Column.ACCOUNT_NUMBER.header())) {
			lines.putIfAbsent(Column.IBAN.header(), likely(layout, "iban"));
		}
		return lines.entrySet()
			.stream()
			.limit(SHOWN_COLUMNS)
			.map((line) -> "    " + line.getKey() + ": \"" + Shown.column(line.getValue()) + "\"")
			.collect(Collectors.joining("\n", "input:\n  columns:\n", ""));
	}

	/** The column that has a word in its name, that of who is paid before others. */
	private static String likely(Layout layout, String word) {
		List<String> having = layout.header()
			.stream()
			.filter((name) -> name.toLowerCase(Locale.ROOT).contains(word))
			.toList();
		return having.stream()
			.filter((name) -> PAID.matcher(name).find())
			.findFirst()
			.orElse(having.isEmpty() ? "…" : having.getFirst());
	}

	private static boolean hasNone(Predicate<Column> has, List<Set<Column>> alternatives) {
		return alternatives.stream().noneMatch((columns) -> columns.stream().allMatch(has));
	}

	/** A cell that no header has: its content is never shown. */
	static boolean isData(String cell) {
		return cell.chars().filter(Character::isDigit).count() >= 5 || cell.contains("@");
	}

	/** The names of a header, as many as a message has room for. */
	static String shown(List<String> header) {
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
		return nearest(name, layout).map((known) -> Shown.column(name) + " should be " + known).orElse("");
	}

	/** The column that a name may mean which is none. */
	static Optional<String> nearest(String name, Layout layout) {
		String plain = Shown.text(name.strip().toLowerCase(Locale.ROOT), 40);
		return Column.named(name).isPresent() ? Optional.empty()
				: Arrays.stream(Column.values())
					.filter((column) -> !layout.has(column))
					.map(Column::header)
					.filter((known) -> Nearest.isNear(plain, known))
					.min(Comparator.comparingInt((known) -> Nearest.distance(plain, known)));
	}

}
