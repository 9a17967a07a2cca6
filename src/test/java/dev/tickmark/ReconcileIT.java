package dev.tickmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The ledger is compared with providers that say something else than they said first. */
@Tag("long")
class ReconcileIT {

	private static final Map<String, BiFunction<Payees, String, Payees>> PROVIDERS = new TreeMap<>(
			Map.of("banfico", Payees::banfico, "paysway", Payees::paysway, "smartglocal", Payees::smartglocal,
					"bank131", Payees::bank131, "paysafe", Payees::paysafe));

	/** Two payees without a marker, and one for every way to drift. */
	private static final List<String> ENDINGS = List.of("0001", "0002", "7201", "7202", "7203", "7204", "7205", "7206",
			"7207", "7208", "7209", "7210");

	private static final Map<String, String> STEADY = Map.of("latency", "0s", "latency-spread", "0s", "pending-for",
			"300ms");

	private static final Map<String, String> DRIFTING = Map.of("latency", "0s", "latency-spread", "0s", "pending-for",
			"300ms", "drift", "true");

	private static final String DRIFT = "--tickmark.sandbox.defaults.drift=true";

	@AutoClose
	private final Workplace here;

	ReconcileIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Test
	void exactlyWhatProvidersChangedAndForgotIsFoundWithWhatWasAndWhatIs() throws IOException {
		verifyWithTheSandbox(PROVIDERS.keySet().toArray(String[]::new));
		this.here.run("reconcile", "--run", "1", "--sandbox", DRIFT).with(3).saying("10 differences in 60.");
		Comparison drifted = comparison(1);
		assertThat(drifted.items()).hasSize(60);
		assertThat(drifted.differences()).extracting(this::readBack)
			.containsExactlyInAnyOrderElementsOf(PROVIDERS.keySet()
				.stream()
				.flatMap((provider) -> List
					.of(provider + " 7201: CHANGED MATCH → " + changed(provider),
							provider + " 7202: UNKNOWN_THERE MATCH → ")
					.stream())
				.toList());
		assertThat(drifted.differences()).filteredOn((line) -> line.get("result").equals("CHANGED"))
			.allSatisfy((line) -> assertThat(line.get("difference")).contains("verdict MATCH → "));
		// nothing final is overwritten
		this.here.run("reconcile", "--run", "1", "--sandbox").with(0).saying("No difference in 60.");
		assertThat(comparison(2).differences()).isEmpty();
		assertThat(comparison(2).items()).hasSize(60).allMatch((line) -> line.get("result").equals("AGREES"));
		this.here.run("runs", "--check").with(0);
	}

	@Test
	void whatIsKilledInTheMiddleIsContinuedToTheSameReport(@TempDir Path providersFolder) throws Exception {
		file(PROVIDERS.keySet().toArray(String[]::new));
		try (Providers providers = Providers.start(providersFolder, each(STEADY))) {
			this.here.run(providers.settings(), "verify", "payees.csv").with(0);
		}
		try (Providers providers = Providers.start(providersFolder, each(DRIFTING))) {
			List<String> slowly = new ArrayList<>(providers.settings());
			PROVIDERS.keySet().forEach((provider) -> {
				slowly.remove("--tickmark.providers." + provider + ".limits[0].calls=20");
				slowly.add("--tickmark.providers." + provider + ".limits[0].calls=2");
			});
			RunningProgram first = this.here.start(slowly, "reconcile", "--run", "1");
			await()
				.until(() -> providers.counted("paysway", "polls") >= 4 && providers.counted("bank131", "polls") >= 4);
			first.kill();
			assertThat(providers.counted("paysway", "polls")).as("it was killed in the middle")
				.isLessThan(ENDINGS.size());
			assertThat(comparison(1).folder()).as("no half-written report").doesNotExist();

			this.here.run(providers.settings(), "reconcile", "--run", "1")
				.with(3)
				.saying("Continuing reconciliation 1: ", "10 differences in 60.");
			this.here.run(providers.settings(), "reconcile", "--run", "1")
				.with(3)
				.saying("Reconciliation 2: ", "10 differences in 60.");
			assertThat(comparison(1).timeless()).isEqualTo(comparison(2).timeless());
		}
	}

