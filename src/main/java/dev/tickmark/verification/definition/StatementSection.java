package dev.tickmark.verification.definition;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.Input;
import dev.tickmark.intake.Source;
import dev.tickmark.intake.StatementColumn;
import dev.tickmark.intake.StatementMapping;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

/** The part of a job definition that says how a provider's statements are read. */
final class StatementSection {

	private static final Duration LONGEST_TOLERANCE = Duration.ofHours(24);

	private StatementSection() {
	}

	/** Refuses what stands beside a statement's part and means payee files. */
	static void refuseOthers(Section root) throws BadDefinition {
		for (String key : List.of("routing", "payable", "release", "recheck", "reuse-within", "deadline", "schedule",
				"inbox", "tell")) {
			if (root.has(key)) {
				throw root.wrong(key, "a definition of a statement has no " + key
						+ ": nobody is asked by it. Remove the key, or divide the definition in two.");
			}
		}
		Section input = root.section("input");
		if (input == null) {
			return;
		}
		if (input.has("columns")) {
			throw input.wrong("columns", "the columns of a statement stand under statement.columns. Move them there.");
		}
		if (input.has("wrong-sums")) {
			throw input.wrong("wrong-sums", "only a payment file has sums to be checked. Remove the key.");
		}
		Value format = input.value("format");
		if (format != null && !List.of("csv", "xlsx").contains(format.text())) {
			throw format.wrong("a statement is csv or xlsx; \"" + format.text() + "\" is not read as one.");
		}
	}

	static StatementMapping read(Section section, Input input) throws BadDefinition {
		Section named = section.section("columns");
		if (named == null) {
			throw section.wrong("the key statement.columns is missing: it says which column of the file is which.");
		}
		Map<StatementColumn, Source> columns = columns(named, input.header());
		List<String> times = times(section.values("times"));
		Value zone = section.value("zone");
		Map<String, CallKind> kinds = kinds(section.section("kinds"));
		Map<String, Set<Verdict>> results = results(section.section("results"));
		Value tolerance = section.value("tolerance");
		Value price = section.value("price");
		Value currency = section.value("currency");
		section.end();
		requireWords(section, columns, StatementColumn.KIND, "kinds", kinds.keySet());
		requireWords(section, columns, StatementColumn.RESULT, "results", results.keySet());
		try {
			return new StatementMapping(input, columns, times, (zone != null) ? zone.zone() : ZoneId.of("UTC"), kinds,
					results,
					(tolerance != null) ? tolerance.duration(LONGEST_TOLERANCE) : StatementMapping.USUAL_TOLERANCE,
					(price != null) ? price.amount() : null, (currency != null) ? currency.currency() : null);
		}
		catch (IllegalArgumentException ex) {
			throw section.wrong("statement: " + ex.getMessage() + ".");
		}
	}

	private static Map<StatementColumn, Source> columns(Section section, boolean header) throws BadDefinition {
		Map<StatementColumn, Source> columns = new EnumMap<>(StatementColumn.class);
		for (String key : section.keys()) {
			StatementColumn column = Arrays.stream(StatementColumn.values())
				.filter((one) -> one.written().equals(key.toLowerCase(Locale.ROOT)))
				.findFirst()
				.orElseThrow(() -> section.wrong(key,
						"there is no column " + key + " of a statement; there are: "
								+ Arrays.stream(StatementColumn.values())
									.map(StatementColumn::written)
									.collect(Collectors.joining(", "))
								+ "."));
			Source source = InputSection.source(section, key);
			if (!header && !(source instanceof Source.At)) {
				throw section.wrong(key, "the columns of a file without a header have no names: say {position: 1}.");
			}
			if (columns.put(column, source) != null) {
				throw section.wrong(key, "the column " + column.written() + " is there twice. Remove one of them.");
			}
		}
		return columns;
	}

	private static List<String> times(List<Value> values) throws BadDefinition {
		List<String> times = new ArrayList<>();
		for (Value value : values) {
			try {
				StatementMapping.requireTime(value.text());
			}
			catch (IllegalArgumentException ex) {
				throw value.wrong(ex.getMessage() + ".");
			}
			times.add(value.text());
		}
		return times;
	}

	private static Map<String, CallKind> kinds(@Nullable Section section) throws BadDefinition {
		Map<String, CallKind> kinds = new LinkedHashMap<>();
		if (section == null) {
			return kinds;
		}
		for (String word : section.keys()) {
			kinds.put(word, section.require(word).one(CallKind.class));
		}
		return kinds;
	}

	private static Map<String, Set<Verdict>> results(@Nullable Section section) throws BadDefinition {
		Map<String, Set<Verdict>> results = new LinkedHashMap<>();
		if (section == null) {
			return results;
		}
		for (String word : section.keys()) {
			Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
			for (Value value : section.values(word)) {
				verdicts.add(value.one(Verdict.class));
			}
			results.put(word, verdicts);
		}
		return results;
	}

	/** A column of words of which none is known, and words of no column, are slips. */
	private static void requireWords(Section section, Map<StatementColumn, Source> columns, StatementColumn column,
			String key, Set<String> words) throws BadDefinition {
		if (columns.containsKey(column) && words.isEmpty()) {
			throw section.wrong("the key statement." + key + " is missing: it says what the words of the column "
					+ column.written() + " mean.");
		}
		if (!columns.containsKey(column) && !words.isEmpty()) {
			throw section.wrong(key, "there is no column for these words: map statement.columns." + column.written()
					+ ", or remove the key.");
		}
	}

}
