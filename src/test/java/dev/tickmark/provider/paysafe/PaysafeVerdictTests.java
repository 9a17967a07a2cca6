package dev.tickmark.provider.paysafe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.Action;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Reading;

import static org.assertj.core.api.Assertions.assertThat;

class PaysafeVerdictTests {

	@Test
	void aCompletedSessionProvesOwnershipAndNothingElse() {
		Finding finding = Given.opened().answered(200, Given.completed()).finding();
		assertThat(finding.verdict()).isEqualTo(Verdict.MATCH);
		assertThat(finding.basis()).isEqualTo(Basis.OWNERSHIP);
		assertThat(finding.nameMatch()).isEqualTo(NameMatch.NOT_CHECKED);
		assertThat(finding.accountState()).isEqualTo(AccountState.UNKNOWN);
		assertThat(finding.providerReference()).isEqualTo(Given.ID);
	}

	@ParameterizedTest
	@EnumSource(Failure.class)
	void everyFailureKeepsItsReasonAndItsBasis(Failure failure) {
		Finding finding = Given.opened().answered(200, Given.session("FAILED", failure.name())).finding();
		assertThat(finding.reasonCode()).isEqualTo(failure.name());
		assertThat(finding.basis()).isEqualTo(Basis.OWNERSHIP);
		assertThat(finding.providerReference()).isEqualTo(Given.ID);
		assertThat(finding.reason()).endsWith(".");
		assertThat(finding.nameMatch())
			.isEqualTo((failure == Failure.NAME_MISMATCH) ? NameMatch.NONE : NameMatch.NOT_CHECKED);
	}

	@Test
	void thePagesSampleIsAnActionForAPerson() {
		Dialogue opened = Given.listed()
			.answered(200, Dialogue.sample("paysafe/session"), "date", "Thu, 15 Jul 2021 17:54:12 GMT");
		Outcome.ActionRequired required = required(opened);
		assertThat(required.after()).isEqualTo(Duration.ofSeconds(15));
		assertThat(Given.action(opened).link()).isEqualTo(
				"https://pi-verify.eu-mprod.sandbox.dw-cloud.net/instruments/verifications/fa2830cb8ea46b43577a7b8ded0"
						+ "ed9b945e648a42ebdf82c3c8e05ff30f293a3/initiate?secureCode=c2Rmc2ZzZmRzZGZzZGY%3D");
		assertThat(Given.action(opened).expiresAt()).isEqualTo(Instant.parse("2021-07-15T17:56:12Z"));
		assertThat(required.finding().reason()).contains("2021-07-15 17:56:12 UTC");
		// A new session is new, whatever our clock says
		assertThat(Given.action(Given.listed().answered(200, Dialogue.sample("paysafe/session"))).link()).isNotNull();
	}

