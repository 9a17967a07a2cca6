package dev.tickmark.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked of every provider, whatever it speaks. */
public abstract class ProviderContractTests extends ProviderStatusTests {

	private Stream<Spoiled> spoiled() {
		return confirmations().stream().flatMap(Spoiled::of);
	}

	@Test
	void whatConfirmsIsAMatch() {
		assertThat(confirmations()).isNotEmpty()
			.allSatisfy((body) -> assertThat(dialogue().answered(200, body).matches()).isTrue());
	}

	@Test
	void aMemberThatIsMissingOrUnknownNeverConfirms() {
		assertThat(spoiled().filter((spoiled) -> !mayStillConfirm(spoiled.pointer(), spoiled.way()))
			.filter((spoiled) -> dialogue().answered(200, spoiled.body()).matches())).isEmpty();
		// And the others are looked at, too
		assertThat(spoiled().filter((spoiled) -> dialogue().answered(200, spoiled.body()).matches())).isNotEmpty();
	}

	@Test
	void aBodyThatEndsTooSoonNeverConfirms() {
		for (String body : confirmations()) {
			String whole = body.strip();
			assertThat(IntStream.range(0, whole.length()).boxed()).allSatisfy(
					(length) -> assertThat(dialogue().answered(200, whole.substring(0, length)).matches()).isFalse());
		}
	}

	@Test
	void onlyAWholeJsonBodyOfA200Confirms() {
		String body = confirmations().getFirst();
		assertThat(dialogue().with(new Answer.Received(200, Map.of(), body, true)).matches()).isFalse();
		assertThat(dialogue().answered(200, body, "content-type", "text/html").matches()).isFalse();
		assertThat(dialogue().answered(200, body + "{}").matches()).isFalse();
		assertThat(dialogue().answered(200, "[" + body + "]").matches()).isFalse();
		assertThat(IntStream.range(100, 600).filter((status) -> status != 200).boxed())
			.allSatisfy((status) -> assertThat(dialogue().answered(status, body).matches()).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "{}", "\"MATCH\"", "<html>MATCH</html>", "{\"data\":7}",
			"{\"id\":{}}", "\u0000", "{\"id\":\"a\",\"state\":\"COMPLETED\"}" })
	void nonsenseLeavesTheVerificationOpen(String body) {
		Outcome outcome = dialogue().answered(200, body).outcome();
		assertThat(outcome).isInstanceOfAny(Outcome.Held.class, Outcome.Retryable.class);
		assertThat(outcome.finding().verdict()).isEqualTo(Verdict.PROVIDER_ERROR);
	}

	@Test
	void theJournalGivesTheSameAnswerAndTheSameNextCallEveryTime() {
		Stream<Dialogue> dialogues = Stream.concat(spoiled().map((spoiled) -> dialogue().answered(200, spoiled.body())),
				IntStream.range(100, 600).mapToObj((status) -> dialogue().answered(status, "{}")));
		assertThat(dialogues).isNotEmpty().allSatisfy((dialogue) -> {
			Dialogue replayed = new Dialogue(provider(), dialogue.conversation());
			assertThat(replayed.reading()).isEqualTo(dialogue.reading());
			assertThat(replayed.next()).isEqualTo(dialogue.next());
		});
	}

	@Test
	void noMessageHoldsAnAccountNumber() {
		Stream<Dialogue> echoes = secrets().stream()
			.flatMap((secret) -> Spoiled.echoes(secret))
			.flatMap((body) -> IntStream.of(200, 202, 400, 401, 403, 404, 405, 408, 409, 421, 422, 429, 500, 503)
				.mapToObj((status) -> dialogue().answered(401, body).answered(status, body)));
		Stream<Dialogue> spoiled = secrets().stream()
			.flatMap((secret) -> confirmations().stream().flatMap((body) -> Spoiled.echoing(body, secret)))
			.map((body) -> dialogue().answered(200, body));
		assertThat(Stream.concat(echoes, spoiled)).isNotEmpty()
			.allSatisfy((dialogue) -> secrets()
				.forEach((secret) -> assertThat(messages(dialogue.reading())).doesNotContain(secret)
					.doesNotContain(Spoiled.grouped(secret))));
	}

	private static String messages(Reading reading) {
		if (!(reading instanceof Reading.Done done)) {
			return reading.toString();
		}
		Stream<Finding> findings = switch (done.outcome()) {
			case Outcome.Pending pending -> Stream.of(pending.finding(), pending.given());
			case Outcome.Retryable retryable -> Stream.of(retryable.finding(), retryable.exhausted());
			case Outcome.Adopted adopted -> Stream.of(adopted.finding(), adopted.otherwise());
			default -> Stream.of(done.outcome().finding());
		};
		return String.join(" ", findings.map((finding) -> finding.reason() + " " + finding.reasonCode()).toList());
	}

	@Test
	void dataThatAreRefusedAreRejectedWithWhatIsWrong() {
		Dialogue refused = asking().answered(refusedData().getKey(), refusedData().getValue());
		assertThat(refused.outcome()).isInstanceOfSatisfying(Outcome.Rejected.class,
				(rejected) -> assertThat(rejected.finding().reason()).contains(refusal()).doesNotContain("1234567890"));
		assertThat(refused.finding().reasonCode()).isNotBlank();
	}

