package dev.tickmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Reused;
import dev.tickmark.payee.Sharing;
import dev.tickmark.payee.Verdict;

/** Rows with their outcomes, and the reports written of them. */
final class Given {

	static final ProviderName BANFICO = new ProviderName("banfico");

	static final Instant CHECKED_AT = Instant.parse("2026-03-01T22:15:30.987Z");

	private Given() {
	}

	static Finding match() {
		return new Finding(Verdict.MATCH, AccountState.ACTIVE, NameMatch.FULL, AccountTypeMatch.YES,
				Basis.NAME_AND_ACCOUNT, "The name agrees.", "MTCH", null, "ref-1");
	}

	static ResultLine matched(long line, String... fields) {
		return found(line, match(), fields);
	}

	static ResultLine found(long line, Finding finding, String... fields) {
		return new ResultLine(line, List.of(fields), null, finding, BANFICO, false, 1, CHECKED_AT, 0, null, null, null);
	}

	static ResultLine rejected(long line, Problem problem, String... fields) {
		return new ResultLine(line, List.of(fields), problem, null, null, false, null, null, 0, null, null, null);
	}

	/**
	 * One that asks what other rows ask, too.
	 * @param firstLine null when it is the first of them
	 */
	static ResultLine sharing(long line, long question, long rows, @Nullable Long firstLine, String... fields) {
		return new ResultLine(line, List.of(fields), null, match(), BANFICO, false, 1, CHECKED_AT, 0, null, null,
				new Sharing(question, rows, firstLine));
	}

	/** One whose question nobody else asks. */
	static ResultLine alone(long line, String... fields) {
		return sharing(line, line, 1, null, fields);
	}

	static RunSummary summary(ResultLine... lines) {
		Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
		for (ResultLine line : lines) {
			verdicts.merge(line.verdict(), 1L, Long::sum);
		}
		RunSummary.Lane banfico = new RunSummary.Lane(BANFICO, Map.of(Verdict.MATCH, 2L), 2, 3, 1,
				List.of("50 calls per 1s"), Duration.ofMillis(1500),
				new RunSummary.Forecast(4, Duration.ofMillis(1600), Duration.ofMillis(1625)),
				new Reused(1, 2, Instant.parse("2026-02-01T10:00:00.5Z")));
		RunSummary.Lane paysway = new RunSummary.Lane(new ProviderName("paysway"), Map.of(Verdict.PENDING, 1L), 1, 1, 0,
				List.of(), Duration.ofMillis(200), null);
		return new RunSummary("7", "0.1.0", new RunSummary.SourceFile("payees.csv", "abc123", 1234), true,
				Instant.parse("2026-03-01T22:15:00Z"), Instant.parse("2026-03-01T22:15:02.0004Z"),
				Duration.ofMillis(2000), lines.length, lines.length, verdicts, Map.of(Basis.REGISTRATION_ONLY, 2L),
				new RunSummary.Forecast(5, Duration.ofMillis(2000), Duration.ofMillis(1700)),
				List.of(paysway, banfico));
	}

	/** Nothing but what every report has. */
	static ReportPlan results(List<String> header) {
		return new ReportPlan(header, Map.of(), null, new ReportPlan.Original.Fields(), Set.of(), Set.of(Verdict.MATCH),
				true);
	}

	/** With other verdicts that can be paid. */
	static ReportPlan payable(Set<Verdict> payable) {
		return new ReportPlan(List.of(), Map.of(), null, new ReportPlan.Original.Fields(), Set.of(), payable, true);
	}

	static void report(Path folder, List<String> header, ResultLine... lines) throws IOException {
		report(folder, results(header), lines);
	}

	static Duplicates report(Path folder, ReportPlan plan, ResultLine... lines) throws IOException {
		try (ReportWriter report = ReportWriter.open(folder, plan)) {
			for (ResultLine line : lines) {
				report.write(line);
			}
			RunSummary summary = summary(lines);
			if (report.needsRowsAgain()) {
				report.beginAgain(summary);
				for (ResultLine line : lines) {
					report.writeAgain(line);
				}
			}
			return report.finish(summary);
		}
	}

	/** Every file below a folder, hidden ones included. */
	static List<String> files(Path folder) {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter((path) -> !path.equals(folder))
				.map((path) -> folder.relativize(path).toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
