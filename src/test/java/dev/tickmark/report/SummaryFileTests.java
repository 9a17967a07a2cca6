package dev.tickmark.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryFileTests {

	private static final String VERDICTS = """
			"CLOSE_MATCH" : 0,
			"NO_MATCH" : 0,
			"ACCOUNT_NOT_FOUND" : 0,
			"ACCOUNT_UNUSABLE" : 0,
			"UNABLE_TO_CHECK" : 0,
			"PENDING" : %d,
			"ACTION_REQUIRED" : 0,
			"REJECTED_INPUT" : 0,
			"PROVIDER_ERROR" : 0
			""";

	@Test
	void itTellsTheRunInNumbers() {
		RunSummary summary = Given.summary(Given.matched(2, "a"), Given.matched(3, "b"),
				Given.found(4, Finding.of(Verdict.PENDING, "Not yet."), "c"));
		assertThat(content(summary)).isEqualTo("""
				{
				  "format" : 1,
				  "version" : "0.1.0",
				  "run" : "7",
				  "file" : {
				    "name" : "payees.csv",
				    "sha256" : "abc123",
				    "size_bytes" : 1234
				  },
				  "sandbox" : true,
				  "started_at" : "2026-03-01T22:15:00Z",
				  "finished_at" : "2026-03-01T22:15:02Z",
				  "rows" : {
				    "in" : 3,
				    "out" : 3,
				    "open" : 1
				  },
				  "verdicts" : {
				    "MATCH" : 2,
				""" + VERDICTS.formatted(1).indent(4) + """
				  },
				  "matches_by_basis" : {
				    "NAME_AND_ACCOUNT" : 0,
				    "REGISTRATION_ONLY" : 2,
				    "IDENTITY_DOCUMENT" : 0,
				    "OWNERSHIP" : 0
				  },
				  "reused" : {
				    "rows" : 2,
				    "verifications" : 1,
				    "since" : "2026-02-01T10:00:00Z"
				  },
				  "accepted_close_matches" : 0,
				  "release" : null,
				  "control_totals" : {
				    "rows_in_file" : 3,
				    "rows_in_ledger" : 3,
				    "rows_in_results" : 3,
				    "agree" : true
				  },
				  "duplicates" : {
				    "same_payee_rows" : 4,
				    "same_reference_rows" : 3
				  },
				  "calls" : {
				    "made" : 4,
				    "repeats" : 1
				  },
				  "time" : {
				    "duration_seconds" : 2.000,
				    "duration" : "PT2S",
				    "bound_seconds" : 1.500,
				    "utilisation" : 0.750
				  },
				  "forecast" : {
				    "calls" : 5,
				    "duration_seconds" : 2.000,
				    "took_seconds" : 1.700,
				    "error" : -0.150
				  },
				  "lanes" : [
				    {
				      "provider" : "banfico",
				      "rows" : 2,
				      "verdicts" : {
				        "MATCH" : 2,
				""" + VERDICTS.formatted(0).indent(8) + """
				      },
				      "verifications" : 2,
				      "reused" : 1,
				      "calls" : 3,
				      "repeats" : 1,
				      "bound_seconds" : 1.500,
				      "utilisation" : 0.750,
				      "forecast" : {
				        "calls" : 4,
				        "duration_seconds" : 1.600,
				        "took_seconds" : 1.625,
				        "error" : 0.016
				      }
				    },
				    {
				      "provider" : "paysway",
				      "rows" : 1,
				      "verdicts" : {
				        "MATCH" : 0,
				""" + VERDICTS.formatted(1).indent(8) + """
				      },
				      "verifications" : 1,
				      "reused" : 0,
				      "calls" : 1,
				      "repeats" : 0,
				      "bound_seconds" : 0.200,
				      "utilisation" : 0.100,
				      "forecast" : null
				    }
				  ]
				}
				""");
	}

	@Test
	void aRunOfNoTimeAndNoLaneHasNoUtilisationAndNoError() {
		RunSummary some = Given.summary();
		RunSummary summary = new RunSummary("7", "1", some.file(), false, some.startedAt(), some.finishedAt(),
				Duration.ZERO, 0, 0, Map.of(), Map.of(), new RunSummary.Forecast(0, Duration.ZERO, Duration.ZERO),
				List.of());
		assertThat(content(summary)).contains("\"utilisation\" : 0.000")
			.contains("\"error\" : null")
			.contains("\"lanes\" : [ ]")
			.contains("\"since\" : null");
	}

	@Test
	void totalsThatDisagreeAreShown() {
		RunSummary some = Given.summary(Given.matched(2, "a"));
		RunSummary summary = new RunSummary("7", "1", some.file(), false, some.startedAt(), some.finishedAt(),
				Duration.ZERO, 2, 1, some.verdicts(), Map.of(), null, List.of());
		assertThat(content(summary)).contains("\"agree\" : false");
	}

	private static String content(RunSummary summary) {
		return new String(SummaryFile.content(summary, new Duplicates(4, 3)), StandardCharsets.UTF_8);
	}

}
