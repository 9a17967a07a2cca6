package dev.tickmark.verification.definition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.Glance;
import dev.tickmark.intake.Layout;
import dev.tickmark.intake.Source;
import dev.tickmark.payee.Column;

/**
 * Which column of a file is which, as a person says it. What is not in it is carried
 * through.
 *
 * @param header the names of the file's columns
 * @param columns ours, by the position of the file's, from 0
 */
public record ColumnChoice(List<String> header, SortedMap<Integer, Column> columns) {

	public ColumnChoice {
		header = List.copyOf(header);
		columns = new TreeMap<>(columns);
		int width = header.size();
		if (columns.keySet().stream().anyMatch((position) -> position < 0 || position >= width)) {
			throw new IllegalArgumentException("a column that the file does not have");
		}
	}

	/** What was found out of a file is the choice before anybody makes one. */
	public static ColumnChoice of(Layout layout) {
		SortedMap<Integer, Column> columns = new TreeMap<>();
		layout.positions().forEach((column, position) -> columns.put(position, column));
		return new ColumnChoice(layout.header(), columns);
	}

	/**
	 * Why no file can be read by it, a sentence each; nothing when it can.
	 * @param job the definition that it is to hold beside
	 */
	public List<String> faults(JobDefinition job) {
		List<String> faults = new ArrayList<>();
		Map<Column, Integer> seen = new EnumMap<>(Column.class);
		this.columns.forEach((position, column) -> {
			Integer before = seen.putIfAbsent(column, position);
			if (before != null) {
				faults.add("Column " + column.header() + " is chosen twice: for " + named(before) + " and for "
						+ named(position) + ". Choose it for one of them.");
			}
		});
		Set<Column> there = fixed(job).keySet();
		List<Column> all = new ArrayList<>(there);
		all.addAll(this.columns.values());
		for (String missing : Glance.missing(all)) {
			faults.add("With this choice " + missing + ". Choose a column of the file for it.");
		}
		return faults;
	}

	/**
	 * A definition that takes the columns as they are chosen and is the same in all other
	 * respects; the definition itself when it takes them so anyway.
	 * @param taken where it takes the columns that mean something from
	 * @throws BadDefinition when such a definition cannot be used
	 */
	public JobDefinition in(JobDefinition job, Map<Column, Integer> taken) throws BadDefinition {
		Map<Column, Integer> chosen = new EnumMap<>(Column.class);
		this.columns.forEach((position, column) -> chosen.put(column, position));
		if (chosen.equals(taken)) {
			return job;
		}
		String text = RewrittenColumns.in(job, sources(job));
		return Definitions.kept(job.name(), "the definition " + job.name() + " with other columns", text, Set.of());
	}

	/** Where each column comes from, those of the file in its order. */
	private Map<Column, Source> sources(JobDefinition job) {
		Map<Column, Source> sources = new LinkedHashMap<>();
		this.columns.forEach((position, column) -> sources.put(column, source(position)));
		fixed(job).forEach(sources::putIfAbsent);
		for (String name : this.header) {
			// its own name would be enough for it to be taken
			Column.named(name).ifPresent((own) -> sources.putIfAbsent(own, new Source.Nowhere()));
		}
		return sources;
	}

	/**
	 * By its name, which still holds when another file has its columns in another order.
	 */
	private Source source(int position) {
		String name = this.header.get(position);
		boolean unique = this.header.stream()
			.filter((other) -> Column.plain(other).equals(Column.plain(name)))
			.count() == 1;
		return (unique && !name.isBlank()) ? new Source.Named(List.of(name)) : new Source.At(position + 1);
	}

	private static Map<Column, Source> fixed(JobDefinition job) {
		Map<Column, Source> fixed = new EnumMap<>(Column.class);
		job.input().columns().forEach((column, source) -> {
			if (source instanceof Source.Fixed) {
				fixed.put(column, source);
			}
		});
		return fixed;
	}

	private String named(int position) {
		@Nullable String name = this.header.get(position);
		return name.isBlank() ? "number " + (position + 1) : "\"" + shown(name) + "\"";
	}

	private static String shown(String name) {
		String harmless = name.replaceAll("\\p{Cntrl}", "?").strip();
		return (harmless.length() <= 60) ? harmless : harmless.substring(0, 60) + "…";
	}

}
