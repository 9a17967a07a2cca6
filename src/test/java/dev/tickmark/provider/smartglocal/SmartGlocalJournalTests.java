package dev.tickmark.provider.smartglocal;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows from the journal when calls fail, are lost or are refused. */
class SmartGlocalJournalTests {

	private static final Dialogue BEGUN = SmartGlocalExchange.begun();

	private static final Dialogue OPENED = SmartGlocalExchange.opened();

	private static final Dialogue ASKED = SmartGlocalExchange.asked();

	@Test
	void theExchangeOfThePageEndsWithAVerdict() {
		assertThat(OPENED.reading()).isInstanceOf(Reading.Further.class);
		assertThat(OPENED.next().kind()).isEqualTo(CallKind.SUBMIT);
		assertThat(ASKED.finding().verdict()).isEqualTo(Verdict.PENDING);
		Dialogue again = ASKED.answered(200, SmartGlocalExchange.IN_PROGRESS);
		assertThat(again.finding().verdict()).isEqualTo(Verdict.PENDING);
		assertThat(again.answered(200, SmartGlocalExchange.CONFIRMED).matches()).isTrue();
	}

	@Test
	void aSessionWhoseOpeningWasLostIsReplacedUnderANewKey() {
		Set<String> keys = new HashSet<>();
		assertThat(Stream.of(BEGUN, BEGUN.inDoubt(), BEGUN.unanswered(true).unanswered(true),
				BEGUN.answered(500, "").answered(200, "{").answered(502, "")))
			.allSatisfy((dialogue) -> {
				assertThat(dialogue.next().kind()).isEqualTo(CallKind.SESSION);
				assertThat(UUID.fromString(key(dialogue))).isNotNull();
				assertThat(keys.add(key(dialogue))).isTrue();
			});
		assertThat(key(BEGUN)).isEqualTo(key(SmartGlocalExchange.begun()));
		assertThat(BEGUN.inDoubt().answered(200, SmartGlocalExchange.CREATED).next().kind()).isEqualTo(CallKind.SUBMIT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"status\":\"ok\"}", "{\"status\":\"ok\",\"session\":{\"status\":\"created\"}}",
			"{\"status\":\"ok\",\"session\":{\"id\":\"..\",\"status\":\"created\"}}",
			"{\"status\":\"ok\",\"session\":{\"id\":\"ps_1\",\"status\":\"in_progress\"}}",
			"{\"status\":\"ok\",\"session\":{\"id\":\"ps_1\",\"status\":\"created\",\"payments\":[{}]}}",
			"{\"session\":{\"id\":\"ps_1\",\"status\":\"created\"}}",
			"{\"status\":\"ok\",\"error\":{},\"session\":{\"id\":\"ps_1\",\"status\":\"created\"}}" })
	void onlyAFreshSessionIsUsed(String body) {
		Dialogue opened = BEGUN.answered(200, body);
		assertThat(opened.outcome()).isInstanceOf(Outcome.Retryable.class);
		assertThat(opened.next().kind()).isEqualTo(CallKind.SESSION);
		assertThat(key(opened)).isNotEqualTo(key(BEGUN));
	}

	@Test
	void aKeyThatWasUsedBeforeIsFollowedByAnother() {
		String used = SmartGlocalExchange.refused("idempotency_key_already_exists");
		Dialogue twice = BEGUN.answered(400, used).answered(400, used);
		assertThat(twice.reading()).isInstanceOf(Reading.Further.class);
		assertThat(key(twice)).isNotEqualTo(key(BEGUN)).isNotEqualTo(key(BEGUN.answered(400, used)));
		Dialogue thrice = twice.answered(200, used);
		assertThat(thrice.outcome()).isInstanceOf(Outcome.Held.class);
		// Another pass tries three more
		assertThat(thrice.answered(400, used).reading()).isInstanceOf(Reading.Further.class);
		assertThat(thrice.answered(200, SmartGlocalExchange.CREATED).next().kind()).isEqualTo(CallKind.SUBMIT);
	}

	@Test
	void aQuestionInDoubtIsLookedForFirst() {
		assertThat(Stream.of(OPENED.inDoubt(), OPENED.unanswered(true), OPENED.answered(500, ""),
				OPENED.answered(504, "<html>"), OPENED.answered(200, "{"),
				OPENED.answered(500, SmartGlocalExchange.refused("provider_timeout"))))
			.allSatisfy((doubtful) -> {
				assertThat(doubtful.next().kind()).isEqualTo(CallKind.STATUS);
				// It never arrived
				Dialogue lost = doubtful.answered(200, SmartGlocalExchange.CREATED);
				assertThat(lost.reading()).isInstanceOf(Reading.Further.class);
				assertThat(lost.next()).isEqualTo(OPENED.next());
				// It did
				Dialogue found = doubtful.answered(200, SmartGlocalExchange.IN_PROGRESS);
				assertThat(found.finding().verdict()).isEqualTo(Verdict.PENDING);
				assertThat(doubtful.answered(200, SmartGlocalExchange.CONFIRMED).matches()).isTrue();
				// Nobody knows yet
				assertThat(doubtful.answered(500, "").next().kind()).isEqualTo(CallKind.STATUS);
				assertThat(doubtful.answered(500, "").answered(200, SmartGlocalExchange.CREATED).next().kind())
					.isEqualTo(CallKind.SUBMIT);
			});
	}

