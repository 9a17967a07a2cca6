package dev.tickmark.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a statement says each marker comes to. */
@Tag("long")
class OutcomeTests extends StatementScene {

	private void assertOutcome(Counterparty provider, String endings, String outcome) throws Exception {
		for (String ending : endings.split(" ")) {
			try {
				provider.ask(this.sandbox, ending);
			}
			catch (IOException _) {
				// The answer was lost, which is what the marker does
			}
			CSVRecord line = lines(provider).getLast();
			assertThat(line.get("account")).isEqualTo("****" + ending);
			assertThat(line.get("outcome")).as(ending).isEqualTo(outcome);
		}
	}

	@ParameterizedTest
	@CsvSource({ "BANFICO, 0001 7120 7135, match", "BANFICO, 7103 7104 7105 7106 7107 7115, close match",
			"BANFICO, 7108 7121, no match", "BANFICO, 7101, account not found",
			"BANFICO, 7111 7113 7114, account unusable", "BANFICO, 7102 7110 7112 7116 7136, unable to check",
			"BANFICO, 7109, refused", "BANFICO, 7122 7130 7131 7132 7133, open",
			"PAYSWAY, 0001 7104 7120 7133 7135, match", "PAYSWAY, 7103 7115, close match",
			"PAYSWAY, 7108 7121, no match", "PAYSWAY, 7101 7110, account not found",
			"PAYSWAY, 7102 7116 7142 7143 7145, unable to check", "PAYSWAY, 7141, refused",
			"PAYSWAY, 7122 7130 7131 7132 7137 7144, open", "SMARTGLOCAL, 0001 7108 7133 7135, match",
			"SMARTGLOCAL, 7101 7106, account not found", "SMARTGLOCAL, 7142 7143, unable to check",
			"SMARTGLOCAL, 7122 7123 7124 7130 7131 7132 7136 7144, open",
			"BANK131, 0001 7117 7133 7135 7136 7138, match", "BANK131, 7108 7109, no match",
			"BANK131, 7122 7125 7127 7130 7131 7132 7134, open", "PAYSAFE, 0001 7133 7134 7135 7136 7139, match",
			"PAYSAFE, 7108, no match", "PAYSAFE, 7141 7142 7143, unable to check",
			"PAYSAFE, 7122 7123 7124 7125 7130 7131 7132 7144 7145 7146 7147 7148, open" })
	void everyMarkerHasItsOutcome(Counterparty provider, String endings, String outcome) throws Exception {
		assertOutcome(provider, endings, outcome);
	}

	@Test
	void verificationOfPayeeCannotTellOneReasonFromAnother() throws Exception {
		ProviderClient banfico = ProviderClient.banfico(this.sandbox);
		for (String ending : List.of("7101", "7102", "7109", "7110", "7111", "7112")) {
			banfico.verify(ProviderClient.banfico("IBAN", Counterparty.PAYSWAY.number(ending), ",,,Ada Penrose"));
		}
		assertThat(StatementTests.outcomes(lines(Counterparty.BANFICO))).hasSize(6).containsOnly("unable to check");
	}

	@Test
	void whereNoNameIsComparedNothingIsSaidOfIt() throws Exception {
		ProviderClient.banfico(this.sandbox).verify("""
				{"data":{"verification":{"types":["STATUS"],"account":{"idScheme":"SCAN","id":"20000012345678"}}}}""");
		assertThat(StatementTests.outcomes(lines(Counterparty.BANFICO))).containsExactly("unable to check");
	}

	@Test
	void theNewerFormOfPayswaysContractSaysMore() throws Exception {
		restart(Map.of("generation", "D"));
		assertOutcome(Counterparty.PAYSWAY, "7104", "close match");
		assertOutcome(Counterparty.PAYSWAY, "7110", "unable to check");
		ProviderClient.paysway(this.sandbox).verify(ProviderClient.british("12347110", "Ada"), UUID.randomUUID());
		assertThat(StatementTests.outcomes(lines(Counterparty.PAYSWAY)).getLast()).isEqualTo("account not found");
	}

	@Test
	void anotherNameThatCancelsIsAnAccountThatIsNotFound() throws Exception {
		restart(Map.of("name-mismatch-cancels", "true"));
		assertOutcome(Counterparty.SMARTGLOCAL, "7108", "account not found");
	}

	@Test
	void aPersonWhoIsTooSlowLeavesItOpen() throws Exception {
		Behaviour slow = ProviderClient.quick(Duration.ofMillis(100));
		this.sandbox.close();
		this.sandbox = Sandbox.start(SandboxSettings.of(slow), this.folder, false);
		assertOutcome(Counterparty.PAYSAFE, "0001", "open");
	}

	@Test
	void aBadSignatureLeavesItOpen() throws Exception {
		SignedClient client = SignedClient.bank131(this.sandbox);
		client.post("/api/v1.1/check", Questionnaire.of("4509120001").signed("bm90IG91cnM="));
		assertThat(StatementTests.outcomes(lines(Counterparty.BANK131))).containsExactly("open");
	}

}
