package dev.tickmark.provider.banfico;

import java.time.Duration;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;

import static org.assertj.core.api.Assertions.assertThat;

class BanficoVerdictTests {

	private static final Dialogue ASKED = Dialogue.about(new Banfico(),
			Dialogue.payee(Column.NAME, "John Doe", Column.IBAN, "GB15ABBY30000012345678"));

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "NOT_FOUND, UNABLE_TO_MATCH, AC01, ACCOUNT_NOT_FOUND, NOT_CHECKED",
			"NOT_FOUND, -, -, ACCOUNT_NOT_FOUND, NOT_CHECKED",
			"NOT_FOUND, FULL_MATCH, -, ACCOUNT_NOT_FOUND, NOT_CHECKED",
			"NOT_FOUND, -, NEW1, ACCOUNT_NOT_FOUND, NOT_CHECKED",
			"NOT_FOUND, UNABLE_TO_MATCH, IVCR, REJECTED_INPUT, NOT_CHECKED",
			"ACTIVE, -, IVCR, REJECTED_INPUT, NOT_CHECKED", "INACTIVE, FULL_MATCH, -, ACCOUNT_UNUSABLE, NOT_CHECKED",
			"INACTIVE, FULL_MATCH, MTCH, ACCOUNT_UNUSABLE, FULL",
			"CLOSED, UNABLE_TO_MATCH, -, ACCOUNT_UNUSABLE, NOT_CHECKED",
			"CLOSED, UNABLE_TO_MATCH, NOAP, ACCOUNT_UNUSABLE, NOT_CHECKED",
			"CLOSED, UNABLE_TO_MATCH, CASS, ACCOUNT_UNUSABLE, NOT_CHECKED",
			"ACTIVE, UNABLE_TO_MATCH, CASS, ACCOUNT_UNUSABLE, NOT_CHECKED",
			"FORBIDDEN, UNABLE_TO_MATCH, OPTO, UNABLE_TO_CHECK, NOT_CHECKED",
			"FORBIDDEN, UNABLE_TO_MATCH, ACNS, UNABLE_TO_CHECK, NOT_CHECKED",
			"FORBIDDEN, FULL_MATCH, -, UNABLE_TO_CHECK, NOT_CHECKED",
			"UNABLE_TO_MATCH, UNABLE_TO_MATCH, SCNS, UNABLE_TO_CHECK, NOT_CHECKED",
			"UNABLE_TO_MATCH, UNABLE_TO_MATCH, NOAP, UNABLE_TO_CHECK, NOT_CHECKED",
			"UNABLE_TO_MATCH, -, -, UNABLE_TO_CHECK, NOT_CHECKED", "ACTIVE, FULL_MATCH, -, MATCH, FULL",
			"ACTIVE, FULL_MATCH, MTCH, MATCH, FULL", "ACTIVE, FULL_MATCH, MATC, MATCH, FULL",
			"ACTIVE, PARTIAL_MATCH, -, CLOSE_MATCH, PARTIAL", "ACTIVE, PARTIAL_MATCH, MBAM, CLOSE_MATCH, PARTIAL",
			"ACTIVE, PARTIAL_MATCH, BAMM, CLOSE_MATCH, PARTIAL", "ACTIVE, PARTIAL_MATCH, PAMM, CLOSE_MATCH, PARTIAL",
			"ACTIVE, PARTIAL_MATCH, CMTC, CLOSE_MATCH, PARTIAL", "ACTIVE, PARTIAL_MATCH, NEW1, CLOSE_MATCH, PARTIAL",
			"ACTIVE, PARTIAL_MATCH, BANM, CLOSE_MATCH, FULL", "ACTIVE, FULL_MATCH, PANM, CLOSE_MATCH, FULL",
			"ACTIVE, NO_MATCH, BANM, CLOSE_MATCH, FULL", "ACTIVE, NO_MATCH, -, NO_MATCH, NONE",
			"ACTIVE, NO_MATCH, ANNM, NO_MATCH, NONE", "ACTIVE, NO_MATCH, NMTC, NO_MATCH, NONE",
			"ACTIVE, UNABLE_TO_MATCH, -, UNABLE_TO_CHECK, NOT_CHECKED", "ACTIVE, -, -, UNABLE_TO_CHECK, NOT_CHECKED",
			// Said twice, and differently
			"ACTIVE, FULL_MATCH, ANNM, PROVIDER_ERROR, NOT_CHECKED",
			"ACTIVE, FULL_MATCH, MBAM, PROVIDER_ERROR, NOT_CHECKED",
			"ACTIVE, FULL_MATCH, AC01, PROVIDER_ERROR, NOT_CHECKED",
			"ACTIVE, FULL_MATCH, OPTO, PROVIDER_ERROR, NOT_CHECKED",
			"ACTIVE, FULL_MATCH, NOAP, PROVIDER_ERROR, NOT_CHECKED",
			"ACTIVE, FULL_MATCH, CASS, PROVIDER_ERROR, NOT_CHECKED",
			"ACTIVE, NO_MATCH, MTCH, PROVIDER_ERROR, NOT_CHECKED",
			"ACTIVE, PARTIAL_MATCH, MTCH, PROVIDER_ERROR, NOT_CHECKED",
			"ACTIVE, NO_MATCH, NOAP, PROVIDER_ERROR, NOT_CHECKED", "ACTIVE, -, MTCH, PROVIDER_ERROR, NOT_CHECKED",
			"NOT_FOUND, -, MTCH, PROVIDER_ERROR, NOT_CHECKED",
			// Said in words nobody knows
			"ACTIVE, FULL_MATCH, NEW1, PROVIDER_ERROR, NOT_CHECKED", "ACTIVE, ALMOST, -, PROVIDER_ERROR, NOT_CHECKED",
			"SLEEPING, FULL_MATCH, -, PROVIDER_ERROR, NOT_CHECKED", "-, FULL_MATCH, -, PROVIDER_ERROR, NOT_CHECKED" })
	void theAccountComesBeforeTheNameAndTheCodeIsTheMoreExact(@Nullable String status, @Nullable String name,
			@Nullable String code, Verdict verdict, NameMatch nameMatch) {
		String body = BanficoBodies.body(status, name, (code != null) ? "[\"" + code + "\"]" : null);
		Finding finding = ASKED.answered(200, body).finding();
		assertThat(finding.verdict()).isEqualTo(verdict);
		assertThat(finding.nameMatch()).isEqualTo(nameMatch);
		assertThat(finding.reasonCode()).isEqualTo(code);
		assertThat(finding.reason()).endsWith(".");
		// A name is suggested where it is only similar
		boolean similar = verdict == Verdict.CLOSE_MATCH && nameMatch == NameMatch.PARTIAL;
		assertThat(finding.suggestedName()).isEqualTo(similar ? "J Doe" : null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"MTCH\",\"ANNM\"]", "[\"MTCH\",\"NEW1\"]", "[\"MTCH\",7]", "{\"code\":\"MTCH\"}",
			"\"\"", "7", "[[\"MTCH\"]]", "[null]" })
	void aFullMatchWithCodesThatCannotBeReadIsHeld(String codes) {
		assertThat(ASKED.answered(200, BanficoBodies.body("ACTIVE", "FULL_MATCH", codes)).outcome())
			.isInstanceOf(Outcome.Held.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "schemeResponseCode", "schemeResponseCodes" })
	void codesAreReadInEitherSpellingAndAsListOrText(String member) {
		for (String codes : new String[] { "[\"PAMM\"]", "\"PAMM\"" }) {
			String body = BanficoBodies.body("ACTIVE", "PARTIAL_MATCH", codes).replace("schemeResponseCodes", member);
			Finding finding = ASKED.answered(200, body).finding();
			assertThat(finding.reasonCode()).isEqualTo("PAMM");
			assertThat(finding.accountTypeMatch()).isEqualTo(AccountTypeMatch.NO);
		}
	}

	@ParameterizedTest
	@EnumSource(SchemeCode.class)
	void anAnswerWithoutAccountIsWhatItsCodeSaysButNeverAMatch(SchemeCode code) {
		Verdict verdict = ASKED.answered(200, """
				{"data":{"result":{"id":"A1","responder":{"schemeResponseCodes":["%s"]}}}}""".formatted(code))
			.finding()
			.verdict();
		boolean positive = code.said.verdict == Verdict.MATCH;
		assertThat(verdict).isEqualTo(positive ? Verdict.PROVIDER_ERROR : code.said.verdict);
	}

	@Test
	void anAnswerWithoutAccountOrCodeIsHeldAndReadBackLater() {
		Dialogue empty = ASKED.answered(200, """
				{"data":{"result":{"id":"A1","message":"done"}}}""");
		assertThat(empty.outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(empty.next().path()).endsWith("/A1");
	}

	@Test
	void anAnswerAboutAnotherAccountConfirmsNothing() {
		String body = BanficoBodies.body("ACTIVE", "FULL_MATCH", null);
		assertThat(ASKED.answered(200, body.replace("12345678", "12345679")).outcome())
			.isInstanceOf(Outcome.Held.class);
		Dialogue pending = ASKED.answered(202, "{\"data\":{\"result\":{\"id\":\"OTHER\"}}}");
		assertThat(pending.answered(200, body).matches()).isFalse();
	}

	@Test
	void aQuestionThatIsAcceptedIsReadBackWhenBanficoSays() {
		String accepted = "{\"data\":{\"result\":{\"id\":\"A1\"}}}";
		assertThat(Stream
			.of(ASKED.answered(202, accepted),
					ASKED.answered(202, accepted, "retry-after", "4", "expected-response-seconds", "9"),
					ASKED.answered(202, accepted, "expected-response-seconds", "9", "responder-sla-seconds", "20"),
					ASKED.answered(202, accepted).answered(202, "", "retry-after", "30", "responder-sla-seconds", "5"))
			.map((dialogue) -> (Outcome.Pending) dialogue.outcome())
			.map((pending) -> pending.after() + " " + pending.atMost()))
			.containsExactly("null PT10M", "PT4S PT10M", "PT9S PT1M", "PT30S PT1M");
	}

	@Test
	void aQuestionThatIsAcceptedWithoutAnIdIsHeldAndMustBeAskedAgain() {
		Dialogue accepted = ASKED.answered(202, "{\"data\":{}}");
		assertThat(accepted.outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(accepted.next().method()).isEqualTo("POST");
		assertThat(accepted.next().repeat()).isTrue();
	}

	@Test
	void anIdIsNoPartOfThePath() {
		Dialogue pending = ASKED.answered(202, "{\"data\":{\"result\":{\"id\":\"../a b/c?d\"}}}");
		assertThat(pending.next().path()).isEqualTo("/v1.0/account-verifications/..%2Fa%20b%2Fc%3Fd");
		assertThat(ASKED.answered(202, "{\"data\":{\"result\":{\"id\":\"..\"}}}").outcome())
			.isInstanceOf(Outcome.Held.class);
		assertThat(pending.answered(202, "{}").finding().verdict()).isEqualTo(Verdict.PENDING);
		assertThat(((Outcome.Pending) pending.outcome()).given().reasonCode()).isEqualTo("NO_ANSWER_IN_TIME");
		assertThat(((Outcome.Pending) pending.outcome()).atMost()).isEqualTo(Duration.ofMinutes(10));
	}

}
