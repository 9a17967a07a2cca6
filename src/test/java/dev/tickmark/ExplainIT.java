package dev.tickmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.ledger.embedded.EmbeddedServer;
import dev.tickmark.verification.OneLine;

import static org.assertj.core.api.Assertions.assertThat;

/** What an auditor is told of rows of all five providers. */
@EnabledOnOs(OS.LINUX)
class ExplainIT {

	@AutoClose
	private final Workplace here;

	ExplainIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Tag("long")
	@Test
	void everyRowsStoryIsToldWithoutItsSecrets(@TempDir Path providersFolder) throws Exception {
		this.here.file("payees.csv",
				Payees.everybody()
					.banfico("0001")
					.paysway("0001")
					.smartglocal("0001")
					.bank131("0001")
					.paysafe("0001")
					.line("R6,personal,Jo Nobody,DE,EUR,DE00370400440532010001" + ",".repeat(19))
					.paysway("0001")
					.banfico("9503")
					.banfico("7135")
					.paysway("7122")
					.paysafe("7123"));
		try (Providers providers = Providers.start(providersFolder, Map.of())) {
			this.here.run(providers.settings(), "verify", "payees.csv", "--deadline", "12s").with(3);
		}
		// nothing is configured from here on, and nobody could be asked
		Map<Integer, String> told = new TreeMap<>();
		// it stays up meanwhile, so that no command has to start it
		try (EmbeddedServer _ = EmbeddedServer.open(this.here.home().resolve("postgres"))) {
			for (int line = 2; line <= 12; line++) {
				String output = this.here.run("explain", "1", Integer.toString(line)).with(0).output();
				assertThat(output.lines()).allSatisfy((text) -> assertThat(text).hasSizeLessThanOrEqualTo(110));
				told.put(line, output.replaceAll("\\s+", " "));
			}
		}
		for (int line : List.of(2, 3, 4, 5, 6, 8, 9, 10)) {
			assertThat(told.get(line)).contains("MATCH (final), by ", "(sandbox)", "state CONCLUDED", "HTTP 200 after ",
					"The verdict follows from the calls", "The ledger says the same.");
		}
		assertThat(told.get(2)).contains("Routed to banfico: the row has a sort_code with an account_number",
				"paysafe needs a customer_id", "…0001", "40-47-84", "Mill 0001 Ltd",
				"No other row of the file asks the same.");
		assertThat(told.get(3)).contains("2 rows ask the same", "lines 3, 8. The first is this row.");
		assertThat(told.get(4)).contains("SESSION (opens a session)", "/api/v1/fps/customer_verification", "Further: ",
				"basis REGISTRATION_ONLY", "Мила");
		assertThat(told.get(5)).contains("basis IDENTITY_DOCUMENT", "STATUS (reads what became of it)");
		assertThat(told.get(6)).contains("/customers/…0001/instrument-verifications?limit=…&offset=…",
				"\"secureCode\": (withheld)", "basis OWNERSHIP");
		assertThat(told.get(7)).contains("Why nobody was asked", "iban: The check digits of the IBAN", "REJECTED_INPUT")
			.doesNotContain("3704");
		assertThat(told.get(8)).contains("The first is line 3.");
		assertThat(told.get(9)).contains("HTTP 503 after ", "-> Retryable: PROVIDER_ERROR.", "attempts 2");
		assertThat(told.get(10)).contains("no answer after ", "the provider may have seen it", "repeats 1",
				"It repeats a call that may have arrived");
		assertThat(told.get(11)).contains("PENDING (not final), by paysway", "state WAITING", "looked at again from ",
				"-> Pending: PENDING. PaySway is still working on it.");
		assertThat(told.get(12)).contains("ACTION_REQUIRED (not final), by paysafe", "the link is in actions.csv",
				"\"secureCode\": (withheld)");
		String link = this.here.report("payees.csv", 1).actions().getFirst().get("link");
		assertThat(link).isNotEmpty();
		String code = link.replaceAll(".*secureCode=", "");
		assertThat(told.values()).allSatisfy((text) -> assertThat(text).doesNotContain(code, code.substring(0, 12),
				link.replaceAll("\\?.*", ""), "4509120001", "500100732259", "79165550001", "8800120001"));

		this.here.run("explain", "1", "13").with(2).saying("Line 13 is behind the last row.", "lines 2 to 12");
		this.here.run("explain", "2", "2").with(2).saying("There is no run 2; tickmark runs lists those there are.");
	}

	@Tag("long")
	@Test
	void rowsOnOneLineAreNamedByTheirPlaceOnIt() throws Exception {
		this.here.file("payments.xml",
				OneLine.payments("M-1", List.of("Erika Good", "Erika closematch", "Erika nomatch"))
					.getBytes(StandardCharsets.UTF_8));
		this.here.run("verify", "payments.xml", "--sandbox").with(0);
		try (EmbeddedServer _ = EmbeddedServer.open(this.here.home().resolve("postgres"))) {
			String how = "3 rows begin on line 1: ask for one of them, from tickmark explain 1 1:1 to tickmark explain 1 1:3";
			assertThat(this.here.run("explain", "1", "1").with(2).output().strip()).isEqualTo(how);
			assertThat(this.here.run("explain", "1", "1:4").with(2).output().strip()).isEqualTo(how);
			this.here.run("explain", "1", "1:1").with(0).saying("Erika Good", " MATCH (final)", "Row 1 of the 3");
			this.here.run("explain", "1", "1:2").with(0).saying("Erika closematch", "CLOSE_MATCH (final)");
			this.here.run("explain", "1", "1:3").with(0).saying("Erika nomatch", "NO_MATCH (final)");
			for (String wrong : List.of("1:0", "1:x", "x")) {
				assertThat(this.here.run("explain", "1", wrong).with(2).saying("Usage: tickmark explain").output())
					.doesNotContain("\tat ");
			}
		}
	}

}
