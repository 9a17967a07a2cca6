package dev.tickmark.report;

import java.util.ArrayList;
import java.util.List;

/** What the files of a report are called, whichever of them it has. */
public final class ReportNames {

	/** It holds links that let in whoever has them. */
	public static final String ACTIONS = ActionsFile.NAME;

	/** The last one: where it is, the others are. */
	public static final String SUMMARY = SummaryFile.NAME;

	private ReportNames() {
	}

	/** All of them, in the order in which persons want them. */
	public static List<String> all() {
		List<String> names = new ArrayList<>(List.of(ResultsFile.NAME));
		names.addAll(ReportParts.NAMES.stream().sorted().toList());
		names.addAll(List.of(RejectedFile.NAME, ACTIONS, SUMMARY));
		return List.copyOf(names);
	}

}
