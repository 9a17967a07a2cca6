package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVRecord;

/**
 * What a run comes to that nothing disturbs.
 *
 * @param rows the rows of its results.csv, as far as they may not depend on when and how
 * often was asked
 * @param again how often each provider charged a question again, because the sandbox had
 * let its first answer get lost
 * @param steps how long its steps took
 */
record Expectation(List<Map<String, String>> rows, Map<String, Integer> again, Map<RunStep, Duration> steps) {

	private static final List<String> FREE = List.of("attempts", "checked_at", "provider_reference");

	/** The sentence by which a row tells that it may have been paid for again. */
	private static final Pattern REPEATED = Pattern.compile(
			" Asked again (?:once|(\\d+) times) after an interruption; the provider may have charged it again\\.$");

	static final List<String> BEHAVIOUR = List.of("--tickmark.sandbox.providers.paysafe.pending-for=3s",
			"--tickmark.sandbox.providers.paysafe.session-life=16s");

	/** Runs the file to its end, against a sandbox of its own. */
	static Expectation of(Payees payees, Path folder) throws IOException {
		try (Workplace here = new Workplace(folder)) {
			here.file(KillingRound.FILE, payees);
			SandboxProcess sandbox = new SandboxProcess(here, BEHAVIOUR, new Random());
			StepWatch watch = new StepWatch(here.home().resolve("tickmark.log"));
			RunningProgram program = here.start(KillingRound.settings(sandbox), "verify", KillingRound.FILE);
			while (program.isAlive()) {
				watch.look();
				Pause.look();
			}
			program.end().with(0);
			Map<RunStep, Duration> steps = watch.ended();
			Map<String, Integer> again = new TreeMap<>();
			for (String provider : KillingAccount.PROVIDERS) {
				again.put(provider, Charged.of(sandbox.record(), provider, List.of()).again());
			}
			return new Expectation(rows(here.report(KillingRound.FILE, 1)), again, steps);
		}
	}

	/** What is not as it should be in another run's results. */
	List<String> differences(Report report) throws IOException {
		List<Map<String, String>> found = rows(report);
		List<String> differences = new ArrayList<>();
		if (found.size() != this.rows.size()) {
			differences.add("%d rows in place of %d".formatted(found.size(), this.rows.size()));
		}
		for (int i = 0; i < Math.min(found.size(), this.rows.size()); i++) {
			Map<String, String> expected = this.rows.get(i);
			Map<String, String> row = found.get(i);
			for (String column : expected.keySet()) {
				if (!expected.get(column).equals(row.get(column))) {
					differences.add("row %d, %s, %s: \"%s\" in place of \"%s\"".formatted(i + 1, row.get("checked_by"),
							column, row.get(column), expected.get(column)));
				}
			}
		}
		return differences;
	}

	/** How often a row says that it was asked again. */
	static int repeats(CSVRecord row) {
		Matcher said = REPEATED.matcher(row.get("reason"));
		return !said.find() ? 0 : (said.group(1) != null) ? Integer.parseInt(said.group(1)) : 1;
	}

	private static List<Map<String, String>> rows(Report report) throws IOException {
		return report.results().stream().map((row) -> {
			Map<String, String> kept = new TreeMap<>(row.toMap());
			kept.keySet().removeAll(FREE);
			if (row.get("checked_by").startsWith("banfico")) {
				kept.computeIfPresent("reason", (_, reason) -> REPEATED.matcher(reason).replaceFirst(""));
			}
			return kept;
		}).toList();
	}

}
