package dev.tickmark.ledger.people;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.LedgerTest;
import dev.tickmark.ledger.Times;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class SignInFailuresTests {

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

	private final SignInFailures failures;

	private final JdbcClient jdbc;

	private final String key = "name " + UUID.randomUUID();

	SignInFailuresTests(SignInFailures failures, JdbcClient jdbc) {
		this.failures = failures;
		this.jdbc = jdbc;
	}

	@Test
	void theyAreReadTheEarliestFirst() {
		this.failures.add(this.key, NOW.plusSeconds(2));
		this.failures.add(this.key, NOW);
		this.failures.add(this.key + " another", NOW.plusSeconds(1));
		assertThat(this.failures.of(this.key, NOW)).containsExactly(NOW, NOW.plusSeconds(2));
	}

	@Test
	void whatWasNoneIsTakenBackAndAllOfAKeyForgotten() {
		this.failures.add(this.key, NOW);
		long none = this.failures.add(this.key, NOW.plusSeconds(1));
		this.failures.remove(none);
		assertThat(this.failures.of(this.key, NOW)).containsExactly(NOW);
		this.failures.forget(this.key);
		assertThat(this.failures.of(this.key, NOW)).isEmpty();
	}

	@Test
	void afterADayTheyAreGone() {
		Instant old = NOW.minus(SignInFailures.KEPT).minusSeconds(10);
		this.failures.add(this.key, old);
		assertThat(this.failures.of(this.key, NOW)).isEmpty();
		assertThat(before(NOW.minus(SignInFailures.KEPT))).isPositive();
		this.failures.add(this.key, NOW);
		assertThat(before(NOW.minus(SignInFailures.KEPT))).isZero();
	}

	@Test
	void noNameIsKept() {
		this.failures.add("name Winter2026!passwort", NOW);
		assertThat(this.jdbc.sql("select count(*) from sign_in_failure where sign_in_failure::text ilike '%winter%'")
			.query(Long.class)
			.single()).isZero();
	}

	private long before(Instant moment) {
		return this.jdbc.sql("select count(*) from sign_in_failure where at < ?")
			.param(Times.at(moment))
			.query(Long.class)
			.single();
	}

}
