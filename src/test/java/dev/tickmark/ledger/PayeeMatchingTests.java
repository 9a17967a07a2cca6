package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import dev.tickmark.ledger.GivenComparisons.Compared;

import static dev.tickmark.ledger.Given.NOON;
import static dev.tickmark.ledger.GivenComparisons.TOLERANCE;
import static dev.tickmark.ledger.GivenComparisons.UNSTOPPED;
import static dev.tickmark.ledger.GivenComparisons.line;
import static dev.tickmark.ledger.GivenComparisons.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** However many steps the matching takes, the nearest pairs come first. */
@LedgerTest
class PayeeMatchingTests {

	private static final String[] ACCOUNTS = { "111122223333", "111144443333", "999922224444" };

	private static final @Nullable String[] MASKED = { "****3333", "1111****3333", "111144443333", "1111********",
			"****4444", "9999********", "****", null };

	private static final @Nullable String[] NAMES = { null, null, "Anna", "Bert" };

	private final PayeeMatching atOnce;

	private final PayeeMatching inSteps;

	private final GivenComparisons comparisons;

	PayeeMatchingTests(PayeeMatching atOnce, JdbcClient jdbc, PlatformTransactionManager transactions,
			GivenComparisons comparisons) {
		this.atOnce = atOnce;
		this.inSteps = new PayeeMatching(jdbc, transactions, 20);
		this.comparisons = comparisons;
	}

	@RepeatedTest(12)
	void theNearestPairsComeFirstHoweverManyStepsItTakes(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		List<Seen> lines = some(random, MASKED);
		List<Seen> calls = some(random, ACCOUNTS);
		List<String> expected = nearestFirst(lines, calls);
		Compared once = compared(lines, calls);
		assertThat(this.atOnce.match(once.scope(), UNSTOPPED)).isEqualTo(expected.size());
		assertThat(once.matches()).isEqualTo(expected);
		Compared steps = compared(lines, calls);
		int[] asked = { 0 };
		assertThat(this.inSteps.match(steps.scope(), () -> asked[0]++)).isEqualTo(expected.size());
		assertThat(steps.matches()).isEqualTo(expected);
		assertThat(asked[0]).as("more than one step").isGreaterThan(4);
	}

	@Test
	void aStopBetweenTwoStepsKeepsTheNearestAndTheRestCanStillBeFound() {
		List<Seen> lines = IntStream.range(0, 30).mapToObj((i) -> new Seen("****3333", null, at(1000 * i))).toList();
		List<Seen> calls = IntStream.range(0, 30)
			.mapToObj((i) -> new Seen(ACCOUNTS[0], null, at((i < 15) ? 1000 * i : 1000 * i + 90_000)))
			.toList();
		Compared compared = compared(lines, calls);
		assertThatIllegalStateException().isThrownBy(() -> this.inSteps.match(compared.scope(), () -> {
			if (!compared.matches().isEmpty()) {
				throw new IllegalStateException("stopped");
			}
		}));
		assertThat(compared.matches()).hasSize(15).contains("1-1 PAYEE_AND_TIME", "15-15 PAYEE_AND_TIME");
		this.inSteps.match(compared.scope(), UNSTOPPED);
		assertThat(compared.matches()).isEqualTo(nearestFirst(lines, calls)).hasSize(30);
	}

	@Test
	void aReferenceThatNobodyHereKnowsMayBeThatOfSeveralCallsWhateverStepFindsThem() {
		Compared compared = this.comparisons.compared(
				IntStream.range(0, 30)
					.mapToObj((i) -> line().reference("invoice").account("****3333").at(at(1000 * i)))
					.toList(),
				IntStream.range(0, 30).mapToObj((i) -> made().account(ACCOUNTS[0]).at(at(2000 * i))).toList());
		assertThat(this.inSteps.match(compared.scope(), UNSTOPPED)).isEqualTo(30);
	}

	/** As the rule is meant: all pairs, the nearest first, each line and call once. */
	private static List<String> nearestFirst(List<Seen> lines, List<Seen> calls) {
		List<Pair> pairs = new ArrayList<>();
		for (int l = 0; l < lines.size(); l++) {
			for (int c = 0; c < calls.size(); c++) {
				Duration apart = Duration.between(lines.get(l).at, calls.get(c).at).abs();
				if (lines.get(l).fits(calls.get(c)) && apart.compareTo(TOLERANCE) <= 0) {
					pairs.add(new Pair(l + 1, c + 1, apart));
				}
			}
		}
		pairs.sort(Comparator.comparing(Pair::apart).thenComparing(Pair::line).thenComparing(Pair::call));
		Set<Integer> matchedLines = new HashSet<>();
		Set<Integer> matchedCalls = new HashSet<>();
		return pairs.stream()
			.filter((pair) -> !matchedLines.contains(pair.line) && !matchedCalls.contains(pair.call))
			.filter((pair) -> matchedLines.add(pair.line) && matchedCalls.add(pair.call))
			.sorted(Comparator.comparing(Pair::line))
			.map((pair) -> pair.line + "-" + pair.call + " PAYEE_AND_TIME")
			.toList();
	}

	private Compared compared(List<Seen> lines, List<Seen> calls) {
		return this.comparisons.compared(
				lines.stream().map((seen) -> line().account(seen.account).name(seen.name).at(seen.at)).toList(),
				calls.stream().map((seen) -> made().account(seen.account).name(seen.name).at(seen.at)).toList());
	}

	private static List<Seen> some(Random random, @Nullable String[] accounts) {
		return IntStream.range(0, 60)
			.mapToObj((_) -> new Seen(accounts[random.nextInt(accounts.length)], NAMES[random.nextInt(NAMES.length)],
					at(random.nextInt(4) == 0 ? random.nextInt(10) * 100_000 : random.nextInt(1_000_000))
						.plusNanos(random.nextInt(2) * 1000)))
			.toList();
	}

	private static Instant at(int millis) {
		return NOON.plusMillis(millis);
	}

	private record Seen(@Nullable String account, @Nullable String name, Instant at) {

		boolean fits(Seen call) {
			return this.account != null && this.account.matches(".*[^*].*") && call.account != null
					&& call.account.matches(this.account.replaceAll("\\*+", ".*"))
					&& (this.name == null || call.name == null || this.name.equals(call.name));
		}

	}

	private record Pair(int line, int call, Duration apart) {

	}

}
