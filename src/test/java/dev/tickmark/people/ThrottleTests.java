package dev.tickmark.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottleTests {

	private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

	private final List<Instant> failed = new ArrayList<>();

	@Test
	void fourFailuresOfANameAreNoReasonToWait() {
		fail(0, 1, 2, 3);
		assertThat(Throttle.NAME.waitUntil(this.failed, at(3))).isEmpty();
		assertThat(Throttle.NAME.waitUntil(List.of(), NOON)).isEmpty();
	}

	@Test
	void withTheFifthWithinAQuarterOfAnHourAMinuteIsWaited() {
		fail(0, 1, 2, 3, 894);
		assertThat(Throttle.NAME.waitUntil(this.failed, at(894))).contains(at(954));
		assertThat(Throttle.NAME.waitUntil(this.failed, at(953))).contains(at(954));
		assertThat(Throttle.NAME.waitUntil(this.failed, at(954))).isEmpty();
	}

	@Test
	void withTheFifthLaterThanThatItIsNot() {
		fail(0, 1, 2, 3, 900);
		assertThat(Throttle.NAME.waitUntil(this.failed, at(900))).isEmpty();
		fail(901);
		assertThat(Throttle.NAME.waitUntil(this.failed, at(901))).as("four and one are within the window").isEmpty();
	}

	@Test
	void whoFailsAgainAfterAWaitWaitsTwiceAsLongUpToABound() {
		fail(0, 0, 0, 0, 0);
		List<Long> waits = new ArrayList<>();
		Instant moment = NOON;
		for (int i = 0; i < 7; i++) {
			Instant end = Throttle.NAME.waitUntil(this.failed, moment).orElseThrow();
			waits.add(Duration.between(moment, end).toMinutes());
			moment = end;
			this.failed.add(moment);
		}
		assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 15L, 15L, 15L);
	}

	@Test
	void anHourAfterAWaitItBeginsAnew() {
		fail(0, 0, 0, 0, 0);
		long later = 60 + 3600;
		fail(later);
		assertThat(Throttle.NAME.waitUntil(this.failed, at(later))).isEmpty();
		fail(later, later, later, later);
		assertThat(Throttle.NAME.waitUntil(this.failed, at(later))).contains(at(later + 60));
	}

	@Test
	void anAddressMayFailTwentyTimes() {
		for (int i = 0; i < 19; i++) {
			fail(i);
		}
		assertThat(Throttle.ADDRESS.waitUntil(this.failed, at(19))).isEmpty();
		fail(19);
		assertThat(Throttle.ADDRESS.waitUntil(this.failed, at(19))).contains(at(79));
	}

	@Test
	void inADayAboutAHundredPasswordsOfOneNameCanBeTried() {
		// whoever tries at the first moment it is allowed
		Instant moment = NOON;
		while (moment.isBefore(NOON.plus(Duration.ofDays(1)))) {
			moment = Throttle.NAME.waitUntil(this.failed, moment).orElse(moment);
			this.failed.add(moment);
		}
		assertThat(this.failed).hasSizeBetween(95, 110);
	}

	private void fail(long... seconds) {
		for (long second : seconds) {
			this.failed.add(at(second));
		}
	}

	private static Instant at(long second) {
		return NOON.plusSeconds(second);
	}

}
