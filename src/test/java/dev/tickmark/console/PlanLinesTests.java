package dev.tickmark.console;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.story.Moments;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.RunState;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Allowance;
import dev.tickmark.verification.LanePlan;
import dev.tickmark.verification.Plan;
import dev.tickmark.verification.Rejection;

import static org.assertj.core.api.Assertions.assertThat;

class PlanLinesTests {

	private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

	private static final Allowance SECOND = new Allowance(50, Duration.ofSeconds(1), 50, START);

	private static final Allowance TODAY = new Allowance(100_000, Duration.ofDays(1), 99_872, START);

	@Test
	void eachLaneHasItsLineAndNumbersLineUp() {
		List<String> lines = PlanLines.of(plan(null, lane("banfico", 65, 65, 0, null), paysway(0)));
		String end = Moments.soon(START.plus(Duration.ofMinutes(40)), START);
		assertThat(lines).containsSubsequence(
				"lane       rows  verifications    calls expected         time     price   done by",
				"banfico      65             65       at least 65        1.3 s         -  "
						+ Moments.soon(START.plusMillis(1300), START),
				"paysway  98,000         97,500     about 120,000  40 min 00 s  4,875.00  " + end,
				"all      98,065         97,565  at least 120,065  40 min 00 s  4,875.00  " + end);
	}

	@Test
	void whatIsLeftOfEachWindowAndWhereTheForecastComesFromIsSaid() {
		assertThat(PlanLines.of(plan(null, lane("banfico", 65, 65, 0, null), paysway(0)))).containsSubsequence(
				"lane     calls each  known from                  calls left",
				"banfico        1.00  no history: at least                50  of 50 calls per 1s",
				"paysway        1.23  its last 500 verifications          50  of 50 calls per 1s",
				"                                                     99,872  of 100,000 calls per 1d, today");
	}

	@Test
	void aDeadlineIsMetOrMissedByHowMuchAndWithWhatLeft() {
		String met = String.join(" ", PlanLines.of(plan(START.plusSeconds(3600), paysway(0))));
		assertThat(met).contains("would be met, with 20 min 00 s to spare.", "  deadline", "  met");
		String missed = String.join(" ",
				PlanLines.of(plan(START.plusSeconds(1800), lane("banfico", 65, 65, 0, null), paysway(24_500))));
		assertThat(missed).contains("would be missed by 10 min 00 s; left would be 24,500 rows of paysway.", "  met",
				"  missed");
	}

	@Test
	void aQuotaThatDoesNotLastIsSaid() {
		assertThat(String.join(" ", PlanLines.of(plan(null, paysway(24_500)))))
			.contains("The quota of the day does not last: left for another run would be 24,500 rows of paysway.")
			.doesNotContain("deadline");
	}

	@Test
	void aPriceSaysOfWhatItIs() {
		assertThat(text(plan(null, lane("banfico", 65, 65, 0, null))))
			.contains("No price is set (tickmark.providers.<name>.price).");
		assertThat(text(plan(null, lane("banfico", 65, 65, 0, null), paysway(0))))
			.contains("in the currency of the contract; none is set for banfico.");
		assertThat(text(plan(null, paysway(0)))).contains("in the currency of the contract.");
	}

	@Test
	void theFirstRejectedRowsAreTold() {
		List<Rejection> first = List.of(new Rejection(7, new Problem("iban", "The check digits are wrong.")),
				new Rejection(1112, new Problem(null, "no provider covers this row; " + "it needs much ".repeat(12))));
		List<String> lines = PlanLines.of(new Plan(2000, 1236, first, 0, List.of(paysway(0)), START, null, null, null));
		assertThat(lines).containsSubsequence("2,000 rows: 98,000 to be asked about, 1,236 rejected without a call.",
				"Rejected:", "  line     7  iban  The check digits are wrong.", "  and 1,234 more");
		assertThat(lines).anyMatch((line) -> line.startsWith("  line 1,112  -     no provider covers"))
			.anyMatch((line) -> line.matches(" {20}\\S.*"));
	}

	@Test
	void noLineIsWiderThanAHundredColumns() {
		List<Rejection> first = List
			.of(new Rejection(1112, new Problem("passport_number", "it needs much ".repeat(12) + "more")));
		Plan plan = new Plan(2000, 1, first, 0, List.of(lane("smartglocal", 20, 19, 3, null), paysway(7)), START,
				START.plusSeconds(60), null,
				"The database cannot be used: Connection to localhost:1 refused. ".repeat(3));
		assertThat(PlanLines.of(plan)).allMatch((line) -> line.length() <= 100);
	}

	@Test
	void whatWouldBeReusedIsSaidOfEachLane() {
		assertThat(text(plan(null, lane("banfico", 65, 65, 0, null), paysway(0, 12_000))))
			.contains("Of the verifications, 12,000 of paysway would be reused from other runs: no call is expected,");
		assertThat(text(plan(null, paysway(0)))).doesNotContain("reused");
	}

	@Test
	void whyThereIsNoHistoryIsOneSentence() {
		Plan plan = new Plan(1, 0, List.of(), 0, List.of(paysway(0)), START, null, null,
				"The database cannot be used: refused.");
		assertThat(PlanLines.of(plan)).contains("Forecast without history: The database cannot be used: refused.");
	}

	@Test
	void whatIsKnownOfTheContentIsSaid() {
		assertThat(text(known(RunState.COMPLETE))).contains("verified before, in run 3: the command would ask nobody.");
		assertThat(text(known(RunState.OPEN)))
			.contains("a run that is not complete, run 3: the command would continue it");
	}

	@Test
	void aFileThatAsksNobodySaysSo() {
		Plan plan = new Plan(2, 2, List.of(), 0, List.of(), START, START.plusSeconds(60), null, null);
		assertThat(PlanLines.of(plan)).containsExactly("", "2 rows: 0 to be asked about, 2 rejected without a call.");
	}

	private static Plan known(RunState state) {
		Run run = new Run(3, UUID.randomUUID(), new RunKey("ab", "default", false), "p.csv", "/in/p.csv", 9, List.of(),
				null, null, state, null, Path.of("/out/p.csv-3"), 1, 1, 64L, START, START);
		return new Plan(1, 0, List.of(), 0, List.of(paysway(0)), START, null, run, null);
	}

	private static String text(Plan plan) {
		return String.join(" ", PlanLines.of(plan));
	}

	private static Plan plan(@Nullable Instant deadline, LanePlan... lanes) {
		return new Plan(98_100, 35, List.of(), 0, List.of(lanes), START, deadline, null, null);
	}

	private static LanePlan paysway(long rowsLeft) {
		return paysway(rowsLeft, 0);
	}

	private static LanePlan paysway(long rowsLeft, long reused) {
		return new LanePlan(new ProviderName("paysway"), 98_000, 97_500, reused, 500, 1.2308, 120_000,
				Duration.ofMinutes(40), rowsLeft, List.of(SECOND, TODAY), new BigDecimal("4875"));
	}

	private static LanePlan lane(String name, long rows, long verifications, long left, @Nullable BigDecimal price) {
		return new LanePlan(new ProviderName(name), rows, verifications, 0, 0, 1, verifications,
				Duration.ofMillis(1300), left, List.of(SECOND), price);
	}

}
