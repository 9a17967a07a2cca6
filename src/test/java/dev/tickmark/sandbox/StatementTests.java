package dev.tickmark.sandbox;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("long")
class StatementTests extends StatementScene {

	@ParameterizedTest
	@EnumSource
	void aSubmissionIsALineAndNothingElseIs(Counterparty provider) throws Exception {
		Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
		String id = provider.ask(this.sandbox, "4567");
		provider.read(this.sandbox, "4567", id);
		HttpResponse<String> response = statement(provider, "");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
		assertThat(response.body().lines().findFirst())
			.hasValue("charged_at,verification_id,request_id,service,outcome,amount,currency,account");
		assertThat(lines(provider)).singleElement().satisfies((line) -> {
			assertThat(line.get("charged_at")).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
			assertThat(Instant.parse(line.get("charged_at"))).isBetween(before, Instant.now());
			assertThat(line.toList().subList(1, 2)).containsExactly(id);
			assertThat(line.toList().subList(3, 8)).containsExactly("verification", "match", "0.10", "EUR", "****4567");
		});
		assertThat(submissions(provider)).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	void theFileHoldsNeitherNamesNorWholeNumbers(Counterparty provider) throws Exception {
		provider.ask(this.sandbox, "4567");
		assertThat(Files.readString(file(provider))).isNotEmpty()
			.doesNotContain(provider.number("4567"), provider.number(""), "Penrose", "Ivan", "Иван", "500100732259");
	}

	@ParameterizedTest
	@EnumSource
	void linesOutliveTheProcessAndAResetEmptiesThem(Counterparty provider) throws Exception {
		String id = provider.ask(this.sandbox, "4567");
		restart(Map.of("price", "1.5", "currency", "GBP"));
		provider.ask(this.sandbox, "4568");
		assertThat(lines(provider)).extracting((line) -> line.get("amount") + " " + line.get("currency"))
			.containsExactly("0.10 EUR", "1.5 GBP");
		assertThat(lines(provider).getFirst().get("verification_id")).isEqualTo(id);
		String url = ProviderClient.url(this.sandbox, name(provider));
		ProviderClient.send(ProviderClient.request(url + "/sandbox/reset").POST(BodyPublishers.noBody()));
		assertThat(lines(provider)).isEmpty();
		assertThat(file(provider)).isEmptyFile();
	}

	@ParameterizedTest
	@EnumSource
	void severalSandboxesShareAStatement(Counterparty provider) throws Exception {
		try (Sandbox other = start(this.folder, Map.of())) {
			String one = provider.ask(this.sandbox, "4567");
			String two = provider.ask(other, "4568");
			assertThat(lines(provider)).extracting((line) -> line.get("verification_id")).containsExactly(one, two);
		}
	}

	@Test
	void aRequestIsNamedAsTheClientNamedIt() throws Exception {
		ProviderClient banfico = ProviderClient.banfico(this.sandbox);
		ProviderClient.send(banfico.authorised("/v1.0/account-verifications")
			.header("Transaction-XRef-Id", "our, \"own\" name")
			.POST(BodyPublishers.ofString(ProviderClient.scan("20000012345678", ",,,Ada Penrose"))));
		assertThat(lines(Counterparty.BANFICO)).extracting((line) -> line.get("request_id"))
			.containsExactly("our, \"own\" name");
		UUID key = UUID.randomUUID();
		ProviderClient.paysway(this.sandbox).verify(ProviderClient.iban("DE02120300000000202051", "Ada"), key);
		assertThat(lines(Counterparty.PAYSWAY)).extracting((line) -> line.get("request_id"))
			.containsExactly(key.toString());
		SignedClient smartglocal = SignedClient.smartglocal(this.sandbox);
		for (String given : List.of("our key", "k".repeat(300))) {
			String session = ProviderClient.json(ProviderClient.send(smartglocal.signed("/api/v1/session/create", "{}")
				.header("x-partner-idempotency-key", given)
				.POST(BodyPublishers.ofString("{}")))).at("/session/id").stringValue();
			smartglocal.verify(session, "79261234567");
		}
		assertThat(lines(Counterparty.SMARTGLOCAL)).extracting((line) -> line.get("request_id"))
			.containsExactly("our key", "k".repeat(256));
	}

	@Test
	void whatIsReplayedExistsOrIsRefusedIsNotCharged() throws Exception {
		ProviderClient paysway = ProviderClient.paysway(this.sandbox);
		UUID key = UUID.randomUUID();
		for (int i = 0; i < 2; i++) {
			paysway.verify(ProviderClient.iban("DE02120300000000202051", "Ada"), key);
		}
		paysway.verify(ProviderClient.iban("DE02120300000000208500", "Ada"), UUID.randomUUID());
		assertThat(lines(Counterparty.PAYSWAY)).hasSize(1);
		Counterparty.check(this.sandbox, "4567");
		assertThat(Counterparty.check(this.sandbox, "4567").body()).contains("already_exists");
		assertThat(lines(Counterparty.BANK131)).hasSize(1);
		SignedClient smartglocal = SignedClient.smartglocal(this.sandbox);
		String session = smartglocal.session();
		for (int i = 0; i < 2; i++) {
			smartglocal.verify(session, "79261234567");
		}
		assertThat(lines(Counterparty.SMARTGLOCAL)).hasSize(1);
		ProviderClient.banfico(this.sandbox).verify(ProviderClient.scan("20000012349500", ",,,Ada Penrose"));
		assertThat(lines(Counterparty.BANFICO)).isEmpty();
	}

	@Test
	void aSessionThatSomebodyElseOpenedIsChargedToo() throws Exception {
		ProviderClient paysafe = ProviderClient.paysafe(this.sandbox);
		paysafe.sessions("8800127139", "");
		assertThat(lines(Counterparty.PAYSAFE)).extracting((line) -> line.get("outcome")).containsExactly("match");
	}

	@Test
	void aCheckThatExistsAlreadyComesToWhatTheFirstCameTo() throws Exception {
		restart(Map.of("duplicate-check", "later"));
		Counterparty.check(this.sandbox, "7108");
		Counterparty.check(this.sandbox, "7108");
		assertThat(lines(Counterparty.BANK131)).extracting((line) -> line.get("outcome"))
			.containsExactly("no match", "no match");
	}

	@Test
	void aPeriodHasItsFirstInstantAndNotItsLast() throws Exception {
		Counterparty.BANFICO.ask(this.sandbox, "4567");
		Instant at = Instant.parse(lines(Counterparty.BANFICO).getFirst().get("charged_at"));
		String day = at.toString().substring(0, 10);
		assertThat(lines(Counterparty.BANFICO, "?from=" + at)).hasSize(1);
		assertThat(lines(Counterparty.BANFICO, "?from=" + day)).hasSize(1);
		assertThat(lines(Counterparty.BANFICO, "?to=" + at)).isEmpty();
		assertThat(lines(Counterparty.BANFICO, "?to=" + day)).isEmpty();
		assertThat(lines(Counterparty.BANFICO, "?from=" + at + "&to=" + at.plusMillis(1))).hasSize(1);
		assertThat(lines(Counterparty.BANFICO, "?from=" + at.plusMillis(1))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "from=yesterday, from must be", "to=2026-02-30, to must be", "from=2026-01-01T00:00, from must be",
			"from=, from must be", "from=2026-02-01&to=2026-01-01, from must be earlier",
			"from=2026-02-01&to=2026-02-01, from must be earlier" })
	void aPeriodThatIsNoneIsRefusedWithASentence(String query, String told) throws Exception {
		HttpResponse<String> refused = statement(Counterparty.BANFICO, "?" + query);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).startsWith(told).endsWith(".");
	}

