package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GateTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final Gate gate = new Gate();

	@Test
	void aGateIsOpenAtFirst() {
		assertThat(this.gate.remaining(NOON)).isZero();
		assertThat(this.gate.remaining(Instant.MAX)).isZero();
	}

	@Test
	void itStaysShutAsLongAsTheProviderAskedFor() {
		this.gate.shut(seconds(30), NOON.minusSeconds(1), NOON);
		assertThat(this.gate.remaining(NOON)).isEqualTo(seconds(30));
		assertThat(this.gate.remaining(NOON.plusSeconds(29))).isEqualTo(seconds(1));
		assertThat(this.gate.remaining(NOON.plusSeconds(30))).isZero();
		assertThat(this.gate.remaining(NOON.plusSeconds(31))).isZero();
	}

	@Test
	void itIsShutForASecondAtLeast() {
		this.gate.shut(Duration.ZERO, NOON.minusSeconds(1), NOON);
		assertThat(this.gate.remaining(NOON)).isEqualTo(seconds(1));
	}

	@Test
	void eachRefusalRightAfterMakesItTwiceAsLongUpToAMinute() {
		Instant now = NOON;
		for (int expected : new int[] { 1, 2, 4, 8, 16, 32, 60, 60 }) {
			this.gate.shut(Duration.ZERO, now, now.plusMillis(1));
			now = now.plusMillis(1);
			assertThat(this.gate.remaining(now)).isEqualTo(seconds(expected));
			now = now.plusSeconds(expected);
		}
	}

	@Test
	void whatTheProviderAsksForIsNeverCutShort() {
		this.gate.shut(Duration.ofMinutes(10), NOON.minusSeconds(1), NOON);
		assertThat(this.gate.remaining(NOON)).isEqualTo(Duration.ofMinutes(10));
	}

	@Test
	void callsThatWereInFlightTogetherAreRefusedTogether() {
		this.gate.shut(seconds(1), NOON, NOON.plusMillis(100));
		this.gate.shut(seconds(1), NOON, NOON.plusMillis(200));
		this.gate.shut(seconds(1), NOON.plusMillis(99), NOON.plusMillis(300));
		assertThat(this.gate.remaining(NOON.plusMillis(300))).isEqualTo(seconds(1));
		Instant later = NOON.plusSeconds(2);
		this.gate.shut(Duration.ZERO, later, later.plusMillis(1));
		assertThat(this.gate.remaining(later.plusMillis(1))).as("the second refusal, not the fourth")
			.isEqualTo(seconds(2));
	}

	@Test
	void aLaterRefusalNeverOpensItEarlier() {
		this.gate.shut(seconds(60), NOON.minusSeconds(2), NOON);
		this.gate.shut(seconds(1), NOON.minusSeconds(1), NOON.plusSeconds(1));
		assertThat(this.gate.remaining(NOON.plusSeconds(1))).isEqualTo(seconds(59));
	}

	@Test
	void aCallThatPassedForgetsTheRefusalsBefore() {
		this.gate.shut(Duration.ZERO, NOON, NOON.plusMillis(1));
		this.gate.shut(Duration.ZERO, NOON.plusSeconds(2), NOON.plusSeconds(2).plusMillis(1));
		this.gate.passed(NOON.plusSeconds(5));
		this.gate.shut(Duration.ZERO, NOON.plusSeconds(6), NOON.plusSeconds(7));
		assertThat(this.gate.remaining(NOON.plusSeconds(7))).isEqualTo(seconds(1));
	}

	@Test
	void aCallThatWasSentBeforeTheRefusalProvesNothing() {
		this.gate.shut(Duration.ZERO, NOON, NOON.plusMillis(100));
		this.gate.passed(NOON.plusMillis(50));
		this.gate.shut(Duration.ZERO, NOON.plusSeconds(2), NOON.plusSeconds(3));
		assertThat(this.gate.remaining(NOON.plusSeconds(3))).isEqualTo(seconds(2));
	}

	private static Duration seconds(int seconds) {
		return Duration.ofSeconds(seconds);
	}

}
