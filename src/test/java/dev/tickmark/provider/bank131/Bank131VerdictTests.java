package dev.tickmark.provider.bank131;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.Request;

import static org.assertj.core.api.Assertions.assertThat;

class Bank131VerdictTests {

	private static final String CHECK_7 = "/api/v1.1/check/7";

	@Test
	void aConfirmationSaysWhatItRestsOn() {
		Finding finding = Given.reading().answered(200, Given.OK).finding();
		assertThat(finding.verdict()).isEqualTo(Verdict.MATCH);
		assertThat(finding.basis()).isEqualTo(Basis.IDENTITY_DOCUMENT);
		assertThat(finding.nameMatch()).isEqualTo(NameMatch.NOT_CHECKED);
		assertThat(finding.accountState()).isEqualTo(AccountState.UNKNOWN);
		assertThat(finding.providerReference()).isEqualTo("7");
		assertThat(finding.reasonCode()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "passport_validation_failure, passport", "inn_validation_failure, INN" })
	void aFailedValidationIsAVerdictWhereverItIsSaid(String code, String about) {
		for (Dialogue dialogue : new Dialogue[] { Given.reading(), Given.asking() }) {
			Outcome outcome = dialogue.answered(200, Given.error(code, "\"7\"")).outcome();
			assertThat(outcome).isInstanceOf(Outcome.Concluded.class);
			assertThat(outcome.finding().verdict()).isEqualTo(Verdict.NO_MATCH);
			assertThat(outcome.finding().basis()).isEqualTo(Basis.IDENTITY_DOCUMENT);
			assertThat(outcome.finding().reasonCode()).isEqualTo(code);
			assertThat(outcome.finding().reason()).contains(about).doesNotContain("earlier");
			assertThat(outcome.finding().providerReference()).isEqualTo("7");
		}
	}

