package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;

import org.assertj.core.api.AbstractDurationAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Party;

import static org.assertj.core.api.Assertions.assertThat;

class LaneForecastTests {

	private static final Usual ONE_CALL = usual(1, Duration.ZERO);

	@Test
	void aLaneIsAtWorkAsLongAsItsCallsTakeAndTheLastAnswer() {
		Lane lane = ScriptedLane.of("50/1s");
		LaneForecast forecast = forecast(lane, usual(1.2, Duration.ZERO), 1000, 0, null);
		assertThat(forecast.calls()).isEqualTo(1200);
		assertThat(forecast.inTime()).isEqualTo(1200);
		assertAbout(forecast.time(), Duration.ofMillis(24_100));
		assertThat(forecast.until()).isEqualTo(forecast.time());
		assertThat(forecast.leftOf(1000)).isZero();
	}

	@Test
	void aLongWindowIsABudgetThatIsSpentEarly() {
		Lane lane = ScriptedLane.of("50/1s", "1000/1m");
		assertAbout(forecast(lane, ONE_CALL, 900, 0, null).time(), Duration.ofMillis(18_100));
		assertAbout(forecast(lane, ONE_CALL, 1001, 0, null).time(), Duration.ofMillis(60_120));
	}

	@Test
	void whatWaitsForAnotherLookTakesOneCallEach() {
		LaneForecast forecast = forecast(ScriptedLane.of("50/1s"), usual(3, Duration.ZERO), 0, 100, null);
		assertThat(forecast.calls()).isEqualTo(100);
	}

	@Test
	void aFewSlowAnswersAreWaitedForWhenTheyTakeLongerThanTheCalls() {
		Usual slow = usual(2, Duration.ofSeconds(7));
		assertAbout(forecast(ScriptedLane.of("50/1s"), slow, 50, 0, null).time(), Duration.ofMillis(8100));
		assertAbout(forecast(ScriptedLane.of("50/1s"), slow, 5000, 0, null).time(), Duration.ofMillis(200_100));
	}

	@Test
	void nothingToAskTakesNoTime() {
		assertThat(forecast(ScriptedLane.of("50/1s"), usual(2, Duration.ofSeconds(7)), 0, 0, null))
			.isEqualTo(new LaneForecast(0, Duration.ZERO, 0, Duration.ZERO));
	}

	@Test
	void atTheDeadlineTheRestIsLeft() {
		LaneForecast forecast = forecast(ScriptedLane.of("50/1s"), ONE_CALL, 1000, 0, Duration.ofSeconds(5));
		assertAbout(forecast.time(), Duration.ofMillis(20_100));
		assertThat(forecast.until()).isEqualTo(Duration.ofSeconds(5));
		assertThat(forecast.inTime()).isBetween(245L, 255L);
		assertThat(forecast.leftOf(1000)).isEqualTo(1000 - forecast.inTime());
		assertThat(forecast.leftOf(2000)).as("rows that share questions").isEqualTo(2 * (1000 - forecast.inTime()));
	}

	@Test
	void withoutADeadlineTheQuotaOfTheDayEndsIt() {
		Lane lane = ScriptedLane.of("50/1s", "600/1d");
		lane.remember(Collections.nCopies(100, Instant.now().minusSeconds(3600)));
		LaneForecast forecast = forecast(lane, ONE_CALL, 1000, 0, null);
		assertThat(forecast.inTime()).isEqualTo(500);
		assertThat(forecast.leftOf(1000)).isEqualTo(500);
		assertAbout(forecast.until(), Duration.ofMillis(10_100));
		assertThat(forecast.time()).isGreaterThan(Duration.ofHours(22));
	}

	@Test
	void aDeadlineInTheNextDayIsWaitedFor() {
		LaneForecast forecast = forecast(ScriptedLane.of("50/1s", "600/1d"), ONE_CALL, 1000, 0, Duration.ofDays(2));
		assertThat(forecast.inTime()).isEqualTo(1000);
		assertAbout(forecast.time(), Duration.ofDays(1).plusMillis(8100));
	}

	@Test
	void whoSharesALaneWaitsForTheOthersTurns() {
		Lane lane = ScriptedLane.of("50/1s", "600/1d");
		Party other = lane.join("run 2");
		other.expects(100);
		assertAbout(forecast(lane, ONE_CALL, 50, 0, null).time(), Duration.ofMillis(2100));
		assertAbout(forecast(lane, ONE_CALL, 400, 0, null).time(), Duration.ofMillis(10_100));
		assertThat(forecast(lane, ONE_CALL, 1000, 0, null).inTime()).as("of the day's quota").isEqualTo(500);
		assertThat(forecast(lane, ONE_CALL, 1000, 0, Duration.ofSeconds(4)).inTime()).isBetween(95L, 105L);
		lane.leave(other);
		assertAbout(forecast(lane, ONE_CALL, 50, 0, null).time(), Duration.ofMillis(1100));
	}

	@Test
	void aDeadlineThatHasPassedLeavesNoTime() {
		Instant now = Instant.now();
		assertThat(LaneForecast.until(now.minusSeconds(5), now)).isEqualTo(Duration.ZERO);
		assertThat(LaneForecast.until(now.plusSeconds(5), now)).isEqualTo(Duration.ofSeconds(5));
		assertThat(LaneForecast.until(null, now)).isNull();
	}

	private static Usual usual(double calls, Duration waiting) {
		return new Usual(500, calls, 1, Duration.ofMillis(100), waiting);
	}

	private static AbstractDurationAssert<?> assertAbout(Duration actual, Duration expected) {
		return assertThat(actual).isCloseTo(expected, Duration.ofMillis(60));
	}

	private static LaneForecast forecast(Lane lane, Usual usual, long toAsk, long waiting, @Nullable Duration left) {
		Party party = lane.join("run 1");
		try {
			return LaneForecast.of(lane, party, usual, toAsk, waiting, left);
		}
		finally {
			lane.leave(party);
		}
	}

}
