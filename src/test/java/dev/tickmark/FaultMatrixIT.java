package dev.tickmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

import dev.tickmark.intake.PayeeFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every trouble of {@link Trouble} with all five providers: what became of their rows,
 * what it cost, and what the lanes did. The table of it all is
 * {@code target/fault-matrix.txt}, and {@code .md}.
 */
@Tag("long")
class FaultMatrixIT extends TroubleCase {

	/** Verdicts that say something about an account. */
	private static final Set<String> OF_ACCOUNTS = Set.of("MATCH", "CLOSE_MATCH", "NO_MATCH", "ACCOUNT_NOT_FOUND",
			"ACCOUNT_UNUSABLE");

	private static final Set<String> OPEN = Set.of("PENDING", "ACTION_REQUIRED", "PROVIDER_ERROR");

	private static final Set<String> WITHOUT_TOKENS = Set.of("smartglocal", "bank131");

	private static final int ROWS = 5;

	private static final int MOST_PASSES = 4;

	/** A row's calls in one attempt: a session or list, the question, and its status. */
	private static final int CALLS_OF_AN_ATTEMPT = 3;

	private final Map<Trouble, Future<Map<String, Cell>>> cells = new LinkedHashMap<>();

	private final Map<String, List<String>> undisturbed = new LinkedHashMap<>();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeAll
	void makeAllTrials() throws Exception {
		this.log.start();
		root().addAppender(this.log);
		PayeeFile file = file("payees.csv", payees());
		Map<String, Cell> quiet = new Trial(this, file).against(settings(Map.of(), Map.of()), 1);
		quiet.forEach((provider, cell) -> this.undisturbed.put(provider, cell.verdicts()));
		try (ExecutorService trials = Executors.newFixedThreadPool(AT_ONCE)) {
			for (Trouble trouble : Trouble.all()) {
				this.cells.put(trouble, trials.submit(() -> new Trial(this, file)
					.against(settings(trouble.settings(ROWS), Map.of()), trouble.passes() ? MOST_PASSES : 1)));
			}
		}
		Matrix matrix = new Matrix(this.undisturbed);
		matrix.add("none", quiet);
		for (Map.Entry<Trouble, Future<Map<String, Cell>>> cell : this.cells.entrySet()) {
			if (cell.getValue().state() == Future.State.SUCCESS) {
				matrix.add(cell.getKey().toString(), cell.getValue().resultNow());
			}
		}
		Files.writeString(Path.of("target", "fault-matrix.txt"), matrix.text());
		Files.writeString(Path.of("target", "fault-matrix.md"), matrix.markdown());
		System.out.println(matrix.text());
	}