	@Test
	void aCheckIsReadAsThePageShows() {
		Request request = Given.reading().next();
		assertThat(request.kind()).isEqualTo(CallKind.STATUS);
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.path()).isEqualTo(CHECK_7);
		assertThat(request.headers()).containsOnly(Map.entry("Content-Type", "application/json"));
		assertThat(request.body()).isNull();
	}

	@Test
	void aCheckIsReadByPostWhereThatIsConfigured() {
		Request request = Dialogue.about(Given.provider("post"), Given.PERSON).answered(200, Given.PENDING).next();
		assertThat(request.kind()).isEqualTo(CallKind.STATUS);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo(CHECK_7);
		assertThat(request.body()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"7\"|7", "7|7", "\"007\"|007", "12345678901234567890123|12345678901234567890123",
					"\"a/b c\"|a%2Fb%20c", "9007199254740993|9007199254740993",
					"\"проверка\"|" + "%D0%BF%D1%80%D0%BE%D0%B2%D0%B5%D1%80%D0%BA%D0%B0" })
	void anIdIsKeptAsItIsWritten(String id, String path) {
		Dialogue pending = Given.asking().answered(200, Given.status("pending", id));
		assertThat(pending.next().path()).isEqualTo("/api/v1.1/check/" + path);
		assertThat(pending.answered(200, Given.status("ok", id)).matches()).isTrue();
		assertThat(pending.answered(200, Given.status("ok", "\"8\"")).matches()).isFalse();
	}

	@Test
	void aTextAndANumberAreTheSameId() {
		assertThat(Given.reading().answered(200, Given.status("ok", "7")).matches()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "7.0", "7e0", "true", "{}", "[7]", "\"\"", "\"..\"", "null" })
	void whatIsNoIdIsNotAskedFor(String id) {
		Dialogue dialogue = Given.asking().answered(200, Given.status("pending", id));
		assertThat(dialogue.outcome()).isInstanceOf(Outcome.Retryable.class);
		assertThat(dialogue.next().kind()).isEqualTo(CallKind.SUBMIT);
	}

	@Test
	void whatBank131HasAlreadyIsFollowedAndTheFindingSaysSo() {
		Dialogue earlier = Given.readingAnEarlierOne();
		assertThat(earlier.reading()).isInstanceOf(Reading.Further.class);
		assertThat(earlier.next().path()).isEqualTo(CHECK_7);
		Finding pending = earlier.answered(200, Given.PENDING).finding();
		Finding match = earlier.answered(200, Given.PENDING).answered(200, Given.OK).finding();
		assertThat(match.verdict()).isEqualTo(Verdict.MATCH);
		for (Finding finding : new Finding[] { pending, match }) {
			assertThat(finding.reason()).contains("an earlier check of the same INN and contract");
			assertThat(finding.reasonCode()).isEqualTo("already_exists");
			assertThat(finding.providerReference()).isEqualTo("7");
		}
		Finding none = earlier.answered(200, Given.error("inn_validation_failure")).finding();
		assertThat(none.reason()).contains("an earlier check of the same INN and contract");
		assertThat(none.reasonCode()).isEqualTo("inn_validation_failure");
	}

	@Test
	void anEarlierCheckThatIsNamedWhileReadingIsFollowedToo() {
		Dialogue following = Given.reading().answered(200, Given.error("already_exists", "8"));
		assertThat(following.reading()).isInstanceOf(Reading.Further.class);
		assertThat(following.next().path()).isEqualTo("/api/v1.1/check/8");
		assertThat(following.answered(200, Given.OK).matches()).isFalse();
		Finding finding = following.answered(200, Given.status("ok", "\"8\"")).finding();
		assertThat(finding.verdict()).isEqualTo(Verdict.MATCH);
		assertThat(finding.reasonCode()).isEqualTo("already_exists");
	}

	@Test
	void checksThatReferToEachOtherAreHeld() {
		Dialogue circle = Given.reading()
			.answered(200, Given.error("already_exists", "8"))
			.answered(200, Given.error("already_exists", "\"7\""));
		assertThat(circle.outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(circle.next().path()).isEqualTo("/api/v1.1/check/8");
		assertThat(Given.reading().answered(200, Given.error("already_exists", "7")).outcome())
			.isInstanceOf(Outcome.Held.class);
		assertThat(Given.reading().answered(200, Given.error("already_exists")).outcome())
			.isInstanceOf(Outcome.Held.class);
	}

	@Test
	void whatIsAcceptedIsNotConfirmedYet() {
		Dialogue accepted = Given.asking().answered(200, Given.OK);
		assertThat(accepted.reading()).isInstanceOf(Reading.Further.class);
		assertThat(accepted.next().path()).isEqualTo(CHECK_7);
		assertThat(accepted.answered(200, Given.OK).finding().reasonCode()).isNull();
		assertThat(Given.asking().answered(200, "{\"status\":\"ok\"}").outcome()).isInstanceOf(Outcome.Retryable.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ok-as-printed", "already-exists-as-printed" })
	void thePagesSamplesThatAreNoJsonAreReadOnceMoreAndThenHeld(String sample) {
		String body = Dialogue.sample("bank131/" + sample);
		for (Dialogue dialogue : new Dialogue[] { Given.asking(), Given.reading() }) {
			Dialogue once = dialogue.answered(200, body);
			assertThat(once.outcome()).isInstanceOfSatisfying(Outcome.Retryable.class,
					(retryable) -> assertThat(retryable.counts()).isTrue());
			assertThat(once.next()).isEqualTo(dialogue.next());
			Dialogue twice = once.answered(200, body);
			assertThat(twice.outcome()).isInstanceOf(Outcome.Held.class);
			// The next pass has two tries as well
			assertThat(twice.answered(200, body).outcome()).isInstanceOf(Outcome.Retryable.class);
			assertThat(twice.answered(500, "").answered(200, body).outcome()).isInstanceOf(Outcome.Retryable.class);
		}
	}

	@Test
	void thePagesSamplesAreUnderstoodOnceTheyAreJson() {
		assertThat(Given.reading().answered(200, Dialogue.sample("bank131/ok")).matches()).isTrue();
		Dialogue earlier = Given.asking().answered(200, Dialogue.sample("bank131/already-exists"));
		assertThat(earlier.next().path()).isEqualTo(CHECK_7);
	}

	@Test
	void aBodyThatIsTooLongIsNotRead() {
		Answer cut = new Answer.Received(200, Map.of("content-type", "application/json"), Given.OK, true);
		assertThat(Given.reading().with(cut).outcome()).isInstanceOf(Outcome.Retryable.class);
		assertThat(Given.asking().with(cut).next().kind()).isEqualTo(CallKind.SUBMIT);
	}

	@Test
	void aLostAnswerIsAskedForByTheSameQuestion() {
		Request question = Given.asking().next();
		assertThat(Given.asking().unanswered(true).next()).isEqualTo(question);
		assertThat(Given.asking().inDoubt().next()).isEqualTo(question);
		assertThat(Given.asking().answered(200, "{").next()).isEqualTo(question);
	}

	@Test
	void aCheckThatIsNotThereIsLookedForTwiceMoreAndThenAskedAnew() {
		String body = Given.error("request_not_found");
		Dialogue dialogue = Given.reading();
		for (int i = 0; i < 2; i++) {
			dialogue = dialogue.answered(200, body);
			assertThat(dialogue.outcome()).isInstanceOfSatisfying(Outcome.Retryable.class, (retryable) -> {
				assertThat(retryable.after()).isEqualTo(Duration.ofSeconds(2));
				assertThat(retryable.counts()).isFalse();
			});
			assertThat(dialogue.next().path()).isEqualTo(CHECK_7);
		}
		dialogue = dialogue.answered(200, body);
		assertThat(dialogue.outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(dialogue.next()).isEqualTo(Given.asking().next());
		assertThat(dialogue.answered(200, Given.PENDING).answered(200, Given.OK).matches()).isTrue();
	}

	@Test
	void aReadingThatIsRefusedSaysNothingAboutTheRow() {
		for (int status : new int[] { 400, 422 }) {
			assertThat(Given.reading().answered(status, Given.unprocessable("request_body_validation_error")).outcome())
				.isInstanceOf(Outcome.Held.class);
		}
		assertThat(Given.asking().answered(422, "").outcome()).isInstanceOf(Outcome.Rejected.class);
	}

	@Test
	void aPendingCheckSaysHowLongItTakesAndWhoPicksItUp() {
		Outcome.Pending pending = pending(Given.reading().answered(200, Given.status("pending", "\"7\"")));
		assertThat(pending.finding().reason()).contains("10 minutes to 2 days", "the same command");
		assertThat(pending.finding().providerReference()).isEqualTo("7");
		assertThat(pending.given().verdict()).isEqualTo(Verdict.UNABLE_TO_CHECK);
		assertThat(pending.given().reasonCode()).isEqualTo("NO_ANSWER_IN_TIME");
	}

	@Test
	void anotherChecksAnswerSaysNothing() {
		for (String status : new String[] { "ok", "pending" }) {
			Dialogue dialogue = Given.reading().answered(200, Given.status(status, "\"8\""));
			assertThat(dialogue.outcome()).isInstanceOf(Outcome.Retryable.class);
			assertThat(dialogue.next().path()).isEqualTo(CHECK_7);
		}
		assertThat(Given.reading().answered(200, Given.error("passport_validation_failure", "8")).outcome())
			.isInstanceOf(Outcome.Retryable.class);
	}

	/** When a check is looked at again that is still pending after such a time. */
	private static Outcome.Pending pending(Dialogue dialogue) {
		return (Outcome.Pending) dialogue.outcome();
	}

}
