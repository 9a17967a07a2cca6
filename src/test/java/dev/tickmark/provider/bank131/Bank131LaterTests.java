package dev.tickmark.provider.bank131;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What comes later: signatures that are judged late, and when a check is looked at again.
 */
class Bank131LaterTests {

	private static final String CHECK_7 = "/api/v1.1/check/7";

	@Test
	void aSignatureThatIsNotAcceptedStopsTheLane() {
		stopsTheLane(Given.asking().answered(200, Given.error("invalid_sign")));
		stopsTheLane(Given.reading().answered(200, Given.error("invalid_sign")));
	}

	private static void stopsTheLane(Dialogue refused) {
		assertThat(refused.outcome()).isInstanceOf(Outcome.LaneFault.class);
		assertThat(refused.finding().reason()).contains("tickmark.providers.bank131.private-key", ".signature");
		assertThat(refused.finding().reasonCode()).isEqualTo("invalid_sign");
		assertThat(refused.next()).isEqualTo(Given.asking().next());
	}

	@Test
	void aCheckThatAnOlderKeySignedIsSentAgainAndTheLaneGoesOn() {
		Dialogue refused = Given.reading().configuredAnew().answered(200, Given.error("invalid_sign"));
		assertThat(refused.reading()).isInstanceOf(Reading.Further.class);
		assertThat(refused.next()).isEqualTo(Given.asking().next());
		Dialogue again = refused.answered(200, Given.PENDING);
		assertThat(again.answered(200, Given.OK).matches()).isTrue();
		stopsTheLane(again.answered(200, Given.error("invalid_sign")));
	}

	@Test
	void theBadSignatureOfAnEarlierCheckIsNoFaultOfOurs() {
		Dialogue refused = Given.readingAnEarlierOne().answered(200, Given.error("invalid_sign"));
		assertThat(refused.outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(refused.next()).isEqualTo(Given.asking().next());
	}

	@Test
	void aProjectThatIsNotKnownStopsTheLane() {
		for (Dialogue dialogue : new Dialogue[] { Given.asking(), Given.reading() }) {
			Dialogue refused = dialogue.answered(200, Given.error("partner_project_not_found"));
			assertThat(refused.outcome()).isInstanceOf(Outcome.LaneFault.class);
			assertThat(refused.finding().reason()).contains("tickmark.providers.bank131.project");
			// What was asked is still there
			assertThat(refused.next()).isEqualTo(dialogue.next());
		}
		assertThat(Given.asking().answered(422, Given.unprocessable("request_header_validation_error")).outcome())
			.isInstanceOf(Outcome.LaneFault.class);
	}

	@Test
	void aPendingCheckIsLookedAtSoonThenEverLessOften() {
		Dialogue asked = Given.asking().answered(200, Given.PENDING);
		assertThat(pending(asked).after()).isEqualTo(Duration.ofSeconds(2));
		assertThat(pending(asked).atMost()).isEqualTo(Duration.ofDays(3));
		assertThat(after(asked, Duration.ofSeconds(3))).isEqualTo(Duration.ofMinutes(10));
		assertThat(after(asked, Duration.ofMinutes(19))).isEqualTo(Duration.ofMinutes(10));
		assertThat(after(asked, Duration.ofMinutes(50))).isEqualTo(Duration.ofMinutes(25));
		assertThat(after(asked, Duration.ofHours(40))).isEqualTo(Duration.ofHours(1));
		assertThat(pending(Given.readingAnEarlierOne().answered(200, Given.PENDING)).after())
			.isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void whileTheSettingsAreNewEveryCheckIsReadAtOnce() {
		Dialogue first = Given.asking().configuredAnew().answered(200, Given.PENDING);
		assertThat(first.reading()).isInstanceOf(Reading.Further.class);
		stopsTheLane(first.answered(200, Given.error("invalid_sign")));
		assertThat(pending(first.answered(200, Given.PENDING)).after()).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void anEarlierChecksAnswerIsTakenOnlyIfItAnsweredNobodyElse() {
		for (String body : new String[] { Given.OK, Given.error("passport_validation_failure") }) {
			Outcome outcome = Given.readingAnEarlierOne().answered(200, body).outcome();
			assertThat(outcome).isInstanceOfSatisfying(Outcome.Adopted.class, (adopted) -> {
				assertThat(adopted.finding().providerReference()).isEqualTo("7");
				assertThat(adopted.finding().reason()).contains("an earlier check of the same INN and contract");
				assertThat(adopted.otherwise().verdict()).isEqualTo(Verdict.UNABLE_TO_CHECK);
				assertThat(adopted.otherwise().reasonCode()).isEqualTo("already_exists");
			});
		}
	}

	@Test
	void aCheckThatIsGoneForGoodIsSentAgain() {
		Dialogue gone = Given.reading().answered(404, "").answered(404, "");
		assertThat(gone.next().path()).isEqualTo(CHECK_7);
		gone = gone.answered(404, "");
		assertThat(gone.outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(gone.next()).isEqualTo(Given.asking().next());
	}

	private static Duration after(Dialogue asked, Duration elapsed) {
		Instant then = asked.conversation().latest().answeredAt().plus(elapsed);
		Answer answer = new Answer.Received(200, Map.of(), Given.PENDING, false);
		Call call = new Call(2, CallKind.STATUS, "GET", CHECK_7, then, Duration.ZERO, false, answer);
		Dialogue later = new Dialogue(asked.provider(), asked.conversation().plus(call));
		return Objects.requireNonNull(pending(later).after());
	}

	private static Outcome.Pending pending(Dialogue dialogue) {
		return (Outcome.Pending) dialogue.outcome();
	}

}
