package dev.tickmark.benchmark;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tickmark.benchmark.GreedySchedule.Window;

import static org.assertj.core.api.Assertions.assertThat;

class GreedyScheduleTests {

	private static final Window FIFTY_A_SECOND = new Window(50, Duration.ofSeconds(1));

	private static final Window THOUSAND_A_MINUTE = new Window(1000, Duration.ofMinutes(1));

	@Test
	void withOneWindowItIsTheCallsDividedByTheRate() {
		assertThat(bound(900, FIFTY_A_SECOND)).isEqualTo(Duration.ofSeconds(18));
		assertThat(bound(0, FIFTY_A_SECOND)).isZero();
	}

	@Test
	void aLongerWindowMayBeUsedUpEarly() {
		assertThat(bound(900, FIFTY_A_SECOND, THOUSAND_A_MINUTE)).isEqualTo(Duration.ofSeconds(18));
		assertThat(bound(1000, THOUSAND_A_MINUTE, FIFTY_A_SECOND)).isEqualTo(Duration.ofSeconds(20));
	}

	@Test
	void oneThatIsUsedUpIsWaitedForUntilItsFirstCallIsForgotten() {
		assertThat(bound(1001, FIFTY_A_SECOND, THOUSAND_A_MINUTE)).isEqualTo(Duration.ofMillis(60_020));
		assertThat(bound(2000, FIFTY_A_SECOND, THOUSAND_A_MINUTE)).isEqualTo(Duration.ofSeconds(80));
		assertThat(bound(2001, FIFTY_A_SECOND, THOUSAND_A_MINUTE)).isEqualTo(Duration.ofMillis(120_020));
	}

	private static Duration bound(int calls, Window... windows) {
		return new GreedySchedule(List.of(windows)).bound(calls);
	}

}
