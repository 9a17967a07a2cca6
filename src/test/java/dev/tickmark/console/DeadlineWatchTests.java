package dev.tickmark.console;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineWatchTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final DeadlineWatch watch = new DeadlineWatch(NOON.plusSeconds(600));

	@Test
	void theAnswerIsGivenOnceAndAgainWhenItChanges() {
		assertThat(this.watch.look(Duration.ofSeconds(300), NOON))
			.hasValueSatisfying((said) -> assertThat(said).endsWith(" will be met, with about 5 min 00 s to spare."));
		assertThat(this.watch.look(Duration.ofSeconds(290), NOON.plusSeconds(5))).isEmpty();
		assertThat(this.watch.look(Duration.ofSeconds(700), NOON.plusSeconds(10))).hasValueSatisfying(
				(said) -> assertThat(said).endsWith(" will not be met: about 1 min 50 s more would be needed."));
		assertThat(this.watch.look(Duration.ofSeconds(690), NOON.plusSeconds(15))).isEmpty();
		assertThat(this.watch.look(Duration.ofSeconds(400), NOON.plusSeconds(20))).isPresent();
	}

	@Test
	void whatHangsInTheBalanceIsNoNews() {
		this.watch.look(Duration.ofSeconds(590), NOON);
		assertThat(this.watch.look(Duration.ofSeconds(605), NOON)).isEmpty();
		assertThat(this.watch.look(Duration.ofSeconds(615), NOON)).isPresent();
	}

}
