package dev.tickmark.provider;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Answer.Received;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTests {

	@ParameterizedTest
	@ValueSource(strings = { "4510123456", "4510 123456", "45 10  12 34 56", "4510\u00a0123\u00a0456",
			"4510 - 1234 - 56", "4510/1234/56", "4510\u202f1234", "no. 4510.1234", "(45) (10) (12)" })
	void aNumberIsNeverShownHoweverItIsDivided(String number) {
		assertThat(Refusal.isHarmless("the passport " + number + " is wrong")).isFalse();
		String body = "{\"status\":\"error\",\"error\":{\"description\":\"wrong: %s\"}}".formatted(number);
		assertThat(Refusal.of(new Received(400, Map.of(), body, false)).details()).isEmpty();
	}

	@Test
	void wordsAndShortNumbersAreShown() {
		assertThat(Refusal.isHarmless("between 6 and 8 digits, like 12-34")).isTrue();
		String body = "{\"error\":{\"code\":\"5068\",\"fieldErrors\":[{\"field\":\"returnUrl\",\"error\":\"too long\"}]}}";
		assertThat(Refusal.of(new Received(400, Map.of(), body, false))).isEqualTo(new Refusal("5068", "returnUrl"));
	}

}
