package dev.tickmark.report;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Action;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verdict;

/**
 * {@code actions.csv}: the rows for which a person must act, with the link that lets them
 * in. It is in no other file, and this one is its owner's alone.
 */
final class ActionsFile {

	static final String NAME = "actions.csv";

	static final List<String> OURS = List.of("line", "link", "expires_at", "reason", "checked_by",
			"provider_reference");

	private final CsvFile out;

	ActionsFile(CsvFile out, List<String> header) throws IOException {
		this.out = out;
		List<String> names = new ArrayList<>(OURS);
		names.addAll(ResultCells.renamed(header, OURS));
		out.print(names);
	}

	void write(ResultLine line) throws IOException {
		Finding finding = line.finding();
		boolean acts = line.verdict() == Verdict.ACTION_REQUIRED || line.action() != null;
		if (finding == null || !acts) {
			return;
		}
		List<String> record = new ArrayList<>();
		record.add(Long.toString(line.line()));
		record.addAll(action(line.action()));
		record.add(finding.reason());
		record.add(ResultCells.checkedBy(line));
		record.add(ResultCells.text(finding.providerReference()));
		record.addAll(line.fields());
		this.out.print(record);
	}

	private static List<String> action(@Nullable Action action) {
		if (action == null) {
			return List.of("", "");
		}
		String until = (action.expiresAt() != null) ? action.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString()
				: "";
		return List.of(ResultCells.text(action.link()), until);
	}

}
