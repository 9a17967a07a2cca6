package dev.tickmark.ledger.night;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.ledger.ThisProcess;
import dev.tickmark.ledger.Times;

/** When which job was done by itself. */
@Repository
public class Nights {

	/** For how long nights are kept. */
	private static final Duration KEPT = Duration.ofDays(366);

	private final JdbcClient jdbc;

	Nights(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How a job stands; one that was never seen before is known from now on. */
	@Transactional
	public Standing standing(String job, boolean sandbox, Instant now) {
		this.jdbc.sql("insert into night_job (job, sandbox, known_since) values (?, ?, ?) on conflict do nothing")
			.params(job, sandbox, Times.at(now))
			.update();
		return this.jdbc.sql("""
				select greatest(known_since, max(due), max(began_at)) as settled,
					max(due) filter (where night.id is not null and ended_at is null) as begun
				from night_job left join night using (job, sandbox)
				where job = ? and sandbox = ? group by known_since""")
			.params(job, sandbox)
			.query((results, _) -> new Standing(Objects.requireNonNull(Times.read(results, "settled"), "settled"),
					Times.read(results, "begun")))
			.single();
	}

	/** Whether anybody has ever waited for a job's times. */
	public boolean isKnown(String job, boolean sandbox) {
		return this.jdbc.sql("select exists (select 1 from night_job where job = ? and sandbox = ?)")
			.params(job, sandbox)
			.query(Boolean.class)
			.single();
	}

	/** When a job was last begun by itself; nothing when it never was. */
	public Optional<Instant> latest(String job, boolean sandbox) {
		return this.jdbc.sql("select began_at from night where job = ? and sandbox = ? order by due desc limit 1")
			.params(job, sandbox)
			.query((results, _) -> Times.require(results, "began_at"))
			.optional();
	}

	/**
	 * Begins a night, or takes up one that was cut off. The caller holds the job's lock.
	 * @return whether it is still to be done
	 */
	@Transactional
	public boolean begin(String job, boolean sandbox, Instant due, Instant now) {
		return this.jdbc.sql("""
				insert into night (job, sandbox, due, began_at, node) values (?, ?, ?, ?, ?)
				on conflict (job, sandbox, due) do update set node = excluded.node where night.ended_at is null""")
			.params(job, sandbox, Times.at(due), Times.at(now), ThisProcess.name())
			.update() == 1;
	}

	/** When a night began that has. */
	public Instant began(String job, boolean sandbox, Instant due) {
		return this.jdbc.sql("select began_at from night where job = ? and sandbox = ? and due = ?")
			.params(job, sandbox, Times.at(due))
			.query((results, _) -> Times.require(results, "began_at"))
			.single();
	}

	/** Notes that a night has taken all that had come in. */
	public void taken(String job, boolean sandbox, Instant due, Instant now) {
		this.jdbc.sql("update night set taken_at = ? where job = ? and sandbox = ? and due = ?")
			.params(Times.at(now), job, sandbox, Times.at(due))
			.update();
	}

	/** Whether it has. */
	public boolean hasTaken(String job, boolean sandbox, Instant due) {
		return this.jdbc.sql(
				"select exists (select 1 from night where job = ? and sandbox = ? and due = ? and taken_at is not null)")
			.params(job, sandbox, Times.at(due))
			.query(Boolean.class)
			.single();
	}

	/**
	 * Notes that a night is done, and with it those before that were cut off; removes old
	 * ones.
	 */
	@Transactional
	public void end(String job, boolean sandbox, Instant due, Instant now) {
		this.jdbc.sql("update night set ended_at = ? where job = ? and sandbox = ? and due <= ? and ended_at is null")
			.params(Times.at(now), job, sandbox, Times.at(due))
			.update();
		this.jdbc.sql("delete from night where job = ? and sandbox = ? and began_at < ? and ended_at is not null")
			.params(job, sandbox, Times.at(now.minus(KEPT)))
			.update();
	}

}
