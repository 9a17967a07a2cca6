package dev.tickmark.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.tickmark.ledger.Figures;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Verdict;
import dev.tickmark.verification.RunFigures;

/** Verdicts by provider, as lines of text. */
final class VerdictTable {

	private static final String NOBODY = "not asked";

	private VerdictTable() {
	}

	static List<String> of(RunFigures figures) {
		List<String> providers = figures.verdicts()
			.stream()
			.map(Figures.VerdictCount::provider)
			.distinct()
			// the rows that went to nobody come last
			.sorted(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()))
			.toList();
		List<String> lines = new ArrayList<>();
		StringBuilder head = new StringBuilder(String.format("%-16s", "verdict"));
		StringBuilder below = new StringBuilder(" ".repeat(16));
		for (String provider : providers) {
			head.append(cell(provider.isEmpty() ? NOBODY : provider));
			below.append(cell(isSandbox(figures, provider) ? "(sandbox)" : ""));
		}
		lines.add("");
		lines.add(head.append(cell("all")).toString());
		if (figures.sandbox()) {
			lines.add(below.toString());
		}
		for (Verdict verdict : Verdict.values()) {
			long all = count(figures, (c) -> c.verdict().equals(verdict.name()));
			if (all > 0) {
				lines.add(line(figures, providers, verdict.name(), (c) -> c.verdict().equals(verdict.name())));
			}
		}
		lines.add(line(figures, providers, "all", (_) -> true));
		figures.matches()
			.stream()
			.filter((count) -> count.basis() != Basis.NAME_AND_ACCOUNT)
			.map((count) -> String.format(Locale.ROOT, "%,d of the MATCHes: %s", count.rows(), meaning(count.basis())))
			.forEach(lines::add);
		return lines;
	}

	/** What a MATCH says, and what it does not. */
	private static String meaning(Basis basis) {
		return switch (basis) {
			case NAME_AND_ACCOUNT -> "the name is the account holder's.";
			case REGISTRATION_ONLY -> "the number is registered with that bank; no name was compared.";
			case IDENTITY_DOCUMENT -> "the identity document is valid; no account was looked at.";
			case OWNERSHIP ->
				"the customer has proved that the account is theirs; no name was compared with the file's.";
		};
	}

	private static String line(RunFigures figures, List<String> providers, String name,
			Predicate<Figures.VerdictCount> which) {
		StringBuilder line = new StringBuilder(String.format("%-16s", name));
		for (String provider : providers) {
			long rows = count(figures, which.and((c) -> c.provider().equals(provider)));
			line.append(cell((rows > 0) ? String.format(Locale.ROOT, "%,d", rows) : "-"));
		}
		return line.append(cell(String.format(Locale.ROOT, "%,d", count(figures, which)))).toString();
	}

	private static long count(RunFigures figures, Predicate<Figures.VerdictCount> which) {
		return figures.verdicts().stream().filter(which).mapToLong(Figures.VerdictCount::rows).sum();
	}

	private static boolean isSandbox(RunFigures figures, String provider) {
		return figures.lanes().stream().anyMatch((lane) -> lane.provider().equals(provider) && lane.sandbox());
	}

	private static String cell(String text) {
		return String.format("%13s", text);
	}

}