	@Test
	void aVerificationThatIsNotThereYetIsLookedForTwiceMore() {
		Dialogue dialogue = pending();
		for (int i = 0; i < 2; i++) {
			dialogue = dialogue.answered(404, "{}");
			assertThat(dialogue.outcome()).isInstanceOfSatisfying(Outcome.Retryable.class,
					(retryable) -> assertThat(retryable.after()).isEqualTo(Duration.ofSeconds(2)));
		}
		assertThat(dialogue.answered(404, "{}").outcome()).isInstanceOf(Outcome.Held.class);
	}

	@Test
	void whatIsReadBackByItsReferenceIsOnlyRead() {
		Request reading = provider().readBack(dialogue().conversation(), "ref-17/1");
		assertThat(reading.kind()).isEqualTo(CallKind.STATUS);
		assertThat(reading.repeat()).isFalse();
		assertThat(reading.path() + reading.body()).containsAnyOf("ref-17%2F1", "ref-17/1");
	}

	@Test
	void whatIsPendingIsReadBackByItsReferenceAsARecheckWould() {
		Dialogue pending = pending();
		String reference = Objects.requireNonNull(pending.finding().providerReference());
		Request reading = provider().readBack(pending.conversation(), reference);
		assertThat(reading).isEqualTo(pending.next());
	}

	@Test
	void onlyAnAnswerThatSaysSoMeansThatTheVerificationIsUnknown() {
		assertThat(provider().isUnknown(new Answer.Received(404, Map.of(), "{}", false))).isTrue();
		assertThat(confirmations()).allSatisfy(
				(body) -> assertThat(provider().isUnknown(new Answer.Received(200, Map.of(), body, false))).isFalse());
		assertThat(IntStream.of(200, 202, 401, 403, 429, 500, 503).boxed())
			.allSatisfy((status) -> assertThat(provider().isUnknown(new Answer.Received(status, Map.of(), "{}", false)))
				.isFalse());
	}

	@Test
	void whatIsPendingIsReadBackAndNeverAskedAgain() {
		Dialogue pending = pending();
		assertThat(pending.outcome()).isInstanceOfSatisfying(Outcome.Pending.class,
				(outcome) -> assertThat(outcome.given().verdict()).isEqualTo(Verdict.UNABLE_TO_CHECK));
		Stream<Dialogue> later = Stream.of(pending, pending.inDoubt(), pending.unanswered(true),
				pending.answered(500, ""), pending.answered(429, ""), pending.answered(401, ""),
				pending.answered(200, "{"), pending.answered(404, ""), pending.unanswered(true).inDoubt());
		assertThat(later).allSatisfy((dialogue) -> {
			assertThat(dialogue.next().method()).isEqualTo(pending.next().method());
			assertThat(dialogue.next().path()).isEqualTo(pending.next().path());
			assertThat(dialogue.next().body()).isEqualTo(pending.next().body());
			assertThat(dialogue.next().kind()).isEqualTo(CallKind.STATUS);
			assertThat(dialogue.next().repeat()).isFalse();
		});
	}

	@Test
	void afterACrashTheSameQuestionIsAskedAndARepetitionThatCostsIsOwnedUpTo() {
		Request before = asking().next();
		assertThat(before.repeat()).isFalse();
		for (Dialogue doubtful : List.of(asking().inDoubt(), asking().unanswered(true), asking().answered(504, ""),
				asking().answered(200, "{"))) {
			Request after = doubtful.next();
			assertThat(after.kind()).isEqualTo(afterDoubt());
			if (after.kind() != CallKind.SUBMIT) {
				assertThat(after.repeat()).isFalse();
				continue;
			}
			assertThat(after.body()).isEqualTo(before.body());
			assertThat(after.headers().get("Idempotency-Key")).isEqualTo(before.headers().get("Idempotency-Key"));
			assertThat(after.repeat()).isEqualTo(repeatsCost());
			// It stays one until its answer is known
			assertThat(doubtful.answered(429, "").next().repeat()).isEqualTo(repeatsCost());
		}
	}

	@Test
	void aQuestionThatCertainlyWasNotAnsweredIsNoRepetition() {
		assertThat(Stream.of(asking().unanswered(false), asking().answered(429, ""), asking().answered(503, ""),
				asking().answered(401, "")))
			.allSatisfy((dialogue) -> {
				assertThat(dialogue.next().kind()).isIn(CallKind.SUBMIT, afterDoubt());
				assertThat(dialogue.next().repeat()).isFalse();
			});
	}

	@Test
	void thePayeeOfThisTestCanBeAskedAbout() {
		assertThat(provider().lacks(payee())).isNull();
		assertThat(provider().fits(payee())).isTrue();
		assertThat(provider().question(payee()).values())
			.containsKeys(payee().values().keySet().toArray(new Column[0]));
		assertThat(provider().question(provider().question(payee()))).isEqualTo(provider().question(payee()));
	}

}
