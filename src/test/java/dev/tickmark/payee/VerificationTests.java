package dev.tickmark.payee;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationTests {

	@ParameterizedTest(name = "asking {0} with {1} calls")
	@CsvSource(nullValues = "-", value = { "-, 0, false, false", "-, 2, false, false", "1, 0, false, true",
			"1, 1, true, false", "2, 1, false, true", "2, 2, true, false", "3, 1, false, true" })
	void aCallThatWasMarkedHasAnAnswerInTheJournalOrIsInDoubt(@Nullable Integer asking, int calls, boolean answerWaits,
			boolean inDoubt) {
		Verification verification = new Verification(1, new ProviderName("banfico"), new Payee(Map.of()), 0, 0, null,
				asking, IntStream.rangeClosed(1, calls).mapToObj(VerificationTests::call).toList());
		assertThat(verification.answerWaits()).isEqualTo(answerWaits);
		assertThat(verification.inDoubt()).isEqualTo(inDoubt);
	}

	private static Call call(int number) {
		return new Call(number, CallKind.SUBMIT, "POST", "/", Instant.EPOCH, Duration.ZERO, false,
				new Answer.Received(200, Map.of(), "{}", false));
	}

}
