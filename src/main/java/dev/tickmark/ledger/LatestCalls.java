package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;

/** What verifications took of late: from this, forecasts are made. */
@Repository
public class LatestCalls {

	/** Older runs than these say little about the next one. */
	private static final int RUNS = 10;

	private final JdbcClient jdbc;

	LatestCalls(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The calls of a provider's latest concluded verifications, each in order. Of the
	 * run's own it takes any that was asked, so that none has to be sorted.
	 * @param sandbox whether those of runs against the sandbox are meant
	 * @param most no more than so many verifications
	 */
	public List<List<Made>> of(ProviderName provider, boolean sandbox, int most) {
		Map<Long, List<Made>> calls = new LinkedHashMap<>();
		this.jdbc.sql("""
				select c.verification_id, c.kind, c.sent_at, c.took_micros from (
					select v.id from (
						select distinct l.run_id from pass_lane l join run r on r.id = l.run_id
						where l.provider = :provider and r.sandbox = :sandbox order by l.run_id desc limit :runs) latest
					cross join lateral (
						select v.id from verification v where v.run_id = latest.run_id and v.provider = :provider
							and v.state = 'CONCLUDED' and v.attempts > 0 limit :most) v
					order by latest.run_id desc limit :most) sampled
				join call c on c.verification_id = sampled.id order by c.verification_id, c.number""")
			.param("provider", provider.value())
			.param("sandbox", sandbox)
			.param("runs", RUNS)
			.param("most", most)
			.query((results) -> {
				Made made = new Made(CallKind.valueOf(results.getString("kind")), Times.require(results, "sent_at"),
						Duration.ofNanos(results.getLong("took_micros") * 1000));
				calls.computeIfAbsent(results.getLong("verification_id"), (_) -> new ArrayList<>()).add(made);
			});
		return List.copyOf(calls.values());
	}

	/** A call that was made, without what was said. */
	public record Made(CallKind kind, Instant sentAt, Duration took) {

		public Instant answeredAt() {
			return this.sentAt.plus(this.took);
		}

	}

}