	@AfterAll
	void leaveTheLog() {
		root().detachAppender(this.log);
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Test
	void noTroubleIsAnException() {
		assertThat(List.copyOf(this.log.list)).filteredOn((event) -> event.getThrowableProxy() != null)
			.extracting((event) -> event.getFormattedMessage() + ": " + event.getThrowableProxy().getMessage())
			.isEmpty();
	}

	@Test
	void withoutTroubleEveryRowGetsItsVerdict() {
		assertThat(this.undisturbed)
			.isEqualTo(Map.of("banfico", List.of("MATCH", "MATCH", "MATCH", "NO_MATCH", "MATCH"), "paysway",
					List.of("MATCH", "MATCH", "MATCH", "NO_MATCH", "MATCH"), "smartglocal",
					List.of("MATCH", "MATCH", "MATCH", "ACCOUNT_NOT_FOUND", "UNABLE_TO_CHECK"), "bank131",
					List.of("MATCH", "MATCH", "MATCH", "NO_MATCH", "NO_MATCH"), "paysafe",
					List.of("MATCH", "MATCH", "MATCH", "NO_MATCH", "UNABLE_TO_CHECK")));
	}

	@TestFactory
	Stream<DynamicTest> noTroubleLosesARowOrMakesAVerdictOrPaysTwice() {
		return this.cells.entrySet()
			.stream()
			.map((trial) -> DynamicTest.dynamicTest(trial.getKey().toString(),
					() -> check(trial.getKey(), trial.getValue().get(1, TimeUnit.SECONDS))));
	}

	private void check(Trouble trouble, Map<String, Cell> cells) {
		SoftAssertions softly = new SoftAssertions();
		cells.forEach((provider, cell) -> {
			List<String> expected = Objects.requireNonNull(this.undisturbed.get(provider));
			verdicts(softly.assertThat(cell.verdicts()).as(provider), trouble, provider, expected);
			charges(softly, trouble, provider, cell);
			softly.assertThat(cell.calls())
				.as(provider + ": calls")
				.isLessThanOrEqualTo((long) ROWS * CALLS_OF_AN_ATTEMPT * (MOST_ATTEMPTS - 1 + cell.passes()));
			boolean stops = trouble.stopsLanes() && !trouble.passes() && concerns(trouble, provider);
			softly.assertThat(cell.remark().equals("stopped")).as(provider + ": stopped").isEqualTo(stops);
			if (stops) {
				softly.assertThat(cell.messages()).as(provider + ": messages").hasSize(1);
			}
		});
		softly.assertAll();
	}

	private static void verdicts(ListAssert<String> verdicts, Trouble trouble, String provider,
			List<String> undisturbed) {
		if (trouble.passes() && trouble.name().endsWith("a year")) {
			// An hour is the longest that is waited, and so long nobody asks again
			eachRow(verdicts, undisturbed, OPEN::contains);
			return;
		}
		if (!concerns(trouble, provider) || trouble.passes()) {
			verdicts.isEqualTo(afterwards(trouble, provider, undisturbed));
			return;
		}
		if (trouble.lasting() == Trouble.Lasting.FOR_EVER && !trouble.fault().containsKey("member")) {
			verdicts.allMatch((verdict) -> OPEN.contains(verdict) || verdict.equals(given(trouble, provider)));
			return;
		}
		eachRow(verdicts, undisturbed, (verdict) -> !OF_ACCOUNTS.contains(verdict));
	}

	/** Each row has the verdict that is right, or one of these. */
	private static void eachRow(ListAssert<String> verdicts, List<String> right, Predicate<String> others) {
		for (int i = 0; i < ROWS; i++) {
			String expected = right.get(i);
			verdicts.element(i).matches((verdict) -> verdict.equals(expected) || others.test(verdict));
		}
	}

	/** Whether the trouble can happen to this provider. */
	private static boolean concerns(Trouble trouble, String provider) {
		boolean ofTokens = trouble.atTokens() || "token-void".equals(trouble.fault().get("kind"));
		return !ofTokens || !WITHOUT_TOKENS.contains(provider);
	}

	/** The verdicts when a trouble has passed. */
	private static List<String> afterwards(Trouble trouble, String provider, List<String> undisturbed) {
		String given = given(trouble, provider);
		return trouble.name().equals("421") && given != null ? undisturbed.stream().map((_) -> given).toList()
				: undisturbed;
	}

	/** The verdict that a provider's page gives to a refusal; null for none. */
	private static @Nullable String given(Trouble trouble, String provider) {
		// 408: the bank did not answer Banfico; 421: Banfico does not serve the account
		return provider.equals("banfico") && Set.of("408", "421").contains(trouble.name()) ? "UNABLE_TO_CHECK" : null;
	}

	private static void charges(SoftAssertions softly, Trouble trouble, String provider, Cell cell) {
		if (!provider.equals("banfico")) {
			softly.assertThat(cell.again()).as(provider + ": charged again").isZero();
			softly.assertThat(cell.repeats()).as(provider + ": repeats").isZero();
			return;
		}
		// A 500 is Banfico's own word that there is no verification: when that is not
		// true, nobody can tell
		if (!trouble.name().equals("500 though taken")) {
			softly.assertThat(cell.again()).as(provider + ": charged again").isLessThanOrEqualTo(cell.repeats());
		}
	}

	@Test
	void aLaneThatStopsLeavesItsNeighboursAlone() throws Exception {
		PayeeFile file = file("neighbours.csv", payees());
		Map<String, Future<Map<String, Cell>>> trials = new HashMap<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			for (String provider : PROVIDERS) {
				Map<String, String> fault = Map.of("faults[0].kind", "status", "faults[0].status", "403");
				trials.put(provider, threads
					.submit(() -> new Trial(this, file).against(settings(Map.of(), Map.of(provider, fault)), 1)));
			}
		}
		for (String stopped : PROVIDERS) {
			Map<String, Cell> cells = Objects.requireNonNull(trials.get(stopped)).get();
			cells.forEach((provider, cell) -> {
				if (provider.equals(stopped)) {
					assertThat(cell.verdicts()).containsOnly("PROVIDER_ERROR");
					assertThat(cell.messages()).as(stopped).hasSize(1);
				}
				else {
					assertThat(cell.verdicts()).as(provider).isEqualTo(this.undisturbed.get(provider));
					assertThat(cell.messages()).as(provider).isEmpty();
				}
			});
		}
	}

}
