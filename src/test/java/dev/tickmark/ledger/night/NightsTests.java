package dev.tickmark.ledger.night;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.LedgerTest;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class NightsTests {

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private final Instant due = this.now.plusSeconds(60);

	private final Nights nights;

	private final NightLocks locks;

	private final JdbcClient jdbc;

	NightsTests(Nights nights, NightLocks locks, JdbcClient jdbc) {
		this.nights = nights;
		this.locks = locks;
		this.jdbc = jdbc;
	}

	@Test
	void aJobThatWasNeverSeenHasMissedNothing() {
		assertThat(this.nights.standing("new", false, this.now)).isEqualTo(new Standing(this.now, null));
		assertThat(this.nights.standing("new", false, this.now.plusSeconds(5))).isEqualTo(new Standing(this.now, null));
	}

	@Test
	void aNightIsBegunTakenUpAgainAndEndedOnce() {
		this.nights.standing("once", false, this.now);
		Instant began = this.due.plusSeconds(3);
		assertThat(this.nights.begin("once", false, this.due, began)).isTrue();
		assertThat(this.nights.standing("once", false, began)).isEqualTo(new Standing(began, this.due));
		assertThat(this.nights.begin("once", false, this.due, began.plusSeconds(9))).as("it was cut off").isTrue();
		this.nights.end("once", false, this.due, began.plusSeconds(10));
		assertThat(this.nights.begin("once", false, this.due, began.plusSeconds(11))).isFalse();
		assertThat(this.nights.standing("once", false, began)).isEqualTo(new Standing(began, null));
	}

	@Test
	void aRehearsalIsNobodysNight() {
		this.nights.standing("both", false, this.now);
		this.nights.standing("both", true, this.now);
		this.nights.begin("both", true, this.due, this.due);
		assertThat(this.nights.standing("both", false, this.due)).isEqualTo(new Standing(this.now, null));
		assertThat(this.nights.begin("both", false, this.due, this.due)).isTrue();
	}

	@Test
	void aJobsLockIsOnesAtATimeByTheDatabasesClock() {
		String job = "a-name-as-long-as-a-definition-may-have-and-then-a-bit-more-x";
		try (NightLocks.Held _ = this.locks.take(job).orElseThrow()) {
			assertThat(this.locks.take(job)).isEmpty();
			assertThat(this.locks.take("another")).get().satisfies(NightLocks.Held::close);
			assertThat(this.jdbc.sql("""
					select extract(epoch from lock_until - timezone('utc', clock_timestamp())) from shedlock
					where name = ?""").param("night/" + job).query(Double.class).single()).isBetween(1.0, 30.0);
		}
		assertThat(this.locks.take(job)).get().satisfies(NightLocks.Held::close);
	}

}
