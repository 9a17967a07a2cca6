package dev.tickmark.provider.smartglocal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;

import static org.assertj.core.api.Assertions.assertThat;

class SmartGlocalVerdictTests {

	private static final Dialogue OPENED = SmartGlocalExchange.opened();

	private static final Dialogue ASKED = SmartGlocalExchange.asked();

	@Test
	void aRegistrationIsNeverShownAsANameThatAgrees() {
		Finding finding = ASKED.answered(200, SmartGlocalExchange.CONFIRMED).finding();
		assertThat(finding.verdict()).isEqualTo(Verdict.MATCH);
		assertThat(finding.basis()).isEqualTo(Basis.REGISTRATION_ONLY);
		assertThat(finding.nameMatch()).isEqualTo(NameMatch.NOT_CHECKED);
		assertThat(finding.reason()).contains("registered with this bank", "no name was compared");
		assertThat(finding.suggestedName()).isNull();
		assertThat(finding.providerReference()).isEqualTo("ps_3230");
	}

	@Test
	void aPhoneThatIsNotRegisteredIsNotFound() {
		Finding finding = ASKED.answered(200, SmartGlocalExchange.cancelled("recipient_not_found")).finding();
		assertThat(finding.verdict()).isEqualTo(Verdict.ACCOUNT_NOT_FOUND);
		assertThat(finding.accountState()).isEqualTo(AccountState.NOT_FOUND);
		assertThat(finding.basis()).isEqualTo(Basis.REGISTRATION_ONLY);
		assertThat(finding.reasonCode()).isEqualTo("recipient_not_found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"error\":\"gone\"", "\"error\":{}", "\"error\":{\"code\":7}", "\"error\":[]",
			"\"next_action\":\"confirm\"", "\"payout_list\":[{\"status\":\"succeeded\"}]", "\"payment_list\":{}" })
	void whatStandsBesideAnEndMayTakeItAway(String member) {
		for (String body : List.of(SmartGlocalExchange.CONFIRMED, SmartGlocalExchange.states("cancelled", "failed"))) {
			assertThat(ASKED.answered(200, SmartGlocalExchange.inSession(body, member)).outcome())
				.isInstanceOf(Outcome.Held.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"error\":{\"code\":\"internal_error\"}", "\"error\":{}", "\"next_action\":\"capture\"",
			"\"payout_details\":\"card\"", "\"payout_details\":{\"bank_account\":7}",
			"\"payout_details\":{\"bank_account\":{\"system_type\":\"faster_payment_system\"}}",
			"\"payout_details\":{\"bank_account\":{\"faster_payment_system_verification\":{\"phone\":79261234567}}}" })
	void whatStandsInThePaymentMayTakeAConfirmationAway(String member) {
		assertThat(ASKED.answered(200, SmartGlocalExchange.inPayment(SmartGlocalExchange.CONFIRMED, member)).outcome())
			.isInstanceOf(Outcome.Held.class);
	}

	@ParameterizedTest
	@CsvSource({ "accepted, succeeded", "cancelled, failed", "in_progress, in_progress" })
	void anAnswerAboutAnotherPhoneOrBankSaysNothing(String session, String payment) {
		String body = SmartGlocalExchange.states(session, payment);
		assertThat(Stream.of(body.replace("79261234567", "79261234568"), body.replace("100000000069", "100000000111"),
				SmartGlocalExchange.secondVersion(body).replace("79261234567", "79261234568"),
				body.replace("\"79261234567\"", "[\"79261234567\"]")))
			.allSatisfy((other) -> assertThat(ASKED.answered(200, other).outcome()).isInstanceOf(Outcome.Held.class));
	}

	@Test
	void anEchoMayBeLeftOutOrHaveAPlus() {
		String body = SmartGlocalExchange.CONFIRMED;
		assertThat(ASKED.answered(200, body.replace("79261234567", "+79261234567")).matches()).isTrue();
		assertThat(ASKED.answered(200, body.replace("\"payment_method\"", "\"other\"")).matches()).isTrue();
	}

	@Test
	void twoPaymentsAreOneTooMany() {
		String second = SmartGlocalExchange.CONFIRMED.replace("\"payments\": [",
				"\"payments\": [{\"status\":\"succeeded\"},");
		assertThat(ASKED.answered(200, second).outcome()).isInstanceOf(Outcome.Held.class);
	}

	@Test
	void theOuterOkIsNoVerdict() {
		String ok = "{\"status\":\"ok\",\"session\":{\"id\":\"ps_3230\"}}";
		assertThat(ASKED.answered(200, ok).outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(ASKED.answered(200, SmartGlocalExchange.CONFIRMED.replace("\"ok\"", "\"error\"")).outcome())
			.isInstanceOf(Outcome.Retryable.class);
	}

	@Test
	void aSessionInErrorIsNotOver() {
		Dialogue failing = ASKED.answered(200, SmartGlocalExchange.states("error", "failed"));
		assertThat(failing.outcome()).isInstanceOfSatisfying(Outcome.Retryable.class, (retryable) -> {
			assertThat(retryable.counts()).isTrue();
			assertThat(retryable.pausesLane()).isFalse();
			assertThat(retryable.exhausted().verdict()).isEqualTo(Verdict.PROVIDER_ERROR);
		});
		assertThat(failing.answered(200, SmartGlocalExchange.CONFIRMED).matches()).isTrue();
	}

	@Test
	void patienceHasAnEnd() {
		assertThat(ASKED.outcome()).isInstanceOfSatisfying(Outcome.Pending.class, (pending) -> {
			assertThat(pending.after()).isNull();
			assertThat(pending.atMost()).isEqualTo(Duration.ofMinutes(10));
			assertThat(pending.given().verdict()).isEqualTo(Verdict.UNABLE_TO_CHECK);
			assertThat(pending.given().reasonCode()).isEqualTo("NO_ANSWER_IN_TIME");
			assertThat(pending.finding().providerReference()).isEqualTo("ps_3230");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "identification_error", "authentication_error", "authorization_error" })
	void aStrangerIsToldWhichKeysToCheck(String code) {
		assertThat(IntStream.of(200, 400, 401, 403, 500).boxed())
			.allSatisfy((status) -> assertThat(OPENED.answered(status, SmartGlocalExchange.refused(code)).outcome())
				.isInstanceOfSatisfying(Outcome.LaneFault.class,
						(fault) -> assertThat(fault.finding().reason()).contains(code,
								"tickmark.providers.smartglocal.project",
								"tickmark.providers.smartglocal.private-key")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "internal_error", "provider_internal_error", "provider_issuer_unavailable",
			"provider_timeout", "routing_internal_error" })
	void aTechnicalFaultIsTriedAgainWithWhateverStatusItComes(String code) {
		assertThat(IntStream.of(200, 400, 404, 409, 500, 504).boxed()).allSatisfy((status) -> {
			Dialogue failed = OPENED.answered(status, SmartGlocalExchange.refused(code), "retry-after", "7");
			assertThat(failed.outcome()).isInstanceOfSatisfying(Outcome.Retryable.class, (retryable) -> {
				assertThat(retryable.counts()).isTrue();
				assertThat(retryable.pausesLane()).isFalse();
				assertThat(retryable.after()).isEqualTo(Duration.ofSeconds(7));
				assertThat(retryable.exhausted().reasonCode()).isEqualTo(code);
			});
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 422, 500 })
	void refusedDataAreOurFaultUnlessTheyAreTheQuestions(int status) {
		String refused = SmartGlocalExchange.refused("invalid_request");
		assertThat(OPENED.answered(status, refused).outcome()).isInstanceOf(Outcome.Rejected.class);
		assertThat(ASKED.answered(status, refused).outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(SmartGlocalExchange.begun().answered(status, refused).outcome()).isInstanceOf(Outcome.Held.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 404, 405 })
	void anAddressThatIsWrongIsNoFaultOfTheRow(int status) {
		Dialogue elsewhere = OPENED.answered(status, SmartGlocalExchange.refused("invalid_request"));
		assertThat(elsewhere.outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(elsewhere.finding().reason()).contains("HTTP " + status);
	}

	@Test
	void thePagesErrorSampleIsHeld() {
		assertThat(OPENED.answered(400, Dialogue.sample("smartglocal/error")).finding().reasonCode()).isNull();
		assertThat(OPENED.answered(400, Dialogue.sample("smartglocal/error")).outcome())
			.isInstanceOf(Outcome.Held.class);
	}

	@Test
	void aBodyOfFiveMegabytesWasCutAndIsNotRead() {
		String padded = SmartGlocalExchange.CONFIRMED + " ".repeat(5_000_000);
		Answer cut = new Answer.Received(200, Map.of(), padded.substring(0, 1 << 20), true);
		assertThat(ASKED.with(cut).outcome()).isInstanceOf(Outcome.Retryable.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "79261234567", "7926 1234 567", "+7 926 123 45 67" })
	void noCodeOfTheirsShowsANumber(String number) {
		assertThat(Stream.of(OPENED.answered(400, SmartGlocalExchange.refused(number)),
				ASKED.answered(200, SmartGlocalExchange.cancelled(number)),
				ASKED.answered(200,
						SmartGlocalExchange.inSession(SmartGlocalExchange.states("error", "failed"),
								"\"error\":{\"code\":\"" + number + "\"}")),
				OPENED.answered(400,
						SmartGlocalExchange.refused("invalid_request")
							.replace("error description", number + " is wrong"))))
			.allSatisfy((dialogue) -> assertThat(dialogue.finding().reason() + dialogue.finding().reasonCode())
				.doesNotContain(number));
	}

}
