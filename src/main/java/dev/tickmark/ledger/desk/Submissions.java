package dev.tickmark.ledger.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What programs have submitted, each once: by the key that the program gives it (the
 * header {@code Idempotency-Key}).
 */
@Repository
public class Submissions {

	/** Who began and has not come to an end by then has died with its process. */
	private static final Duration GIVEN_UP = Duration.ofMinutes(15);

	private final JdbcClient jdbc;

	Submissions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Begins one, unless it was begun before.
	 * @param owner the login name of the key's owner
	 */
	public Begun begin(String owner, String key, Instant now) {
		int begun = this.jdbc.sql("""
				insert into submission as s (owner, idempotency_key, begun_at) values (:owner, :key, :now)
				on conflict (owner, idempotency_key) do update set begun_at = excluded.begun_at
				where s.upload_id is null and s.begun_at < :before""")
			.param("owner", owner)
			.param("key", key)
			.param("now", at(now))
			.param("before", at(now.minus(GIVEN_UP)))
			.update();
		return (begun == 1) ? new Begun(true, null) : new Begun(false, find(owner, key).orElse(null));
	}

	private Optional<Long> find(String owner, String key) {
		return this.jdbc
			.sql("select upload_id from submission where owner = ? and idempotency_key = ? and upload_id is not null")
			.params(owner, key)
			.query(Long.class)
			.optional();
	}

	/**
	 * The file was taken.
	 * @param begun when it began
	 * @return false when it took so long that another one has begun since
	 */
	public boolean taken(String owner, String key, Instant begun, long upload) {
		return this.jdbc.sql("""
				update submission set upload_id = ?
				where owner = ? and idempotency_key = ? and begun_at = ? and upload_id is null""")
			.params(upload, owner, key, at(begun))
			.update() == 1;
	}

	/** Nothing was taken: the key may be used again. */
	public void withdraw(String owner, String key, Instant begun) {
		this.jdbc.sql("""
				delete from submission
				where owner = ? and idempotency_key = ? and begun_at = ? and upload_id is null""")
			.params(owner, key, at(begun))
			.update();
	}

	private static OffsetDateTime at(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	/**
	 * Whether it is begun now.
	 *
	 * @param now whether it is this one that takes the file
	 * @param upload what another one has taken; null while it is at it
	 */
	public record Begun(boolean now, @Nullable Long upload) {

	}

}
