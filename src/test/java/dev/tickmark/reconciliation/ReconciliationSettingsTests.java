package dev.tickmark.reconciliation;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReconciliationSettingsTests {

	@Test
	void theEndsOfWhatIsAllowedAreAllowed() {
		assertThat(new ReconciliationSettings(Duration.ofMillis(1), 1).attempts()).isOne();
		assertThat(new ReconciliationSettings(Duration.ofHours(24), 20).patience()).isEqualTo(Duration.ofDays(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT24H0.001S" })
	void patienceThatMakesNoSenseIsRefusedWithItsKey(Duration patience) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ReconciliationSettings(patience, 3))
			.withMessageStartingWith("tickmark.reconciliation.patience: ")
			.withMessageContaining(patience.toString());
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 21 })
	void attemptsThatMakeNoSenseAreRefusedWithTheirKey(int attempts) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ReconciliationSettings(Duration.ofMinutes(10), attempts))
			.withMessage("tickmark.reconciliation.attempts: must be from 1 to 20, was " + attempts);
	}

}
