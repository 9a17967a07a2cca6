package dev.tickmark.payee;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallTests {

	/** A number stands for a call that is no repeat, with an r for one that is. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1           | 0 | one call
			1, 2, 3     | 0 | polls
			1, 2r       | 1 | asked again, since the first answer was cut off
			1, 2r, 3r   | 2 | asked again twice
			2r          | 1 | the first was lost
			3r          | 2 | two were lost, one after the other
			1, 3r       | 2 | cut off, then lost, then asked again
			1, 2r, 4r   | 3 | cut off, again cut off, lost
			2r, 4       | 1 | the first was lost, and a poll of the second as well
			""")
	void whatWasLostBeforeARepeatWasOneAsWellUnlessItWasTheFirst(String calls, int repeats, String story) {
		List<Call> made = new ArrayList<>();
		for (String call : calls.split(", ")) {
			made.add(new Call(Integer.parseInt(call.replace("r", "")), CallKind.SUBMIT, "POST", "/", Instant.EPOCH,
					Duration.ZERO, call.endsWith("r"), new Answer.Missing(true, story)));
		}
		assertThat(Call.repeats(made)).as(story).isEqualTo(repeats);
	}

}
