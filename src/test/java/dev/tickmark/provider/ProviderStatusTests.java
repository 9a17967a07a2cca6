package dev.tickmark.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Spoiled.Way;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What HTTP statuses mean at every provider, and what a test of the contract has to know
 * of one.
 */
abstract class ProviderStatusTests {

	protected abstract Provider provider();

	/** Somebody this provider can be asked about. */
	protected abstract Payee payee();

	/** The account numbers of that payee, which belong in no message. */
	protected abstract List<String> secrets();

	/**
	 * Bodies of an HTTP 200 that confirm the payee, as answers within {@link #dialogue}.
	 */
	protected abstract List<String> confirmations();

	/** Whether a confirmation with one member spoiled may still confirm. */
	protected abstract boolean mayStillConfirm(String pointer, Way way);

	/** The dialogue after an answer that says: not yet. */
	protected abstract Dialogue pending();

	/**
	 * What is called after a crash that may have swallowed the answer to the question.
	 */
	protected CallKind afterDoubt() {
		return CallKind.SUBMIT;
	}

	/** Whether asking again after a crash may be charged again. */
	protected boolean repeatsCost() {
		return false;
	}

	/** Whether calls bear a token, so that a new one may help against a 401. */
	protected boolean hasTokens() {
		return true;
	}

	/** A body that refuses the data of the question, its HTTP status first. */
	protected Map.Entry<Integer, String> refusedData() {
		return Map.entry(400, """
				{"code":"BAD_REQUEST","message":"no","errors":[
				{"errorCode":"INVALID_FIELD","path":"data.account.id","message":"1234567890 is wrong"}]}""");
	}

	/** What the report says of it. */
	protected List<String> refusal() {
		return List.of("data.account.id: INVALID_FIELD");
	}

	/** Whose next call is the question itself, the one that may be charged. */
	protected Dialogue asking() {
		return Dialogue.about(provider(), payee());
	}

	/** Whose next call may be answered with the verdict. */
	protected Dialogue dialogue() {
		return asking();
	}

	@Test
	void aFirst401IsTriedAgainAndASecondStopsTheLane() {
		Dialogue once = dialogue().answered(401, "{}");
		if (!hasTokens()) {
			// The same signature would be refused again
			assertThat(once.outcome()).isInstanceOf(Outcome.LaneFault.class);
			assertThat(once.answered(401, "{}").outcome()).isInstanceOf(Outcome.LaneFault.class);
			return;
		}
		assertThat(once.reading()).isInstanceOf(Reading.Further.class);
		assertThat(once.next().body()).isEqualTo(dialogue().next().body());
		assertThat(once.next().repeat()).isFalse();
		Dialogue twice = once.answered(401, "{}");
		assertThat(twice.outcome()).isInstanceOf(Outcome.LaneFault.class);
		// A later pass, perhaps with other credentials
		assertThat(twice.answered(401, "{}").reading()).isInstanceOf(Reading.Further.class);
		assertThat(twice.answered(401, "{}").answered(401, "{}").outcome()).isInstanceOf(Outcome.LaneFault.class);
	}

	@Test
	void a401ThatWantsAPersonStopsTheLaneAtOnce() {
		assertThat(dialogue().answered(401, "{}", "www-authenticate", "SCA").outcome())
			.isInstanceOf(Outcome.LaneFault.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308, 403 })
	void whatFailsForEveryRowStopsTheLane(int status) {
		assertThat(dialogue().answered(status, "{}").outcome()).isInstanceOf(Outcome.LaneFault.class);
	}

	@ParameterizedTest
	@CsvSource({ "429, 10, 10", "503, 10, 10", "429, 0, 1", "429, -5, 1", "429, soon, 1", "429, 999999999, 3600",
			"429, 99999999999999999999, 1", "503, 'Mon, 2 Mar 2026 22:00:30 GMT', 30",
			"503, 'Mon, 2 Mar 2026 21:00:00 GMT', 1" })
	void aBusyProviderPausesItsLaneAndUsesUpNoAttempt(int status, String retryAfter, long seconds) {
		Outcome outcome = dialogue().answered(status, "{}", "retry-after", retryAfter).outcome();
		assertThat(outcome).isInstanceOfSatisfying(Outcome.Retryable.class, (retryable) -> {
			assertThat(retryable.after()).isEqualTo(Duration.ofSeconds(seconds));
			assertThat(retryable.counts()).isFalse();
			assertThat(retryable.pausesLane()).isTrue();
		});
	}

	@Test
	void aDateToWaitForIsReadByTheServersOwnClock() {
		Outcome outcome = dialogue()
			.answered(503, "{}", "retry-after", "Mon, 2 Mar 2026 23:00:07 GMT", "date", "Mon, 2 Mar 2026 23:00:00 GMT")
			.outcome();
		assertThat(outcome).isInstanceOfSatisfying(Outcome.Retryable.class,
				(retryable) -> assertThat(retryable.after()).isEqualTo(Duration.ofSeconds(7)));
	}

	@Test
	void aProviderThatStaysBusyIsLeftAloneForLonger() {
		Dialogue dialogue = dialogue();
		for (int seconds : new int[] { 1, 2, 4, 8, 16, 32, 60, 60 }) {
			dialogue = dialogue.answered(429, "{}");
			assertThat(dialogue.outcome()).isInstanceOfSatisfying(Outcome.Retryable.class,
					(retryable) -> assertThat(retryable.after()).isEqualTo(Duration.ofSeconds(seconds)));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 504 })
	void aFailureThatMayPassUsesUpAnAttempt(int status) {
		assertThat(dialogue().answered(status, "<html>").outcome()).isInstanceOfSatisfying(Outcome.Retryable.class,
				(retryable) -> {
					assertThat(retryable.counts()).isTrue();
					assertThat(retryable.pausesLane()).isFalse();
					assertThat(retryable.exhausted().verdict()).isEqualTo(Verdict.PROVIDER_ERROR);
				});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void noAnswerUsesUpAnAttempt(boolean sent) {
		assertThat(dialogue().unanswered(sent).outcome()).isInstanceOfSatisfying(Outcome.Retryable.class,
				(retryable) -> assertThat(retryable.counts()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(ints = { 100, 201, 204, 409, 418, 451, 501, 599 })
	void whatNobodyDocumentedIsHeld(int status) {
		assertThat(dialogue().answered(status, "{}").outcome()).isInstanceOf(Outcome.Held.class);
	}

	@Test
	void aCallThatIsRefusedAsWronglyMadeIsNoFaultOfTheRow() {
		assertThat(dialogue().answered(405, "{}").outcome()).isInstanceOfAny(Outcome.Held.class,
				Outcome.LaneFault.class);
	}

}
