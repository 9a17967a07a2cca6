package dev.tickmark.provider.paysafe;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/** Which session is followed, and when another is opened. */
class PaysafeSessionTests {

	@ParameterizedTest
	@ValueSource(strings = { "ACTIVE", "AWAITING_USER_INPUT", "ONGOING_VERIFICATION" })
	void aSessionThatIsOpenIsFollowedAndNoOtherIsOpened(String status) {
		Dialogue found = Given.begun()
			.answered(200, Given.list(Given.session("gone", "COMPLETED", null), Given.session(status, null)));
		assertThat(found.reading()).isInstanceOf(Reading.Further.class);
		assertThat(found.next().path()).isEqualTo(Given.PATH + "/" + Given.ID);
	}

	@Test
	void aSessionThatIsOverOrOfAnotherKindIsNotFollowed() {
		String open = Given.session("ACTIVE", null);
		Stream<String> lists = Stream.of(Given.session("COMPLETED", null), Given.session("FAILED", "OTHER"),
				Given.session("SOMETHING_NEW", null), open.replace("US_BANK_ACCOUNT", "CARD"),
				open.replace("instrumentType", "other"), open.replace("\"id\"", "\"other\""),
				// Ended before it was listed
				open.replace("T22:00:00", "T21:58:00").replace("T22:02:00", "T22:00:00"), "7", "null", "[]");
		assertThat(lists)
			.allSatisfy((session) -> assertThat(Given.begun().answered(200, Given.list(session)).next().kind())
				.isEqualTo(CallKind.SUBMIT));
	}

	@Test
	void whetherASessionStillLivesIsReadFromTheServersClock() {
		String list = Given.list(Given.session("ACTIVE", null));
		assertThat(Given.begun().answered(200, list, "date", "Mon, 2 Mar 2026 22:01:59 GMT").next().kind())
			.isEqualTo(CallKind.STATUS);
		assertThat(Given.begun().answered(200, list, "date", "Mon, 2 Mar 2026 22:02:00 GMT").next().kind())
			.isEqualTo(CallKind.SUBMIT);
	}

	@Test
	void aSessionWithoutDatesMayBeOpen() {
		String session = Given.session("ACTIVE", null).replace("expirationTime", "other");
		assertThat(Given.begun().answered(200, Given.list(session)).next().kind()).isEqualTo(CallKind.STATUS);
	}

