package dev.tickmark.provider.banfico;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/** Every sample of the provider's page, word for word. */
class BanficoSamplesTests {

	private static final Payee JOHN = Dialogue.payee(Column.TYPE, "PERSONAL", Column.NAME, "John Doe", Column.SORT_CODE,
			"900700", Column.ACCOUNT_NUMBER, "12345678");

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "full-match-sort-code, MATCH, ACTIVE, FULL, UNKNOWN, -, -",
					"close-match-business, CLOSE_MATCH, ACTIVE, PARTIAL, UNKNOWN, MBAM, ABC Holdings Limit",
					"full-match-person, MATCH, ACTIVE, FULL, UNKNOWN, -, -",
					"full-match-business, MATCH, ACTIVE, FULL, UNKNOWN, -, -",
					"not-found, ACCOUNT_NOT_FOUND, NOT_FOUND, NOT_CHECKED, UNKNOWN, AC01, -",
					"opted-out, UNABLE_TO_CHECK, RESTRICTED, NOT_CHECKED, UNKNOWN, OPTO, -" })
	void theAnswerOfEachSampleIsUnderstood(String sample, Verdict verdict, AccountState account, NameMatch name,
			AccountTypeMatch type, @Nullable String code, @Nullable String suggested) {
		Finding finding = asked(sample).answered(200, Dialogue.sample("banfico/" + sample)).finding();
		assertThat(finding.verdict()).isEqualTo(verdict);
		assertThat(finding.accountState()).isEqualTo(account);
		assertThat(finding.nameMatch()).isEqualTo(name);
		assertThat(finding.accountTypeMatch()).isEqualTo(type);
		assertThat(finding.reasonCode()).isEqualTo(code);
		assertThat(finding.suggestedName()).isEqualTo(suggested);
		assertThat(finding.providerReference()).isEqualTo("3e6e4d1c-9af9-42cd-8ec9-e2a136a56940");
	}

	@ParameterizedTest
	@CsvSource({ "full-match-sort-code", "close-match-business", "full-match-person", "full-match-business",
			"not-found", "opted-out" })
	void theQuestionOfEachSampleIsAskedAlikeButForTheNamesForm(String sample) {
		String name = Json.read(Dialogue.sample("banfico/request-" + sample))
			.at("/data/verification/account/name")
			.stringValue();
		// The samples' names are not in either form that the page describes
		String documented = name.startsWith("ABC") ? ",,,ABC Holdings Limited" : "Doe,John,,";
		String expected = Dialogue.sample("banfico/request-" + sample).replace(name, documented);
		assertThat(Json.read(asked(sample).body())).isEqualTo(Json.read(expected));
	}

	@Test
	void theSampleThatIsReadBackIsUnderstood() {
		Payee susan = Dialogue.payee(Column.TYPE, "BUSINESS", Column.NAME, "Susan Clarke", Column.SORT_CODE, "900700",
				Column.ACCOUNT_NUMBER, "11100029");
		Dialogue pending = Dialogue.about(new Banfico(), susan).answered(202, """
				{"data":{"result":{"id":"AFRH44994"}}}""");
		assertThat(pending.next().path()).isEqualTo("/v1.0/account-verifications/AFRH44994");
		Finding finding = pending.answered(200, Dialogue.sample("banfico/close-match-personal")).finding();
		assertThat(finding.verdict()).isEqualTo(Verdict.CLOSE_MATCH);
		assertThat(finding.accountTypeMatch()).isEqualTo(AccountTypeMatch.NO);
		assertThat(finding.reasonCode()).isEqualTo("PAMM");
		assertThat(finding.suggestedName()).isEqualTo("Susan Clark");
		assertThat(finding.providerReference()).isEqualTo("AFRH44994");
	}

	@Test
	void theErrorSamplesAreUnderstood() {
		assertThat(error(400).outcome()).isInstanceOf(Outcome.Rejected.class)
			.extracting((outcome) -> outcome.finding().reason())
			.asString()
			.contains("data.verification.account.schemeName: INVALID_FIELD",
					"data.verification.account.id: MISSING_FIELD");
		assertThat(error(401).reading()).isInstanceOf(Reading.Further.class);
		assertThat(error(403).outcome()).isInstanceOf(Outcome.LaneFault.class);
		assertThat(error(404).outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(error(500).outcome()).isInstanceOf(Outcome.Retryable.class);
		for (int status : new int[] { 429, 503 }) {
			assertThat(error(status).outcome()).isInstanceOfSatisfying(Outcome.Retryable.class, (retryable) -> {
				assertThat(retryable.after()).isEqualTo(Duration.ofSeconds(10));
				assertThat(retryable.pausesLane()).isTrue();
			});
		}
	}

	@Test
	void aSilentBankIsAskedAgainAndThenNobodyCouldSay() {
		assertThat(error(408).outcome()).isInstanceOfSatisfying(Outcome.Retryable.class, (retryable) -> {
			assertThat(retryable.counts()).isTrue();
			assertThat(retryable.pausesLane()).isFalse();
			assertThat(retryable.exhausted().verdict()).isEqualTo(Verdict.UNABLE_TO_CHECK);
			assertThat(retryable.exhausted().reasonCode()).isEqualTo("RESPONDER_TIMEOUT");
		});
		assertThat(error(408).next().repeat()).isFalse();
	}

	@Test
	void aCountryThatIsNotServedCannotBeChecked() {
		assertThat(error(421).outcome()).isInstanceOfSatisfying(Outcome.Concluded.class,
				(concluded) -> assertThat(concluded.finding().verdict()).isEqualTo(Verdict.UNABLE_TO_CHECK));
	}

	private static Dialogue error(int status) {
		Dialogue dialogue = Dialogue.about(new Banfico(), JOHN);
		String body = Dialogue.sample("banfico/error-" + status);
		boolean waits = status == 429 || status == 503;
		return waits ? dialogue.answered(status, body, "retry-after", "10") : dialogue.answered(status, body);
	}

	/** The payee of a sample's request. */
	private static Dialogue asked(String sample) {
		var account = Json.read(Dialogue.sample("banfico/request-" + sample)).at("/data/verification/account");
		String id = account.path("id").stringValue();
		boolean company = account.path("type").stringValue().equals("BUSINESS");
		boolean scan = account.path("idScheme").stringValue().equals("SCAN");
		return Dialogue.about(new Banfico(),
				Dialogue.payee(Column.TYPE, account.path("type").stringValue(), Column.NAME,
						company ? "ABC Holdings Limited" : "", Column.FIRST_NAME, company ? "" : "John",
						Column.LAST_NAME, company ? "" : "Doe", Column.IBAN, scan ? "" : id, Column.SORT_CODE,
						scan ? id.substring(0, 6) : "", Column.ACCOUNT_NUMBER, scan ? id.substring(6) : "",
						Column.SECONDARY_ACCOUNT, account.path("secondaryId").asString("")));
	}

}
