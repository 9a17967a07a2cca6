package dev.tickmark.verification.definition;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.Input;
import dev.tickmark.intake.Notation;
import dev.tickmark.intake.Source;
import dev.tickmark.payee.Column;

/** The part of a job definition that says how files are read. */
final class InputSection {

	private static final int MOST_COLUMNS = 500;

	private static final int LONGEST_LINE = 100_000;

	/**
	 * The position of a column that is not to be taken, though the file has one of its
	 * name.
	 */
	static final String NOWHERE = "none";

	private InputSection() {
	}

	static Input read(@Nullable Section section) throws BadDefinition {
		if (section == null) {
			return Input.ANY;
		}
		Input.@Nullable Kind kind = kind(section.value("format"));
		Charset encoding = encoding(section.value("encoding"));
		Character delimiter = delimiter(section.value("delimiter"));
		Value header = section.value("header");
		Value sheet = section.value("sheet");
		Notation notation = notation(section.values("dates"), section.value("decimal"));
		Map<Column, Source> columns = new EnumMap<>(Column.class);
		List<Input.Field> fields = new ArrayList<>();
		columns(section.section("columns"), columns, fields, notation);
		Value sums = section.value("wrong-sums");
		section.end();
		if (kind == Input.Kind.FIXED_WIDTH && fields.isEmpty()) {
			throw section.wrong("a fixed-width file needs a start and a length for each of input.columns.");
		}
		if (kind != Input.Kind.FIXED_WIDTH && !fields.isEmpty()) {
			throw section.wrong("columns with a start and a length need the line format: fixed-width.");
		}
		refuseMeaningless(section, kind, columns);
		boolean hasHeader = (header != null) ? header.yes() : kind != Input.Kind.FIXED_WIDTH;
		return new Input(kind, encoding, delimiter, hasHeader, (sheet != null) ? sheet.text() : null, columns, fields,
				notation, sums != null && refuses(sums));
	}

	private static Input.@Nullable Kind kind(@Nullable Value value) throws BadDefinition {
		if (value == null) {
			return null;
		}
		for (Input.Kind kind : Input.Kind.values()) {
			if (kind.written().equals(value.text())) {
				return kind;
			}
		}
		throw value.wrong("\"" + value.text() + "\" is not known; there are: "
				+ Arrays.stream(Input.Kind.values()).map(Input.Kind::written).collect(Collectors.joining(", ")) + ".");
	}

	private static @Nullable Charset encoding(@Nullable Value value) throws BadDefinition {
		if (value == null) {
			return null;
		}
		try {
			Charset charset = Charset.forName(value.text());
			// its name alone does not tell the order of its bytes: that is found out
			if (charset.equals(StandardCharsets.UTF_16)) {
				return null;
			}
			if (Input.canBeSplit(charset)) {
				return charset;
			}
		}
		catch (IllegalArgumentException _) {
			// told below
		}
		throw value.wrong("there is no encoding \"" + value.text()
				+ "\" that can be used; for example: UTF-8, windows-1252, ISO-8859-1, UTF-16LE.");
	}

	private static @Nullable Character delimiter(@Nullable Value value) throws BadDefinition {
		if (value == null) {
			return null;
		}
		String text = "tab".equals(value.text()) ? "\t" : value.text();
		if (text.length() != 1 || text.equals("\"") || Character.isLetterOrDigit(text.charAt(0))) {
			throw value.wrong("a single sign is expected, like \";\", or the word tab.");
		}
		return text.charAt(0);
	}

	private static Notation notation(List<Value> patterns, @Nullable Value decimal) throws BadDefinition {
		for (Value pattern : patterns) {
			try {
				new Notation(List.of(pattern.text()), null);
			}
			catch (IllegalArgumentException ex) {
				throw pattern.wrong(
						"\"" + pattern.text() + "\" is no pattern of a date like dd.MM.yyyy: " + ex.getMessage() + ".");
			}
		}
		if (decimal != null && !decimal.text().equals(".") && !decimal.text().equals(",")) {
			throw decimal.wrong("a full stop or a comma is expected, in quotes.");
		}
		return new Notation(patterns.stream().map(Value::text).toList(),
				(decimal != null) ? Character.valueOf(decimal.text().charAt(0)) : null);
	}

