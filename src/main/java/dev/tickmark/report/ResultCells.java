package dev.tickmark.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AcceptedMatch;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.FirstAsked;
import dev.tickmark.payee.Problem;

/**
 * The columns of the results, whatever the format of the file: every column of the payee
 * file, unchanged and in order, and then what came of each row.
 */
public final class ResultCells {

	/** The columns that are added. */
	public static final List<String> ADDED = List.of("verdict", "account_state", "name_match", "basis",
			"suggested_name", "reason_code", "reason", "checked_by", "provider_reference", "attempts", "checked_at");

	private final List<String> names;

	private final int width;

	/**
	 * The columns for a payee file.
	 * @param header the names of its columns, as written
	 */
	public ResultCells(List<String> header) {
		this.width = header.size();
		List<String> all = renamed(header, ADDED);
		all.addAll(ADDED);
		this.names = List.copyOf(all);
	}

	/** The names of all columns. */
	public List<String> names() {
		return this.names;
	}

	/** Where the columns begin that are added, counted from 0. */
	public int inputColumns() {
		return this.width;
	}

	/**
	 * The header, with another name for each column that bears the name of one of ours.
	 */
	static List<String> renamed(List<String> header, List<String> ours) {
		Set<String> taken = new HashSet<>(ours);
		header.forEach((name) -> taken.add(plain(name)));
		List<String> names = new ArrayList<>();
		for (String name : header) {
			String unique = name;
			if (ours.contains(plain(name))) {
				do {
					unique = "input_" + unique;
				}
				while (!taken.add(plain(unique)));
			}
			names.add(unique);
		}
		return names;
	}

	private static String plain(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

	/** The texts of a row, as many as there are names. */
	public List<String> of(ResultLine line) {
		List<String> record = fields(line, this.width);
		record.add(line.verdict().name());
		Finding finding = line.finding();
		// what was never asked rests on nothing
		record.addAll((finding != null) ? axes(finding, line.answered()) : Collections.nCopies(5, ""));
		record.add(reason(line));
		record.add(checkedBy(line));
		record.add(text((finding != null) ? finding.providerReference() : null));
		record.add(text(line.attempts()));
		record.add(time(line.checkedAt()));
		return record;
	}

	/** What the payee file has in a row, as many texts as it has columns. */
	static List<String> fields(ResultLine line, int width) {
		List<String> fields = new ArrayList<>(line.fields().subList(0, Math.min(line.fields().size(), width)));
		fields.addAll(Collections.nCopies(width - fields.size(), ""));
		return fields;
	}

	private static List<String> axes(Finding finding, boolean asked) {
		return List.of(finding.accountState().name(), finding.nameMatch().name(), asked ? finding.basis().name() : "",
				text(finding.suggestedName()), text(finding.reasonCode()));
	}

	static String reason(ResultLine line) {
		Problem problem = line.problem();
		if (problem != null) {
			return (problem.column() != null) ? problem.column() + ": " + problem.text() : problem.text();
		}
		String reason = (line.finding() != null) ? line.finding().reason() : "";
		return reason + firstAsked(line.firstAsked()) + repeated(line.repeats()) + reused(line)
				+ accepted(line.accepted());
	}

	private static String firstAsked(@Nullable FirstAsked first) {
		return (first == null) ? ""
				: " First asked was " + first.provider() + ", which is unable to check: " + first.reason();
	}

	private static String reused(ResultLine line) {
		Instant checkedAt = line.checkedAt();
		return (line.reusedRun() == null || checkedAt == null) ? ""
				: " Reused: checked on " + day(checkedAt) + " in run " + line.reusedRun() + ".";
	}

	private static String accepted(@Nullable AcceptedMatch accepted) {
		return (accepted == null) ? "" : " Accepted by " + accepted.by() + " on " + day(accepted.at())
				+ " for this payee until " + day(accepted.until()) + ".";
	}

	private static LocalDate day(Instant time) {
		return LocalDate.ofInstant(time, ZoneOffset.UTC);
	}

	private static String repeated(int repeats) {
		if (repeats == 0) {
			return "";
		}
		String times = (repeats == 1) ? "once" : repeats + " times";
		return " Asked again " + times + " after an interruption; the provider may have charged it again.";
	}

	static String checkedBy(ResultLine line) {
		if (line.checkedBy() == null) {
			return "";
		}
		return line.sandbox() ? line.checkedBy() + " (sandbox)" : line.checkedBy().value();
	}

	private static String time(@Nullable Instant time) {
		return (time != null) ? time.truncatedTo(ChronoUnit.SECONDS).toString() : "";
	}

	static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