	@Test
	void theFirstExampleOfThePageCannotBeAndIsHeld() {
		assertThat(Given.listed().answered(200, Dialogue.sample("paysafe/session-schema")).outcome())
			.isInstanceOf(Outcome.Held.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ACTIVE", "AWAITING_USER_INPUT" })
	void theLinkStaysTheOneThatOpenedTheSession(String status) {
		Dialogue asked = Given.opened()
			.answered(200, Given.session(status, null).replace(Given.REDIRECT, "https://elsewhere.example.net/"))
			.unanswered(true)
			.answered(200, Given.session(status, null));
		assertThat(Given.action(asked).link()).isEqualTo(Given.LINK);
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example/x, ab+/=, https://a.example/x?secureCode=ab%2B%2F%3D",
			"https://a.example/x?y=1, ab, https://a.example/x?y=1&secureCode=ab",
			"https://a.example/x?, ab, https://a.example/x?secureCode=ab",
			"https://a.example/x?y=1#top, a&b, https://a.example/x?y=1&secureCode=a%26b#top",
			"https://a.example#top, ab, https://a.example?secureCode=ab#top",
			"http://127.0.0.1:8085/v, ab, http://127.0.0.1:8085/v?secureCode=ab",
			"http://localhost/v, a b, http://localhost/v?secureCode=a%20b" })
	void theCodeIsAQueryParameterOfTheLink(String redirect, String code, String link) {
		assertThat(Given.action(Given.listed().answered(200, Given.opening(redirect, code))).link()).isEqualTo(link);
	}

	@ParameterizedTest
	@CsvSource({ "http://a.example/x, ab", "javascript:alert(1), ab", "/initiate, ab", "'', ab", "https:, ab",
			"https://a.example/x y, ab", "https://a.example/x\\n, ab", "https://u:p@a.example/, ab",
			"https://a.example/, ''", "https://a.example/, a\\u0000b", "http://a.example#localhost, ab",
			"https://a.example/\u202e, ab", "https://a.example/\u00e4, ab" })
	void aLinkThatIsNotSafeIsNotHandedOver(String redirect, String code) {
		Dialogue opened = Given.listed().answered(200, Given.opening(redirect, code));
		assertThat(Given.action(opened).link()).isNull();
		assertThat(required(opened).finding().reason()).contains("no link that can be handed over");
	}

	@Test
	void anAnswerWithoutCodeHasNoLink() {
		Dialogue opened = Given.listed().answered(200, Given.session("ACTIVE", null));
		assertThat(Given.action(opened).link()).isNull();
	}

	@Test
	void theParameterIsTheConfiguredOne() {
		Dialogue opened = Dialogue.about(new Paysafe(new PaysafeSettings(Given.RETURN_URL, "code")), Given.payee())
			.answered(200, Given.list())
			.answered(200, Given.opening());
		assertThat(Given.action(opened).link()).endsWith("/initiate?code=c2Rmc2ZzZmRzZGZzZGY%3D");
	}

	@Test
	void aSessionOfOthersHasNoLinkAndTheReasonSaysUntilWhen() {
		Dialogue adopted = Given.adopted().answered(200, Given.session("AWAITING_USER_INPUT", null));
		assertThat(required(adopted).finding().reason()).contains("open already", "2026-03-02 22:02:00 UTC",
				"which Paysafe tells once");
		assertThat(Given.action(adopted)).isEqualTo(new Action(null, Instant.parse("2026-03-02T22:02:00Z")));
		assertThat(Given.adopted().answered(200, Given.completed()).matches()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "22:00:00, 22:02:00, 22:00:00, 15", "22:00:00, 22:02:00, 22:01:50, 11",
			"22:00:00, 22:02:00, 22:02:00, 1", "22:00:00, 22:02:00, 22:02:01, 15", "22:00:00, 22:02:00, 22:02:30, 15",
			"22:00:00, 22:00:04, 22:00:00, 1", "20:00:00, 22:00:00, 20:00:00, 900", "20:00:00, 22:00:00, 22:00:30, 60",
			"22:00:00, 22:00:00, 22:00:00, 15", "22:02:00, 22:00:00, 22:00:00, 15" })
	void aSessionIsLookedAtEightTimesInItsLifeAndOnceAfterIt(String begins, String ends, String now, int seconds) {
		for (String status : List.of("ACTIVE", "ONGOING_VERIFICATION")) {
			String session = Given.session(status, null)
				.replace("22:02:00Z", ends + "Z")
				.replace("creationTime\":\"2026-03-02T22:00:00Z", "creationTime\":\"2026-03-02T" + begins + "Z");
			Dialogue asked = Given.opened().answered(200, session, "date", "Mon, 2 Mar 2026 " + now + " GMT");
			assertThat(after(asked.outcome())).isEqualTo(Duration.ofSeconds(seconds));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "2026-03-02", "+999999999-01-01T00:00:00Z", "2099-01-01T00:00:00Z" })
	void datesThatCannotBeAreNoDates(String ends) {
		Dialogue asked = Given.opened()
			.answered(200, Given.session("ACTIVE", null).replace("2026-03-02T22:02:00Z", ends));
		assertThat(required(asked).after()).isEqualTo(Duration.ofSeconds(15));
		assertThat(Given.action(asked).expiresAt()).isNull();
		assertThat(Given.action(asked).link()).isEqualTo(Given.LINK);
	}

	@Test
	void aSessionThatNeverEndsIsNotLookedAtForEver() {
		String session = Given.session("ACTIVE", null).replace("expirationTime", "other");
		Dialogue dialogue = Given.opened();
		for (int i = 1; i < 60; i++) {
			dialogue = dialogue.answered(200, session);
			assertThat(required(dialogue).after()).isNotNull();
		}
		dialogue = dialogue.answered(200, session);
		assertThat(required(dialogue).after()).isNull();
		assertThat(dialogue.next().path()).endsWith(Given.ID);
	}

	@ParameterizedTest
	@CsvSource({ "22:03:00, false", "22:03:01, true" })
	void aSessionThatIsLongPastItsEndHasExpired(String now, boolean expired) {
		Dialogue asked = Given.opened()
			.answered(200, Given.session("ACTIVE", null), "date", "Mon, 2 Mar 2026 " + now + " GMT");
		assertThat(required(asked).after() == null).isEqualTo(expired);
		assertThat(Objects.equals(asked.finding().reasonCode(), "SESSION_EXPIRED")).isEqualTo(expired);
		assertThat(asked.next().path().endsWith(Given.ID)).isEqualTo(!expired);
	}

	@Test
	void anAccountThatIsBeingVerifiedIsPendingForAnHourAtMost() {
		Dialogue pending = Given.opened()
			.answered(200, Given.session("ONGOING_VERIFICATION", null), "date", "Mon, 2 Mar 2026 22:30:00 GMT");
		assertThat(pending.outcome()).isInstanceOfSatisfying(Outcome.Pending.class, (outcome) -> {
			assertThat(outcome.atMost()).isEqualTo(Duration.ofHours(1));
			assertThat(outcome.given().reasonCode()).isEqualTo("NO_ANSWER_IN_TIME");
			assertThat(outcome.given().verdict()).isEqualTo(Verdict.UNABLE_TO_CHECK);
		});
	}

	@Test
	void anAnswerOfFiveMegabytesIsReadNowhere() {
		String huge = Given.completed()
			.replace("{\"id\":\"1001\"", "{\"more\":\"" + "x".repeat(5 << 20) + "\",\"id\":\"1001\"");
		Answer cut = new Answer.Received(200, Map.of("content-type", "application/json"), huge.substring(0, 1 << 20),
				true);
		assertThat(Stream.of(Given.begun(), Given.listed(), Given.opened())).allSatisfy((dialogue) -> {
			assertThat(dialogue.with(cut).outcome()).isInstanceOf(Outcome.Retryable.class);
			assertThat(dialogue.with(cut).finding().verdict()).isEqualTo(Verdict.PROVIDER_ERROR);
		});
	}

	@Test
	void theLinkAndTheCodeAreShownNowhere() {
		List<String> bodies = List.of(Given.opening(), Given.completed(), Given.session("ONGOING_VERIFICATION", null),
				Given.session("FAILED", "SESSION_EXPIRED"), Given.session("FAILED", Given.SECRET),
				Given.opening().replace("ACTIVE", Given.SECRET), Given.opening().replace(Given.ID, "other"),
				"{\"error\":{\"message\":\"" + Given.SECRET + " at " + Given.LINK + "\"}}",
				"{\"error\":{\"message\":\"c2Rmc2ZzZmRzZGZzZGY\\u003d at " + Given.REDIRECT.replace("/", "\\/")
						+ "\"}}",
				"{\"error\":{\"code\":\"5068\",\"fieldErrors\":[{\"field\":\"" + Given.SECRET + "\"}]}}");
		Stream<Dialogue> dialogues = Stream.of(Given.listed(), Given.opened(), Given.opened().answered(401, ""))
			.flatMap((dialogue) -> bodies.stream()
				.flatMap((body) -> Stream.of(200, 201, 400, 401, 403, 404, 405, 409, 422, 429, 500, 503, 504)
					.map((status) -> dialogue.answered(status, body))));
		assertThat(dialogues).hasSize(3 * 10 * 13).allSatisfy((dialogue) -> {
			String shown = shown(dialogue.reading()) + dialogue + dialogue.next() + dialogue.reading();
			assertThat(shown).doesNotContain(Given.REDIRECT, "c2Rmc2ZzZmRzZGZzZGY", "secureCode=");
		});
	}

	private static String shown(Reading reading) {
		if (!(reading instanceof Reading.Done done)) {
			return reading.toString();
		}
		Finding finding = done.outcome().finding();
		Finding last = switch (done.outcome()) {
			case Outcome.Pending pending -> pending.given();
			case Outcome.Retryable retryable -> retryable.exhausted();
			default -> finding;
		};
		return String.join("|", finding.reason(), finding.reasonCode(), finding.providerReference(),
				finding.suggestedName(), last.reason(), last.reasonCode(), last.toString(), done.outcome().toString());
	}

	private static Outcome.ActionRequired required(Dialogue dialogue) {
		assertThat(dialogue.outcome()).isInstanceOf(Outcome.ActionRequired.class);
		return (Outcome.ActionRequired) dialogue.outcome();
	}

	private static @Nullable Duration after(Outcome outcome) {
		return switch (outcome) {
			case Outcome.ActionRequired required -> required.after();
			case Outcome.Pending pending -> pending.after();
			default -> throw new AssertionError(outcome);
		};
	}

}