	@Test
	void aListIsLookedThroughPageByPageButNotForEver() {
		Dialogue dialogue = Given.begun();
		for (int offset = 0; offset < 250; offset += 50) {
			assertThat(dialogue.next().path()).endsWith("?limit=50&offset=" + offset);
			dialogue = dialogue.answered(200, full());
			assertThat(dialogue.reading()).isInstanceOf(Reading.Further.class);
		}
		assertThat(dialogue.next().kind()).isEqualTo(CallKind.SUBMIT);
		Dialogue second = Given.begun().answered(200, full());
		assertThat(second.answered(200, Given.list(Given.session("ACTIVE", null))).next().kind())
			.isEqualTo(CallKind.STATUS);
		assertThat(second.answered(200, Given.list()).next().kind()).isEqualTo(CallKind.SUBMIT);
		assertThat(second.inDoubt().next()).isEqualTo(second.next());
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 429 })
	void aCallThatIsRefusedForNowIsMadeAgain(int status) {
		for (Dialogue dialogue : new Dialogue[] { Given.begun(), Given.begun().answered(200, full()),
				Given.opened() }) {
			assertThat(dialogue.answered(status, "").next()).isEqualTo(dialogue.next());
		}
		assertThat(Given.listed().answered(401, "").next()).isEqualTo(Given.listed().next());
	}

	@Test
	void whatAListSaidIsNotReliedUponLater() {
		assertThat(Given.listed().answered(429, "").next()).isEqualTo(Given.begun().next());
		assertThat(Given.listed().configuredAnew().next()).isEqualTo(Given.begun().next());
		assertThat(Given.listed().configuredAnew().answered(200, Given.list()).next()).isEqualTo(Given.listed().next());
	}

	@Test
	void afterAFaultOfPaysafesOwnOneMoreSessionIsOpenedAndNotAThird() {
		String fault = Given.session("FAILED", "INTERNAL_ERROR");
		Dialogue once = Given.opened().answered(200, fault);
		assertThat(once.outcome()).isInstanceOf(Outcome.Retryable.class);
		String other = Given.opening().replace(Given.ID, "aaaabbbb");
		Dialogue twice = once.answered(200, Given.list())
			.answered(200, other)
			.answered(200, fault.replace(Given.ID, "aaaabbbb"));
		assertThat(twice.outcome()).isInstanceOf(Outcome.Held.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 422 })
	void aRefusedLookSaysNothingAboutTheRow(int status) {
		assertThat(Given.opened().answered(status, Given.error("5068")).outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(Given.begun().answered(status, Given.error("5068")).outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(Given.begun().answered(400, Given.error("DW-CUSTOMER-ID-SHOULD-BE-NUMERIC")).outcome())
			.isInstanceOf(Outcome.Rejected.class);
	}

	@Test
	void anOpeningThatMayHaveSucceededIsLookedForBeforeAnyOther() {
		Dialogue asking = Given.listed();
		assertThat(Stream.of(asking.inDoubt(), asking.unanswered(true), asking.answered(200, "{"),
				asking.answered(201, Given.opening()), asking.answered(500, ""), asking.answered(502, ""),
				asking.answered(503, ""), asking.answered(504, ""), asking.answered(408, "")))
			.allSatisfy((dialogue) -> {
				assertThat(dialogue.next()).isEqualTo(Given.begun().next());
				// It was lost before anything was opened
				assertThat(dialogue.answered(200, Given.list()).next()).isEqualTo(asking.next());
				// Or it was not
				Dialogue found = dialogue.answered(200, Given.list(Given.session("ACTIVE", null)));
				assertThat(found.next().kind()).isEqualTo(CallKind.STATUS);
				assertThat(found.answered(200, Given.session("ACTIVE", null)).finding().verdict())
					.isEqualTo(Verdict.ACTION_REQUIRED);
				// Nor does a second doubt lead to a second session
				assertThat(dialogue.answered(200, Given.list()).inDoubt().next()).isEqualTo(Given.begun().next());
			});
		assertThat(asking.unanswered(false).next()).isEqualTo(asking.next());
	}

	@Test
	void aSessionOfOthersThatExpiresMakesRoomForOneOfOurs() {
		Dialogue expired = Given.adopted().answered(200, Given.session("FAILED", "SESSION_EXPIRED"));
		assertThat(expired.reading()).isInstanceOf(Reading.Further.class);
		assertThat(expired.next()).isEqualTo(Given.begun().next());
		// Even if the list has not noticed
		Dialogue stale = expired.answered(200, Given.list(Given.session("ACTIVE", null)));
		assertThat(stale.next().kind()).isEqualTo(CallKind.SUBMIT);
		Dialogue ours = stale.answered(200, Given.opening().replace(Given.ID, "ours"));
		assertThat(Given.action(ours).link()).isEqualTo(Given.LINK);
	}

	@Test
	void aSessionOfOthersWhoseEndIsLongPastIsOneThatExpired() {
		Dialogue silent = Given.adopted()
			.answered(200, Given.session("ACTIVE", null), "date", "Mon, 2 Mar 2026 22:03:01 GMT");
		assertThat(silent.reading()).isInstanceOf(Reading.Further.class);
		assertThat(silent.next().kind()).isEqualTo(CallKind.LIST);
	}

	@ParameterizedTest
	@CsvSource({ "SESSION_EXPIRED", "USER_ABANDONED_PROCESS", "USER_INTERACTION_ERROR" })
	void aSessionOfOursThatCameToNothingIsFollowedByAnotherInTheNextPass(String reason) {
		Dialogue failed = Given.opened().answered(200, Given.session("FAILED", reason));
		assertThat(failed.outcome()).isInstanceOfSatisfying(Outcome.ActionRequired.class, (action) -> {
			assertThat(action.after()).isNull();
			assertThat(action.action()).isNull();
			assertThat(action.finding().reason()).contains("a new session is needed");
			assertThat(action.finding().reasonCode()).isEqualTo(reason);
		});
		assertThat(failed.next()).isEqualTo(Given.begun().next());
		Dialogue again = failed.answered(200, Given.list(Given.session("FAILED", reason)))
			.answered(200, Given.opening().replace(Given.ID, "second"));
		assertThat(again.next().path()).endsWith("/second");
		assertThat(again.answered(200, Given.completed().replace(Given.ID, "second")).matches()).isTrue();
		assertThat(again.answered(200, Given.completed()).matches()).isFalse();
	}

	@Test
	void aFailureOfPaysafesOwnIsTriedAgainInAnotherSession() {
		Dialogue failed = Given.opened().answered(200, Given.session("FAILED", "INTERNAL_ERROR"));
		assertThat(failed.outcome()).isInstanceOfSatisfying(Outcome.Retryable.class, (retryable) -> {
			assertThat(retryable.counts()).isTrue();
			assertThat(retryable.exhausted().verdict()).isEqualTo(Verdict.PROVIDER_ERROR);
		});
		assertThat(failed.next()).isEqualTo(Given.begun().next());
	}

	@Test
	void aSessionThatPaysafeForgotIsLookedForInTheList() {
		Dialogue forgotten = Given.opened();
		for (int i = 0; i < 3; i++) {
			assertThat(forgotten.next().kind()).isEqualTo(CallKind.STATUS);
			forgotten = forgotten.answered(404, Given.error("5269"));
		}
		assertThat(forgotten.outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(forgotten.next().kind()).isEqualTo(CallKind.LIST);
		Dialogue found = forgotten.answered(200, Given.list(Given.session("ACTIVE", null)));
		assertThat(Given.action(found.answered(200, Given.session("ACTIVE", null))).link()).as("it is ours")
			.isEqualTo(Given.LINK);
	}

	@Test
	void atTheLimitNothingIsOpenedUntilTheNextPassHasLooked() {
		Dialogue full = Given.listed().answered(400, Dialogue.sample("paysafe/error-400-limit"));
		assertThat(full.outcome()).isInstanceOfSatisfying(Outcome.ActionRequired.class, (action) -> {
			assertThat(action.after()).isNull();
			assertThat(action.action()).isNull();
		});
		assertThat(full.next()).isEqualTo(Given.begun().next());
	}

	@Test
	void anAddressThatPaysafeRefusesToReturnToIsNoRowsFault() {
		Dialogue refused = Given.listed().answered(400, """
				{"error":{"code":"5068","fieldErrors":[{"field":"returnUrl","error":"no"}]}}""");
		assertThat(refused.outcome()).isInstanceOf(Outcome.LaneFault.class);
		assertThat(refused.finding().reason()).contains("return-url");
	}

	@Test
	void aCustomerThatIsNotKnownIsTheRowsFault() {
		Payee payee = Given.payee();
		assertThat(Stream.of(Given.begun(), Given.listed()))
			.allSatisfy((dialogue) -> assertThat(dialogue.answered(404, Given.error("5269")).finding().reason())
				.isEqualTo("Paysafe knows no such customer.")
				.doesNotContain(payee.require(Column.CUSTOMER_ID)));
		assertThat(Given.begun().answered(404, "").outcome()).isInstanceOf(Outcome.Held.class);
	}

	@Test
	void anotherSessionsAnswerAndAnotherKindOfAccountConfirmNothing() {
		assertThat(Stream.of(Given.completed().replace(Given.ID, "other"), Given.session("COMPLETED", "OTHER"),
				Given.completed().replace("\"instrumentType\":\"US_BANK_ACCOUNT\"}", "\"instrumentType\":\"CARD\"}"),
				Given.completed().replace("\"instrumentType\":\"US_BANK_ACCOUNT\"}", "\"kind\":1}"),
				Given.session("COMPLETED", null).replace("US_BANK_ACCOUNT", "SEPA_BANK_ACCOUNT"),
				Given.session("COMPLETED", null).replace("COMPLETED", "completed")))
			.allSatisfy((body) -> assertThat(Given.opened().answered(200, body).outcome())
				.isInstanceOf(Outcome.Held.class));
		assertThat(Given.listed().answered(200, Given.completed()).next().kind()).isEqualTo(CallKind.STATUS);
	}

	@Test
	void noConversationTurnsInCircles() {
		Dialogue dialogue = Given.adopted().answered(200, Given.session("FAILED", "SESSION_EXPIRED"));
		int calls = 0;
		while (dialogue.reading() instanceof Reading.Further) {
			boolean opens = dialogue.next().kind() == CallKind.SUBMIT;
			dialogue = dialogue.answered(200, opens ? Given.opening().replace(Given.ID, "ours") : full());
			calls++;
		}
		assertThat(calls).isLessThan(8);
	}

	private static String full() {
		return Given.list(IntStream.range(0, 50)
			.mapToObj((number) -> Given.session("s" + number, "FAILED", "OTHER"))
			.toArray(String[]::new));
	}

}
