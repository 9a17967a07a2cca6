package dev.tickmark.verification;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.Figures.Forecast;
import dev.tickmark.ledger.Figures.LanePass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A forecast against what it came to. */
class ForetoldTests {

	@Test
	void aRunIsAsLongAsTheSlowestLaneOfEachPass() {
		Foretold foretold = Foretold.of(List.of(pass(1, "banfico", 12, forecast(100, 10)),
				pass(1, "paysway", 9, forecast(50, 11)), pass(2, "banfico", 3, forecast(20, 2))));
		assertThat(foretold).isEqualTo(new Foretold(170, Duration.ofSeconds(13), Duration.ofSeconds(15)));
	}

	@Test
	void aLaneHasItsOwn() {
		List<LanePass> passes = List.of(pass(1, "banfico", 12, forecast(100, 10)), pass(1, "paysway", 9, null));
		Foretold foretold = Objects.requireNonNull(Foretold.of(passes, "banfico"));
		assertThat(foretold).isEqualTo(new Foretold(100, Duration.ofSeconds(10), Duration.ofSeconds(12)));
		assertThat(foretold.error()).isCloseTo(0.2, within(1e-9));
		assertThat(Foretold.of(passes, "paysway")).isNull();
		assertThat(Foretold.of(passes, "paysafe")).isNull();
	}

	@Test
	void aRunOfWhichNotAllWasForecastHasNoForecast() {
		assertThat(Foretold.of(List.of(pass(1, "banfico", 12, null), pass(2, "banfico", 9, forecast(5, 1))))).isNull();
		assertThat(Foretold.of(List.of())).isNull();
	}

	@Test
	void whatTookLessTimeHasAnErrorBelowZero() {
		assertThat(new Foretold(1, Duration.ofSeconds(10), Duration.ofSeconds(9)).error()).isCloseTo(-0.1,
				within(1e-9));
		assertThat(new Foretold(0, Duration.ZERO, Duration.ofSeconds(1)).error()).isZero();
	}

	private static LanePass pass(int pass, String provider, long seconds, @Nullable Forecast forecast) {
		return new LanePass(pass, provider, "10/PT1S", 7, Duration.ofSeconds(seconds), forecast);
	}

	private static Forecast forecast(long calls, long seconds) {
		return new Forecast(calls, Duration.ofSeconds(seconds));
	}

}
