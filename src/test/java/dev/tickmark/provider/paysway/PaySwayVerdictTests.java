package dev.tickmark.provider.paysway;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;

import static org.assertj.core.api.Assertions.assertThat;

class PaySwayVerdictTests {

	private static final Dialogue ASKED = Dialogue.about(new PaySway(),
			Dialogue.payee(Column.NAME, "Jean Dupont", Column.IBAN, "FR1420041010050500013M02606"));

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "ACTIVE, FULL_MATCH, MATCH, EPC_VOP_MTCH, MATCH",
			"ACTIVE, FULL_MATCH, -, -, MATCH", "VALID, MATCH, -, -, MATCH", "ACTIVE, MATCH, -, -, MATCH",
			"ACTIVE, FULL_MATCH, NO_MATCH, -, CLOSE_MATCH", "ACTIVE, FULL_MATCH, NO_MATCH, EPC_VOP_MTCH, CLOSE_MATCH",
			"ACTIVE, FULL_MATCH, -, UK_COP_BANM, CLOSE_MATCH", "ACTIVE, PARTIAL_MATCH, -, EPC_VOP_CMTC, CLOSE_MATCH",
			"ACTIVE, PARTIAL_MATCH, NO_MATCH, -, CLOSE_MATCH", "VALID, CLOSE_MATCH, -, -, CLOSE_MATCH",
			"ACTIVE, NO_MATCH, -, EPC_VOP_NMTC, NO_MATCH", "ACTIVE, NO_MATCH, -, -, NO_MATCH",
			"NOT_FOUND, -, -, EPC_VOP_NOAP, UNABLE_TO_CHECK", "ACTIVE, -, -, EPC_VOP_NOAP, UNABLE_TO_CHECK",
			"NOT_FOUND, -, -, -, ACCOUNT_NOT_FOUND", "NOT_FOUND, NO_MATCH, -, -, ACCOUNT_NOT_FOUND",
			"NOT_FOUND, -, -, UK_COP_AC01, ACCOUNT_NOT_FOUND", "FORBIDDEN, -, -, UK_COP_OPTO, UNABLE_TO_CHECK",
			"FORBIDDEN, FULL_MATCH, -, -, UNABLE_TO_CHECK", "INACTIVE, FULL_MATCH, -, -, ACCOUNT_UNUSABLE",
			"CLOSED, -, -, -, ACCOUNT_UNUSABLE", "ACTIVE, -, -, -, UNABLE_TO_CHECK",
			// Said twice, and differently
			"ACTIVE, FULL_MATCH, -, EPC_VOP_NMTC, PROVIDER_ERROR",
			"ACTIVE, FULL_MATCH, -, EPC_VOP_CMTC, PROVIDER_ERROR",
			"ACTIVE, FULL_MATCH, -, EPC_VOP_NOAP, PROVIDER_ERROR", "ACTIVE, NO_MATCH, -, EPC_VOP_MTCH, PROVIDER_ERROR",
			"ACTIVE, NO_MATCH, -, EPC_VOP_NOAP, PROVIDER_ERROR", "ACTIVE, -, -, EPC_VOP_MTCH, PROVIDER_ERROR",
			// Not said, or in words nobody knows
			"-, FULL_MATCH, -, -, PROVIDER_ERROR", "ACTIVE, FULL_MATCH, -, EPC_VOP_XXXX, PROVIDER_ERROR",
			"ACTIVE, FULL_MATCH, ALMOST, -, PROVIDER_ERROR", "ACTIVE, ALMOST, -, -, PROVIDER_ERROR",
			"SLEEPING, FULL_MATCH, -, -, PROVIDER_ERROR" })
	void theAccountComesBeforeTheNameAndTheSchemesCodeBeforeBoth(@Nullable String account, @Nullable String name,
			@Nullable String type, @Nullable String code, Verdict verdict) {
		Finding finding = ASKED.answered(200, PaySwayBodies.completed(PaySwayBodies.result(account, name, type, code)))
			.finding();
		assertThat(finding.verdict()).isEqualTo(verdict);
		assertThat(finding.reasonCode()).isEqualTo(code);
		assertThat(finding.providerReference()).isEqualTo(PaySwayBodies.ID);
		assertThat(finding.suggestedName()).isEqualTo(
				(verdict == Verdict.CLOSE_MATCH && finding.nameMatch() == NameMatch.PARTIAL) ? "Jeanne Dupont" : null);
	}

	@Test
	void everyAxisIsFilled() {
		Finding finding = ASKED
			.answered(200,
					PaySwayBodies
						.completed(PaySwayBodies.result("ACTIVE", "PARTIAL_MATCH", "NO_MATCH", "EPC_VOP_CMTC")))
			.finding();
		assertThat(finding.accountState()).isEqualTo(AccountState.ACTIVE);
		assertThat(finding.nameMatch()).isEqualTo(NameMatch.PARTIAL);
		assertThat(finding.accountTypeMatch()).isEqualTo(AccountTypeMatch.NO);
	}

	@Test
	void thePagesSampleIsPendingWhateverElseItHolds() {
		Dialogue pending = ASKED.answered(200, Dialogue.sample("paysway/response-schema"), "retry-after", "2");
		assertThat(pending.outcome()).isInstanceOfSatisfying(Outcome.Pending.class,
				(outcome) -> assertThat(outcome.after()).isEqualTo(Duration.ofSeconds(2)));
		assertThat(pending.next().path()).isEqualTo("/payments/verifications/" + PaySwayBodies.ID);
		Finding finding = pending.answered(200, PaySwayBodies.NEWEST).finding();
		assertThat(finding.verdict()).isEqualTo(Verdict.MATCH);
	}

	@Test
	void anotherVerificationsAnswerConfirmsNothing() {
		Dialogue pending = ASKED.answered(200, Dialogue.sample("paysway/response-schema"));
		assertThat(pending.answered(200, PaySwayBodies.NEWEST.replace("3c90c3cc", "00000000")).matches()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "INVALID_FIELD, REJECTED_INPUT", "UNSUPPORTED_FINANCIAL_INSTITUTION, UNABLE_TO_CHECK",
			"BANK_NOT_SUPPORTED, UNABLE_TO_CHECK", "SOMETHING_NEW, PROVIDER_ERROR", "'', PROVIDER_ERROR" })
	void aFailureThatStaysIsFinalWhereItsReasonIsKnown(String reason, Verdict verdict) {
		Dialogue failed = ASKED.answered(200, PaySwayBodies.failed("a1", reason));
		assertThat(failed.finding().verdict()).isEqualTo(verdict);
		// Asking again under the same key could give nothing else
		assertThat(failed.next().method()).isEqualTo("GET");
	}

	@Test
	void aBankThatCannotBeReachedIsAskedAgainAsANewOperation() {
		Dialogue failed = ASKED.answered(200, PaySwayBodies.failed("a1", "UNAVAILABLE_FINANCIAL_INSTITUTION"));
		assertThat(failed.outcome()).isInstanceOfSatisfying(Outcome.Retryable.class, (retryable) -> {
			assertThat(retryable.counts()).isTrue();
			assertThat(retryable.exhausted().verdict()).isEqualTo(Verdict.UNABLE_TO_CHECK);
		});
		assertThat(failed.next().method()).isEqualTo("POST");
		assertThat(failed.next().body()).isEqualTo(ASKED.next().body());
		assertThat(key(failed)).isNotEqualTo(key(ASKED));
		// Until that one is answered, its key stays
		assertThat(key(failed.unanswered(true))).isEqualTo(key(failed)).isEqualTo(key(failed.inDoubt()));
		Dialogue twice = failed.answered(200, PaySwayBodies.failed("a2", "UNAVAILABLE_FINANCIAL_INSTITUTION"));
		assertThat(key(twice)).isNotEqualTo(key(failed)).isNotEqualTo(key(ASKED));
		assertThat(twice.answered(200, PaySwayBodies.NEWEST).matches()).isTrue();
	}

	@Test
	void aFailureThatWasPendingFirstIsANewOperationToo() {
		Dialogue failed = ASKED.answered(200, Dialogue.sample("paysway/response-schema"))
			.answered(200, PaySwayBodies.failed(PaySwayBodies.ID, "UNAVAILABLE_FINANCIAL_INSTITUTION"));
		assertThat(failed.next().method()).isEqualTo("POST");
		assertThat(key(failed)).isNotEqualTo(key(ASKED));
	}

	@Test
	void anUnexplainedFailureIsTriedOnceMore() {
		Dialogue once = ASKED.answered(200, PaySwayBodies.failed("a1", "UNEXPECTED_ERROR"));
		assertThat(once.outcome()).isInstanceOf(Outcome.Retryable.class);
		assertThat(key(once)).isNotEqualTo(key(ASKED));
		Dialogue twice = once.answered(200, PaySwayBodies.failed("a2", "UNEXPECTED_ERROR"));
		assertThat(twice.outcome()).isInstanceOf(Outcome.Held.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 409, 422 })
	void aKeyThatWasUsedForSomethingElseIsOurFault(int status) {
		assertThat(
				ASKED.answered(status, "{\"code\":\"IDEMPOTENCY_KEY_REQUEST_MISMATCH\",\"message\":\"x\"}").outcome())
			.isInstanceOf(Outcome.Held.class);
	}

	@ParameterizedTest
	@CsvSource({ "IDEMPOTENCY_KEY_HEADER_MISSING, Held", "METADATA_INVALID_KEY, Held",
			"AUTH_INVALID_CLIENT_CREDENTIALS, LaneFault", "JSON_PAYLOAD_MISSING_REQUIRED_FIELD, Rejected",
			"BAD_REQUEST, Rejected", "SOMETHING_NEW, Rejected" })
	void aRefusalIsTheRowsFaultOnlyWhereItIsAboutItsData(String code, String outcome) {
		assertThat(ASKED.answered(400, "{\"code\":\"" + code + "\",\"message\":\"x\"}").outcome().getClass())
			.hasToString("class dev.tickmark.payee.Outcome$" + outcome);
	}

	@Test
	void anAnswerThatCannotBeReadIsAskedForAgainUnderItsKey() {
		Dialogue broken = ASKED.answered(200, "{\"id\":");
		assertThat(broken.outcome()).isInstanceOfSatisfying(Outcome.Retryable.class,
				(retryable) -> assertThat(retryable.exhausted().verdict()).isEqualTo(Verdict.PROVIDER_ERROR));
		assertThat(broken.next()).isEqualTo(ASKED.next());
	}

	private static String key(Dialogue dialogue) {
		return dialogue.header("Idempotency-Key");
	}

}
