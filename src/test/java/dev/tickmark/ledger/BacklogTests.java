package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.ProviderName;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class BacklogTests {

	private static final Duration WEEK = Duration.ofDays(7);

	private final Instant now = Instant.now();

	private final ProviderName provider = new ProviderName("p" + UUID.randomUUID().toString().substring(0, 8));

	private final String nightly = UUID.randomUUID().toString();

	private final Backlog backlog;

	private final OwnerLocks locks;

	private final Given given;

	private final Rows rows;

	private final Runs runs;

	private final JdbcClient jdbc;

	BacklogTests(Backlog backlog, OwnerLocks locks, Given given, Rows rows, Runs runs, JdbcClient jdbc) {
		this.backlog = backlog;
		this.locks = locks;
		this.given = given;
		this.rows = rows;
		this.runs = runs;
		this.jdbc = jdbc;
	}

	@Test
	void whatANightContinuesIsCountedFromTheBeginningOfTheOldest() {
		open(this.nightly, false, 3);
		ago(open(this.nightly, false, 2), Duration.ofDays(6));
		assertThat(waiting(false)).singleElement().satisfies((one) -> {
			assertThat(one.verifications()).isEqualTo(5);
			assertThat(one.age()).isCloseTo(Duration.ofDays(6), Duration.ofMinutes(1));
		});
	}

	@Test
	void whatNothingGoesOnWithIsNotCounted() {
		ago(open(this.nightly, false, 1), Duration.ofDays(8));
		open("by-hand", false, 1);
		open(this.nightly, true, 1);
		Run stopped = open(this.nightly, false, 1);
		this.runs.end(stopped.id(), stopped.term(), RunState.STOPPED, "stopped by a person");
		act(stopped, "STOP");
		assertThat(waiting(false)).isEmpty();
		act(stopped, "CONTINUE");
		assertThat(waiting(false)).hasSize(1);
		assertThat(waiting(true)).hasSize(1);
	}

	@Test
	void whatAProcessIsAtWorkOnIsCounted() {
		Run run = this.given.run(new RunKey(Given.key().sha256(), "by-hand", false));
		ask(run, 4);
		ago(run, Duration.ofDays(40));
		assertThat(waiting(false)).isEmpty();
		try (OwnerLocks.Holder holder = this.locks.open()) {
			assertThat(holder.take(run.key().lock())).isTrue();
			assertThat(waiting(false)).singleElement().satisfies((one) -> assertThat(one.verifications()).isEqualTo(4));
		}
		assertThat(waiting(false)).isEmpty();
	}

	private List<Backlog.Waiting> waiting(boolean sandbox) {
		return this.backlog.waiting(sandbox, Map.of(this.nightly, WEEK), this.now)
			.stream()
			.filter((one) -> one.provider().equals(this.provider.value()))
			.toList();
	}

	/** A run that has ended with rows open. */
	private Run open(String job, boolean sandbox, int questions) {
		Run run = this.given.run(new RunKey(Given.key().sha256(), job, sandbox));
		ask(run, questions);
		this.runs.end(run.id(), run.term(), RunState.OPEN, null);
		return run;
	}

	private void ask(Run run, int questions) {
		this.rows.load(run.id(), (sink) -> {
			for (int i = 0; i < questions; i++) {
				Given.ask(sink, i + 2, "payee " + i, this.provider, "question " + i);
			}
		});
	}

	private void ago(Run run, Duration age) {
		this.jdbc.sql("update run set created_at = ? where id = ?")
			.params(Times.at(this.now.minus(age)), run.id())
			.update();
	}

	private void act(Run run, String kind) {
		this.jdbc.sql("insert into act (at, who, through, kind, run_id) values (now(), 'clerk', 'WEB', ?, ?)")
			.params(kind, run.id())
			.update();
	}

}
