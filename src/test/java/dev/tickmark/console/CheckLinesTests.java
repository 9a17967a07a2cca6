package dev.tickmark.console;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.AmountSums;
import dev.tickmark.ledger.Figures.LaneCount;
import dev.tickmark.ledger.Figures.VerdictCount;
import dev.tickmark.ledger.Owner;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunCheck;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.RunState;
import dev.tickmark.payee.Reused;

import static org.assertj.core.api.Assertions.assertThat;

class CheckLinesTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final Owner OWNER = new Owner("tickmark process 123 on host", NOON);

	private static final AmountSums AMOUNTS = new AmountSums(Map.of("EUR", new BigDecimal("1234.5")),
			Map.of("MATCH", Map.of("EUR", new BigDecimal("1000")), "NO_MATCH", Map.of("EUR", new BigDecimal("234.5"))),
			1, 0);

	@Test
	void aRunThatAddsUpTellsWhatItComesTo() {
		String text = text(check(RunState.COMPLETE, 3L, null, AMOUNTS));
		assertThat(text).startsWith("   12  COMPLETE   adds up   /in/payees.csv\n")
			.contains("Rows: 3 in the file, 3 in the ledger, 3 with an outcome.")
			.containsPattern("MATCH +2 +- +2\n")
			.containsPattern("lane +verifications +final +reused +asked +calls\n +banfico +2 +2 +- +2 +1,002\n")
			.containsPattern("all +3 +3 +1 +2 +1,002\n")
			.containsPattern("amounts +EUR\n +MATCH +1,000.00\n +NO_MATCH +234.50\n +all +1,234.50\n")
			.contains("1 row has no amount that can be read for certain")
			.doesNotContain("Not finished", "control sum", "\n\n");
	}

	@Test
	void eachFaultIsASentence() {
		assertThat(text(check(RunState.COMPLETE, 3L, null, null, "rows without an outcome: 1", "gaps: 2")))
			.startsWith("   12  COMPLETE   DOES NOT ADD UP   ")
			.contains("Does not add up: rows without an outcome: 1.\n", "Does not add up: gaps: 2.\n");
	}

	@Test
	void aRunAtWorkSaysWhoIsAndWhatWasLeftOut() {
		assertThat(text(check(RunState.STARTED, 3L, OWNER, null))).contains("RUNNING    adds up so far",
				"Not finished: tickmark process 123 on host is at work on it, since ", "Left out is what only the end");
	}

	@Test
	void aRunThatEndedBeforeItsTimeSaysWhy() {
		assertThat(text(check(RunState.STARTED, 3L, null, null))).contains("CUT OFF    adds up so far",
				"it was cut off, and nobody is at work on it.", "Left out");
		assertThat(text(check(RunState.STOPPED, 3L, null, null))).contains("STOPPED    adds up so far",
				"Not finished: it was stopped. Why: by a person.", "Left out");
		assertThat(text(check(RunState.FAILED, 3L, null, null))).contains("Not finished: it failed. Why: by a person.");
		assertThat(text(check(RunState.OPEN, 3L, null, null))).contains("OPEN       adds up   ")
			.doesNotContain("Not finished");
	}

	@Test
	void aFileThatIsNotTakenInHasNothingToAddUp() {
		String text = text(check(RunState.STOPPED, null, null, null));
		assertThat(text).contains("Its file is not taken in yet", "nothing to add up")
			.doesNotContain("Left out", "Rows:", "verdict");
	}

	@Test
	void ofManyCurrenciesAFewAreShownAndAPaymentFileHasItsControlSum() {
		Map<String, BigDecimal> sums = new TreeMap<>();
		for (String currency : List.of("CHF", "EUR", "GBP", "NOK", "SEK", "USD")) {
			sums.put(currency, BigDecimal.TEN);
		}
		AmountSums amounts = new AmountSums(sums, Map.of("MATCH", sums), 0, 0);
		assertThat(AmountTable.of(amounts).getFirst()).contains("CHF", "NOK").doesNotContain("SEK");
		assertThat(AmountTable.remarks(amounts, true)).containsExactly("Not shown, but added up as well: 2 currencies.",
				"The control sum of the payment file, over all currencies: 60.00.");
		assertThat(AmountTable.remarks(amounts, false)).hasSize(1);
	}

	@Test
	void amountsWithoutACurrencySaySo() {
		Map<String, BigDecimal> sums = Map.of("", new BigDecimal("0.12345"));
		assertThat(AmountTable.of(new AmountSums(sums, Map.of("PENDING", sums), 0, 0)))
			.containsExactly("amounts  no currency", "PENDING      0.12345", "all          0.12345");
		assertThat(AmountTable.of(new AmountSums(Map.of(), Map.of(), 2, 0))).isEmpty();
	}

	@Test
	void theLastLineSaysWhichDoNotAddUp() {
		assertThat(Checking.summary(1, List.of())).isEqualTo("1 run checked, it adds up.");
		assertThat(Checking.summary(4, List.of())).isEqualTo("4 runs checked, all add up.");
		assertThat(Checking.summary(4, List.of(3L))).isEqualTo("4 runs checked, 1 does not add up: run 3.");
		assertThat(Checking.summary(4, List.of(3L, 1L))).isEqualTo("4 runs checked, 2 do not add up: runs 3, 1.");
		assertThat(Checking.summary(50, LongStream.range(0, 22).boxed().toList())).endsWith(", 19 and 2 more.");
	}

	private static String text(RunCheck check) {
		return String.join("\n", CheckLines.of(check)) + "\n";
	}

	private static RunCheck check(RunState state, @Nullable Long rows, @Nullable Owner owner,
			@Nullable AmountSums amounts, String... faults) {
		Run run = new Run(12, UUID.randomUUID(), new RunKey("ab", "default", false), "payees.csv", "/in/payees.csv", 7,
				List.of("name"), null, null, state, state.hasEnded() ? null : "by a person", Path.of("/out"), 1, 1,
				rows, NOON, NOON);
		return new RunCheck(run, owner, 3,
				List.of(new VerdictCount("banfico", "MATCH", 2), new VerdictCount("paysway", "NO_MATCH", 1)),
				List.of(new LaneCount("banfico", 2, 2, 2, 1002, 0, false, Reused.NONE),
						new LaneCount("paysway", 1, 1, 0, 0, 0, false, new Reused(1, 1, NOON))),
				amounts, List.of(faults));
	}

}
