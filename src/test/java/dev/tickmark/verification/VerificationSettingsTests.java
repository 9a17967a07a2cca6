package dev.tickmark.verification;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import dev.tickmark.provider.Misconfigured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import dev.tickmark.verification.definition.Deadline;

class VerificationSettingsTests {

	private static final ZonedDateTime START = ZonedDateTime.parse("2026-03-01T16:40:00Z");

	@ParameterizedTest
	@ValueSource(strings = { "2026-02-28T16:00", "yesterday", "24:30", "16.55", "-1h", "0s" })
	void aDeadlineThatIsPastOrNoneIsRefusedWithItsKey(String text) {
		BindException refused = catchThrowableOfType(BindException.class, () -> bind(text));
		assertThat(Misconfigured.of(refused)).hasMessage("Configuration: tickmark.verification.deadline: \"" + text
				+ "\" is no deadline: give a duration such as 45m or 2h, or a time of day such as 16:55");
	}

	@Test
	void theCommandsDeadlineComesBeforeTheSettings() {
		VerificationSettings settings = bind("16:55");
		assertThat(settings.deadline(null, START)).isEqualTo(Instant.parse("2026-03-01T16:55:00Z"));
		assertThat(settings.deadline(Deadline.parse("5m"), START)).isEqualTo(Instant.parse("2026-03-01T16:45:00Z"));
		assertThat(new VerificationSettings(null).deadline(null, START)).isNull();
	}

	@Test
	void aTimeOfDayThatHasPassedIsTomorrows() {
		assertThat(bind("16:30").deadline(null, START)).isEqualTo(Instant.parse("2026-03-02T16:30:00Z"));
	}

	private static VerificationSettings bind(String deadline) {
		return new Binder(new MapConfigurationPropertySource(Map.of("tickmark.verification.deadline", deadline)))
			.bind("tickmark.verification", VerificationSettings.class)
			.get();
	}

}
