package dev.tickmark.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.RunState;
import dev.tickmark.payee.Reused;
import dev.tickmark.report.Duplicates;
import dev.tickmark.verification.RunFigures;
import dev.tickmark.verification.VerifyResult;

import static org.assertj.core.api.Assertions.assertThat;

class ClosingTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	@Test
	void theForecastIsHeldAgainstTheTimeItTook() {
		assertThat(said(new Figures.Forecast(64, Duration.ofSeconds(12))))
			.contains("Forecast for the asking 12.0 s, took 12.3 s (+2.5 %).");
		assertThat(said(new Figures.Forecast(64, Duration.ofMillis(12_500)))).contains("took 12.3 s (-1.6 %).");
	}

	@Test
	void whereNothingWasForecastNothingIsSaidOfIt() {
		assertThat(said(null)).contains("all final").doesNotContain("Forecast");
		assertThat(said(new Figures.Forecast(0, Duration.ZERO))).doesNotContain("Forecast");
	}

	@Test
	void duplicatesAreSaidInOneLine() {
		assertThat(said(null, new Duplicates(3, 2))).containsSubsequence("Report: /out/p.csv-3",
				"3 rows have a payee of another line, 2 rows have a reference that is another payee's in another line:"
						+ " see duplicates.csv there.");
		assertThat(said(null, new Duplicates(0, 2))).contains("\n2 rows have a reference");
		assertThat(said(null)).doesNotContain("duplicates");
	}

	@Test
	void thatAnswersAreReusedIsSaidWithTheDateOfTheOldest() {
		Instant late = Instant.parse("2026-10-22T23:59:59Z");
		assertThat(said(null, new Reused(900, 1200, late)))
			.contains("1,200 of the MATCHes are reused, from checks since 2026-10-22.");
		assertThat(said(null, new Reused(1, 1, late))).contains("1 of the MATCHes is reused, from checks since");
		assertThat(said(null)).doesNotContain("reused");
	}

	private static String said(Figures.@Nullable Forecast forecast) {
		return said(forecast, Duplicates.NONE, Reused.NONE);
	}

	private static String said(Figures.@Nullable Forecast forecast, Duplicates duplicates) {
		return said(forecast, duplicates, Reused.NONE);
	}

	private static String said(Figures.@Nullable Forecast forecast, Reused reused) {
		return said(forecast, Duplicates.NONE, reused);
	}

	private static String said(Figures.@Nullable Forecast forecast, Duplicates duplicates, Reused reused) {
		StringWriter out = new StringWriter();
		Run run = new Run(3, UUID.randomUUID(), new RunKey("ab", "default", false), "p.csv", "/in/p.csv", 9, List.of(),
				null, null, RunState.COMPLETE, null, Path.of("/out/p.csv-3"), 1, 1, 64L, NOON, NOON);
		RunFigures figures = new RunFigures(List.of(new Figures.VerdictCount("paysway", "MATCH", 64)), List.of(),
				List.of(new Figures.LaneCount("paysway", 64, 64, 64, 64, 0, false, reused)),
				List.of(new Figures.LanePass(1, "paysway", "5/PT1S", 64, Duration.ofMillis(12_300), forecast)),
				Duration.ofSeconds(13));
		int code = new Closing(new Screen(new PrintWriter(out), false))
			.tell(new VerifyResult.Finished(run, figures, List.of(), duplicates));
		assertThat(code).isEqualTo(ExitCode.COMPLETE);
		return out.toString();
	}

}
