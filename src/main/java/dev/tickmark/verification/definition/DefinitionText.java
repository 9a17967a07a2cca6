package dev.tickmark.verification.definition;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.Input;
import dev.tickmark.intake.StatementMapping;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.RouteRule;
import dev.tickmark.report.ReportKind;

/** Makes a job definition of its text. */
final class DefinitionText {

	private static final int MOST_ATTEMPTS = 100;

	private static final double MOST_FACTOR = 10;

	/** A year, a leap year too. */
	private static final Duration LONGEST_REUSE = Duration.ofDays(366);

	private DefinitionText() {
	}

	/**
	 * Reads a definition.
	 * @param file the name of its file, for messages
	 * @param providers those that it may name; empty while nobody knows them
	 */
	static JobDefinition read(String name, String file, String text, Set<ProviderName> providers) throws BadDefinition {
		Section root = Section.read(file, text);
		Value description = root.value("description");
		Section said = root.section("statement");
		if (said != null) {
			StatementSection.refuseOthers(root);
		}
		Input input = InputSection.read(root.section("input"));
		List<RouteRule> routing = RoutingSection.read(root.sections("routing"), providers);
		JobDefinition.Recheck recheck = recheck(root.section("recheck"));
		Value deadline = root.value("deadline");
		Set<Verdict> payable = payable(root.values("payable"));
		Value release = root.value("release");
		Reports reports = reports(root.section("reports"));
		Value reuse = root.value("reuse-within");
		Nightly nightly = NightlySection.read(root);
		root.end();
		StatementMapping statement = (said != null) ? StatementSection.read(said, input) : null;
		return new JobDefinition(name, text, (description != null) ? description.text() : null, input, routing, recheck,
				(deadline != null) ? deadline(deadline) : null, payable, release != null && fourEyes(release), reports,
				(reuse != null) ? reuse.duration(LONGEST_REUSE) : null, nightly, statement);
	}

	private static Deadline deadline(Value deadline) throws BadDefinition {
		try {
			return Deadline.parse(deadline.text());
		}
		catch (IllegalArgumentException ex) {
			throw deadline.wrong(ex.getMessage() + ".");
		}
	}

	private static JobDefinition.Recheck recheck(@Nullable Section section) throws BadDefinition {
		if (section == null) {
			return JobDefinition.Recheck.AS_SET;
		}
		Value first = section.value("first-delay");
		Value factor = section.value("factor");
		Value longest = section.value("max-delay");
		Value attempts = section.value("max-attempts");
		section.end();
		return new JobDefinition.Recheck((first != null) ? first.duration() : null,
				(factor != null) ? factor(factor) : null, (longest != null) ? longest.duration() : null,
				(attempts != null) ? Integer.valueOf(attempts.number(MOST_ATTEMPTS)) : null);
	}

	private static Double factor(Value value) throws BadDefinition {
		try {
			double factor = Double.parseDouble(value.text());
			if (factor >= 1 && factor <= MOST_FACTOR) {
				return factor;
			}
		}
		catch (NumberFormatException _) {
			// told below
		}
		throw value.wrong("\"" + value.text() + "\" is not a number between 1 and 10.");
	}

	/**
	 * The verdicts with which a row may be paid. What says that the payee is another one,
	 * or that nobody knows yet, never is one of them.
	 */
	private static Set<Verdict> payable(List<Value> values) throws BadDefinition {
		Set<Verdict> payable = EnumSet.noneOf(Verdict.class);
		for (Value value : values) {
			Verdict verdict = value.one(Verdict.class);
			switch (verdict) {
				case MATCH, CLOSE_MATCH, UNABLE_TO_CHECK -> payable.add(verdict);
				case NO_MATCH, ACCOUNT_NOT_FOUND, ACCOUNT_UNUSABLE, REJECTED_INPUT, PENDING, ACTION_REQUIRED,
						PROVIDER_ERROR ->
					throw value.wrong("a row with " + verdict
							+ " cannot be payable; MATCH, CLOSE_MATCH and UNABLE_TO_CHECK can.");
			}
		}
		return payable.isEmpty() ? EnumSet.of(Verdict.MATCH) : payable;
	}

	private static boolean fourEyes(Value release) throws BadDefinition {
		return switch (release.text()) {
			case "four-eyes" -> true;
			case "none" -> false;
			default -> throw release.wrong("\"" + release.text() + "\" is not known; there are: four-eyes, none.");
		};
	}

	private static Reports reports(@Nullable Section section) throws BadDefinition {
		if (section == null) {
			return Reports.ALL;
		}
		Value folder = section.value("folder");
		Set<ReportKind> kinds = EnumSet.noneOf(ReportKind.class);
		for (Value value : section.values("files")) {
			if (!"none".equals(value.text())) {
				kinds.add(value.one(ReportKind.class));
			}
		}
		Value formulas = section.value("formulas");
		boolean all = !section.keys().contains("files");
		section.end();
		return new Reports((folder != null) ? folder.text() : null, all ? EnumSet.allOf(ReportKind.class) : kinds,
				formulas == null || harmless(formulas));
	}

	private static boolean harmless(Value value) throws BadDefinition {
		return switch (value.text()) {
			case "harmless" -> true;
			case "as-is" -> false;
			default -> throw value.wrong("\"" + value.text() + "\" is not known; there are: harmless, as-is.");
		};
	}

}
