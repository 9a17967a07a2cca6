package dev.tickmark.verification;

import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import dev.tickmark.verification.definition.Deadline;

class DeadlineTests {

	private static final ZonedDateTime START = ZonedDateTime.parse("2026-03-01T16:40:00+01:00[Europe/Berlin]");

	@Test
	void aDurationCountsFromTheStart() {
		assertThat(Deadline.parse("45m").from(START)).isEqualTo(START.plusMinutes(45).toInstant());
		assertThat(Deadline.parse("PT1H30M").from(START)).isEqualTo(START.plusMinutes(90).toInstant());
	}

	@Test
	void aTimeOfDayIsTheNextOne() {
		assertThat(Deadline.parse("16:55").from(START)).isEqualTo(START.plusMinutes(15).toInstant());
		assertThat(Deadline.parse("06:00").from(START)).isEqualTo("2026-03-02T05:00:00Z");
	}

	@Test
	void whatIsTakenUpAfterItsTimeOfDayIsOverAndNotDueTomorrow() {
		assertThat(Deadline.parse("16:55").from(START, START.plusMinutes(16).toInstant()))
			.isEqualTo("2026-03-01T15:55:00Z");
		assertThat(Deadline.parse("45m").from(START, START.plusMinutes(16).toInstant()))
			.isEqualTo("2026-03-01T16:41:00Z");
	}

	@Test
	void aMomentIsWhatItIs() {
		assertThat(Deadline.of(START.minusDays(3).toInstant()).from(START)).isEqualTo(START.minusDays(3).toInstant());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "25:00", "-5m", "0s", "16.55", "400d" })
	void anythingElseIsRefusedWithAnExample(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Deadline.parse(text))
			.withMessageContaining("45m")
			.withMessageContaining("16:55");
	}

}
