package dev.tickmark.verification;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RemainingTests {

	private final AtomicInteger found = new AtomicInteger();

	@Test
	void itIsNotFoundOutAgainEveryTimeSomebodyLooks() {
		Remaining remaining = new Remaining(() -> {
			this.found.incrementAndGet();
			return Duration.ofSeconds(30);
		});
		Duration first = remaining.look();
		await().until(() -> remaining.look().compareTo(first) < 0);
		assertThat(this.found).hasValue(1);
		assertThat(remaining.look()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
		await().until(() -> !remaining.look().isZero() && this.found.get() > 1);
	}

	@Test
	void itIsNeverLessThanNothing() {
		Remaining remaining = new Remaining(() -> Duration.ofNanos(1));
		remaining.look();
		assertThat(remaining.look()).isZero();
	}

}
