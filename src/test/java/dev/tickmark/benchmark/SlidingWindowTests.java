package dev.tickmark.benchmark;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.tickmark.benchmark.GreedySchedule.Window;

import static org.assertj.core.api.Assertions.assertThat;

class SlidingWindowTests {

	private static final Window TWO_A_SECOND = new Window(2, Duration.ofSeconds(1));

	@Test
	void aCallIsOutOfTheWindowWhenTheSpanHasPassed() {
		SlidingWindow calls = new SlidingWindow(new long[] { 0, 500_000, 1_000_000, 1_500_000 });
		assertThat(calls.violations(TWO_A_SECOND)).isZero();
		assertThat(calls.peak(Duration.ofSeconds(1))).isEqualTo(2);
	}

	@Test
	void aMicrosecondEarlyIsAViolation() {
		SlidingWindow calls = new SlidingWindow(new long[] { 0, 500_000, 999_999, 1_500_000 });
		assertThat(calls.violations(TWO_A_SECOND)).isEqualTo(1);
		assertThat(calls.peak(Duration.ofSeconds(1))).isEqualTo(3);
	}

}
