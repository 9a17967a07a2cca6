package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/**
 * How a payee file begins and what is understood of it: also of one in which a column is
 * missing without which no row could be asked about.
 *
 * @param layout what was found out
 * @param lacks what is missing, a few words each; nothing when the file can be verified
 * @param likely which column those may be that were not recognised, by their position;
 * for a person to confirm
 * @param first its first rows
 * @param remarks what a person should know of how it is read, a sentence each
 */
public record Glance(Layout layout, List<String> lacks, Map<Integer, Column> likely, List<Row> first,
		List<String> remarks) {

	private static final int ROWS = 10;

	public Glance {
		lacks = List.copyOf(lacks);
		likely = Map.copyOf(likely);
		first = List.copyOf(first);
		remarks = List.copyOf(remarks);
	}

	/**
	 * Looks at the beginning of a file of any format.
	 * @param input what is known of it beforehand
	 * @throws UnreadableFile when it is no file of payees
	 */
	public static Glance at(Path path, Input input) throws UnreadableFile {
		Presence.require(path, "payee file", Presence.table("payee"));
		Outline outline = Layouts.find(path, input, OutlineTable::new);
		Layout layout = outline.layout();
		List<Row> rows = rows(path, layout);
		return new Glance(layout, outline.lacks(), Guesses.of(layout, rows), rows,
				Layouts.remarks(path, layout.format(), input));
	}

	/** What is missing where these columns are there, a few words each. */
	public static List<String> missing(Iterable<Column> columns) {
		List<Column> there = new ArrayList<>();
		columns.forEach(there::add);
		return MissingColumns.words(there::contains);
	}

	private static List<Row> rows(Path path, Layout layout) throws UnreadableFile {
		List<Row> rows = new ArrayList<>();
		try (Records records = Records.of(path, layout.format(), new PayeeCells(layout.positions()))) {
			records.next();
			for (int i = 0; i < ROWS; i++) {
				Records.@Nullable Found found = records.next();
				if (found == null) {
					break;
				}
				rows.add(new Row(found.line(), RowForm.bounded(found.fields())));
			}
		}
		return rows;
	}

	/**
	 * A row as it is written.
	 *
	 * @param line the line on which it begins, from 1
	 */
	public record Row(long line, List<String> cells) {

		public Row {
			cells = List.copyOf(cells);
		}

		/** Without the cells: they are a payee's details. */
		@Override
		public String toString() {
			return "Row[line=" + this.line + "]";
		}

	}

	/** A layout, and what it lacks. */
	private record Outline(Layout layout, List<String> lacks) {

	}

	/** Looks for the columns of payees and refuses nothing for want of them. */
	private record OutlineTable(Input input) implements Table<Outline> {

		@Override
		public Heading<Outline> heading(Path file, Records.Found first) {
			Header header = new Header(file, first, this.input);
			return new Heading<>() {

				@Override
				public int size() {
					return header.size();
				}

				@Override
				public long known() {
					return header.known();
				}

				@Override
				public Outline layout(Format format) throws UnreadableFile {
					Layout layout = header.outline(format);
					List<String> lacks = new ArrayList<>(header.missing());
					lacks.addAll(MissingColumns.words(layout::has));
					if (layout.header().stream().anyMatch(MissingColumns::isData)) {
						lacks.add("the first line looks like a payee, not like a header:"
								+ " put a line with the column names above it");
					}
					return new Outline(layout, lacks);
				}

			};
		}

		@Override
		public List<String> names(int width) {
			return new PayeeTable(this.input).names(width);
		}

		@Override
		public String about() {
			return "payee";
		}

	}

}