	@Test
	void aProviderNeedNotKeepAStatement() throws Exception {
		restart(Map.of("statement", "false"));
		Files.delete(file(Counterparty.BANFICO));
		Counterparty.BANFICO.ask(this.sandbox, "4567");
		HttpResponse<String> absent = statement(Counterparty.BANFICO, "");
		assertThat(absent.statusCode()).isEqualTo(404);
		assertThat(absent.body()).contains("keeps no statement");
		assertThat(file(Counterparty.BANFICO)).doesNotExist();
		assertThat(submissions(Counterparty.BANFICO)).isEqualTo(1);
	}

	@Test
	void aStatementThatIsNoLongerKeptIsEmptiedAllTheSame() throws Exception {
		Counterparty.BANFICO.ask(this.sandbox, "4567");
		restart(Map.of("statement", "false"));
		ProviderClient.banfico(this.sandbox).reset();
		assertThat(file(Counterparty.BANFICO)).isEmptyFile();
	}

	@Test
	void whatWasNeverTakenInAndATornLineAreNotCharged() throws Exception {
		String id = Counterparty.BANFICO.ask(this.sandbox, "4567");
		String line = Files.readString(file(Counterparty.BANFICO));
		Files.writeString(file(Counterparty.BANFICO),
				line.replace(id, UUID.randomUUID().toString()) + line.substring(0, 40), StandardOpenOption.APPEND);
		restart(Map.of());
		Counterparty.BANFICO.ask(this.sandbox, "4568");
		assertThat(lines(Counterparty.BANFICO)).extracting((charged) -> charged.get("account"))
			.containsExactly("****4567", "****4568");
	}

	@Test
	void aShortNumberIsNotShownAtAll() {
		assertThat(Charge.masked("7201")).isEqualTo("****");
		assertThat(Charge.masked("17201")).isEqualTo("****7201");
		assertThat(Drift.of("7201")).isNull();
	}

	@Test
	void aLineIsReadAsItWasWritten() throws IOException {
		Charge charge = new Bookkeeping(true, new BigDecimal("1E+1"), "EUR", false).charge(1_700_000_000_000L, "a,b",
				"say \"c\"", Conclusion.UNABLE_TO_CHECK, "DE02120300000000202051");
		assertThat(charge.line()).isEqualTo(
				"2023-11-14T22:13:20.000Z,\"a,b\",\"say \"\"c\"\"\",verification,unable to check,10,EUR,****2051");
		assertThat(Charge.parse(charge.line())).isNotNull()
			.satisfies((read) -> assertThat(read.line()).isEqualTo(charge.line()));
		for (String other : List.of("", "a", "a,b,c,d,e,f,g,h", "\"", charge.line().replace("10", "ten"),
				charge.line().replace("2023", "soon"))) {
			assertThat(Charge.parse(other)).as(other).isNull();
		}
	}

	static List<String> outcomes(List<CSVRecord> lines) {
		return lines.stream().map((line) -> line.get("outcome")).toList();
	}

}