	@Test
	void aQuestionThatCertainlyDidNotArriveIsPutAtOnce() {
		assertThat(Stream.of(OPENED.unanswered(false), OPENED.answered(429, ""), OPENED.answered(503, ""),
				OPENED.answered(401, ""), OPENED.answered(403, SmartGlocalExchange.refused("authorization_error")),
				OPENED.answered(302, "")))
			.allSatisfy((dialogue) -> assertThat(dialogue.next()).isEqualTo(OPENED.next()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "session_wrong_state", "idempotency_key_already_exists" })
	void aSessionThatHasAQuestionAlreadyIsRead(String code) {
		Dialogue refused = OPENED.answered(409, SmartGlocalExchange.refused(code));
		assertThat(refused.reading()).isInstanceOf(Reading.Further.class);
		assertThat(refused.next().kind()).isEqualTo(CallKind.STATUS);
		assertThat(refused.answered(200, SmartGlocalExchange.CONFIRMED).matches()).isTrue();
		// A session that has no question and takes none: no circle
		Dialogue neither = refused.answered(200, SmartGlocalExchange.CREATED);
		assertThat(neither.outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(neither.next().kind()).isEqualTo(CallKind.STATUS);
	}

	@Test
	void aQuestionThatArrivedIsNeverPutAgain() {
		assertThat(Stream.of(ASKED, ASKED.answered(200, SmartGlocalExchange.CREATED),
				ASKED.answered(200, SmartGlocalExchange.empty("cancelled")),
				ASKED.answered(200, SmartGlocalExchange.states("error", "failed")),
				ASKED.answered(200, SmartGlocalExchange.states("created", "in_progress")),
				ASKED.answered(400, SmartGlocalExchange.refused("invalid_request")),
				OPENED.inDoubt()
					.answered(200, SmartGlocalExchange.IN_PROGRESS)
					.answered(200, SmartGlocalExchange.CREATED)))
			.allSatisfy((dialogue) -> {
				assertThat(dialogue.next().kind()).isEqualTo(CallKind.STATUS);
				assertThat(dialogue.inDoubt().next().kind()).isEqualTo(CallKind.STATUS);
			});
		assertThat(ASKED.answered(200, SmartGlocalExchange.CREATED).finding().verdict()).isEqualTo(Verdict.PENDING);
	}

	@Test
	void aSessionThatMayBeGoneIsReplacedBeforeTheRowIsBlamed() {
		String refused = SmartGlocalExchange.refused("invalid_request");
		assertThat(OPENED.answered(400, refused).outcome()).isInstanceOf(Outcome.Rejected.class);
		Dialogue stale = OPENED.configuredAnewAfter(Duration.ofMinutes(2)).answered(400, refused);
		assertThat(stale.reading()).isInstanceOf(Reading.Further.class);
		assertThat(stale.next().kind()).isEqualTo(CallKind.SESSION);
		assertThat(stale.answered(200, SmartGlocalExchange.CREATED).answered(400, refused).outcome())
			.isInstanceOf(Outcome.Rejected.class);
	}

	@Test
	void aSessionThatIsNotKnownAnyMoreIsReplaced() {
		Dialogue gone = ASKED.answered(404, "").answered(404, "");
		assertThat(gone.next().kind()).isEqualTo(CallKind.STATUS);
		assertThat(gone.answered(404, "").next().kind()).isEqualTo(CallKind.SESSION);
		assertThat(gone.answered(404, "").outcome()).isInstanceOf(Outcome.Held.class);
	}

	@Test
	void aSessionThatEndedWithoutTheQuestionIsReplaced() {
		Dialogue ended = OPENED.inDoubt().answered(200, SmartGlocalExchange.empty("cancelled"));
		assertThat(ended.reading()).isInstanceOf(Reading.Further.class);
		assertThat(ended.next().kind()).isEqualTo(CallKind.SESSION);
		assertThat(key(ended)).isNotEqualTo(key(BEGUN));
		Dialogue replaced = ended.answered(200, SmartGlocalExchange.CREATED.replace("ps_3230", "ps_3231"));
		assertThat(replaced.body()).contains("\"session_id\":\"ps_3231\"");
		// The first session's answers are not the second's
		assertThat(replaced.answered(200, SmartGlocalExchange.CONFIRMED).outcome()).isInstanceOf(Outcome.Held.class);
	}

	@Test
	void anotherSessionsAnswerConfirmsNothing() {
		String other = SmartGlocalExchange.CONFIRMED.replace("ps_3230", "ps_3231");
		assertThat(OPENED.answered(200, other).outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(ASKED.answered(200, other).outcome()).isInstanceOf(Outcome.Held.class);
		assertThat(OPENED.answered(200, other).next().kind()).isEqualTo(CallKind.STATUS);
	}

	private static String key(Dialogue dialogue) {
		return dialogue.header("x-partner-idempotency-key");
	}

}