	@Test
	void everyPlantedDifferenceOfAStatementIsFoundAndNoneInvented() throws Exception {
		verifyWithTheSandbox("banfico", "smartglocal");
		comparesTheStatementOf("banfico");
		comparesTheStatementOf("smartglocal");
	}

	@Test
	void soItIsWithTheOtherProviders() throws Exception {
		verifyWithTheSandbox("bank131", "paysafe", "paysway");
		comparesTheStatementOf("bank131");
		comparesTheStatementOf("paysafe");
		comparesTheStatementOf("paysway");
	}

	private void comparesTheStatementOf(String provider) throws Exception {
		try (Providers drifting = Providers.start(this.here.home().resolve("sandbox"), each(DRIFTING))) {
			this.here.file(provider + ".csv", statement(drifting, provider));
		}
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		RunningProgram.Ended ended = this.here.run("reconcile", "--provider", provider, "--statement",
				provider + ".csv", "--sandbox", "--from", today.minusDays(1).toString(), "--to",
				today.plusDays(1).toString());
		Comparison comparison = new Comparison(Path.of(ended.with(3)
			.output()
			.lines()
			.filter((line) -> line.startsWith("Report: "))
			.toList()
			.getFirst()
			.substring("Report: ".length())));
		assertThat(comparison.differences()).as(provider)
			.extracting((line) -> line.get("result") + " " + line.get("account"))
			.containsExactlyInAnyOrder("DIFFERENT_RESULT ****7201", "CHARGED_TWICE ****7203", "IN_JOURNAL_ONLY ",
					"DIFFERENT_PRICE ****7205", "DIFFERENT_RESULT ****7206", "OUTSIDE_PERIOD ****7207",
					"ON_STATEMENT_ONLY ****0000");
		assertThat(comparison.items()).as(provider)
			.filteredOn((line) -> line.get("result").equals("MATCHED"))
			.extracting((line) -> line.get("account"))
			.containsExactlyInAnyOrder("****0001", "****0002", "****7202", "****7203", "****7208", "****7209",
					"****7210");
		assertThat(comparison.differences()).filteredOn((line) -> line.get("result").equals("IN_JOURNAL_ONLY"))
			.extracting((line) -> line.get("provider_reference"))
			.containsExactly(missing(provider));
	}

	/** The reference of the verification that the statement lacks. */
	private String missing(String provider) throws IOException {
		List<CSVRecord> rows = this.here.report("payees.csv", 1)
			.results()
			.stream()
			.filter((row) -> row.get("checked_by").startsWith(provider))
			.toList();
		return rows.get(ENDINGS.indexOf("7204")).get("provider_reference");
	}

	private static byte[] statement(Providers providers, String provider) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			String url = providers.properties().get("tickmark.providers." + provider + ".base-url");
			return client
				.send(HttpRequest.newBuilder(URI.create(url + "/statement")).build(), BodyHandlers.ofByteArray())
				.body();
		}
	}

	private void verifyWithTheSandbox(String... providers) throws IOException {
		file(providers);
		this.here.run("verify", "payees.csv", "--sandbox").with(0);
	}

	/** Rows for each provider, in this order. */
	private void file(String... providers) throws IOException {
		Payees payees = Payees.everybody();
		for (String provider : providers) {
			ENDINGS.forEach((ending) -> PROVIDERS.get(provider).apply(payees, ending));
		}
		this.here.file("payees.csv", payees);
		this.here.file("jobs/statement.yaml", Files.readAllBytes(Path.of("jobs/statement.yaml")));
	}

	private static Map<String, Map<String, String>> each(Map<String, String> keys) {
		Map<String, Map<String, String>> each = new TreeMap<>();
		PROVIDERS.keySet().forEach((provider) -> each.put(provider, keys));
		return each;
	}

	private Comparison comparison(int number) {
		return new Comparison(this.here.home().resolve("reports/reconciliation-" + number));
	}

	/** What was read back, by the ending of whom it is about. */
	private String readBack(CSVRecord line) {
		int row = Integer.parseInt(line.get("reference").substring(1)) - 1;
		return line.get("provider") + " " + ENDINGS.get(row % ENDINGS.size()) + ": " + line.get("result") + " "
				+ line.get("verdict_here") + " → " + line.get("verdict_there");
	}

	private static String changed(String provider) {
		return provider.equals("smartglocal") ? "ACCOUNT_NOT_FOUND" : "NO_MATCH";
	}

}