	/** What a format has no use for is a slip, and would be passed over in silence. */
	private static void refuseMeaningless(Section section, Input.@Nullable Kind kind, Map<Column, Source> columns)
			throws BadDefinition {
		boolean lines = kind == null || kind == Input.Kind.CSV || kind == Input.Kind.FIXED_WIDTH;
		for (String key : List.of("encoding", "delimiter")) {
			if (section.has(key) && !(lines && (kind != Input.Kind.FIXED_WIDTH || key.equals("encoding")))) {
				throw section.wrong(key, "a file of this format has no " + key + " to be told. Remove the key.");
			}
		}
		if (section.has("sheet") && kind != null && kind != Input.Kind.XLSX) {
			throw section.wrong("sheet", "only a workbook has sheets. Remove the key.");
		}
		if (kind == Input.Kind.PAIN_001
				&& columns.values().stream().anyMatch((source) -> !(source instanceof Source.Fixed))) {
			throw section.wrong("columns",
					"the columns of a payment file are always the same; only a fixed value can be" + " given to them.");
		}
	}

	private static boolean refuses(Value value) throws BadDefinition {
		return switch (value.text()) {
			case "refuse" -> true;
			case "report" -> false;
			default -> throw value.wrong("\"" + value.text() + "\" is not known; there are: report, refuse.");
		};
	}

	private static void columns(@Nullable Section section, Map<Column, Source> columns, List<Input.Field> fields,
			Notation notation) throws BadDefinition {
		if (section == null) {
			return;
		}
		for (String key : section.keys()) {
			Column column = Column.named(key).orElse(null);
			Section place = section.isSection(key) ? section.section(key) : null;
			if (place != null && place.has("start")) {
				fields.add(field((column != null) ? column.header() : key, place));
			}
			else if (column == null) {
				throw section.wrong(key,
						"there is no column " + key + " that means something; a column of the file that"
								+ " means nothing is carried through by itself.");
			}
			else {
				Source source = (place != null) ? place(column, place, notation) : names(section.values(key));
				if (columns.put(column, source) != null) {
					throw section.wrong(key, "the column " + column.header() + " is there twice. Remove one of them.");
				}
			}
		}
	}

	private static Input.Field field(String name, Section place) throws BadDefinition {
		int start = place.require("start").number(LONGEST_LINE);
		int length = place.require("length").number(LONGEST_LINE);
		place.end();
		return new Input.Field(name, start, length);
	}

	private static Source names(List<Value> names) {
		return new Source.Named(names.stream().map(Value::text).toList());
	}

	/** Where in a file a column is that cannot have a fixed value. */
	static Source source(Section section, String key) throws BadDefinition {
		Section place = section.isSection(key) ? section.section(key) : null;
		if (place == null) {
			return names(section.values(key));
		}
		Source source = place(place.value("position"), place.value("pattern"));
		place.end();
		if (source == null) {
			throw place.wrong("one of position and pattern is expected for the column " + key + ".");
		}
		return source;
	}

	private static Source place(Column column, Section section, Notation notation) throws BadDefinition {
		Value position = section.value("position");
		Value pattern = section.value("pattern");
		Value fixed = section.value("value");
		section.end();
		if (position != null && NOWHERE.equals(position.text()) && pattern == null && fixed == null) {
			return new Source.Nowhere();
		}
		Source source = (fixed == null) ? place(position, pattern) : null;
		if (source != null) {
			return source;
		}
		if (fixed != null && position == null && pattern == null) {
			try {
				return Source.Fixed.of(column, fixed.text(), notation);
			}
			catch (IllegalArgumentException ex) {
				throw fixed.wrong(String.valueOf(ex.getMessage()));
			}
		}
		throw section.wrong("one of position, pattern and value is expected for the column " + column.header()
				+ ", or start and length.");
	}

	/** Null unless just one of them is there. */
	private static @Nullable Source place(@Nullable Value position, @Nullable Value pattern) throws BadDefinition {
		if (position != null && pattern == null) {
			return new Source.At(position.number(MOST_COLUMNS));
		}
		return (pattern != null && position == null) ? new Source.Like(pattern(pattern)) : null;
	}

	private static Pattern pattern(Value value) throws BadDefinition {
		try {
			return Pattern.compile(value.text());
		}
		catch (PatternSyntaxException ex) {
			throw value.wrong("this is no regular expression: " + ex.getDescription() + ".");
		}
	}

}
