package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.tickmark.Report;

import static org.assertj.core.api.Assertions.assertThat;

/** What has to be so after every run, or its figures mean nothing. */
final class Sound {

	private Sound() {
	}

	/**
	 * Checks that no row is lost.
	 * @param open how many rows are without a final verdict
	 * @return the run's summary
	 */
	static JsonNode report(Report report, long rows, long open) throws IOException {
		JsonNode summary = report.summary();
		assertThat(summary.path("rows").path("in").longValue()).as("rows in").isEqualTo(rows);
		assertThat(summary.path("rows").path("out").longValue()).as("rows out").isEqualTo(rows);
		assertThat(summary.path("rows").path("open").longValue()).as("rows that are open").isEqualTo(open);
		assertThat(summary.path("control_totals").path("agree").booleanValue()).as("control totals").isTrue();
		assertThat(lines(report.folder().resolve("results.csv"))).as("lines of results.csv").isEqualTo(rows + 1);
		return summary;
	}

	static void count(String what, long count, long expected) {
		assertThat(count).as(what).isEqualTo(expected);
	}

	static long lines(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.count();
		}
	}

}
