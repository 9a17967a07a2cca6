package dev.tickmark.ledger.release;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.Streaming;
import dev.tickmark.ledger.Times;
import dev.tickmark.payee.PayableDigest;
import dev.tickmark.payee.Verdict;

/** What can be paid of runs. */
@Repository
public class PayableHalves {

	private static final String ROWS = """
			select r.line, v.id, v.verdict
			from payee_row r
			join verification v on v.run_id = r.run_id and v.provider = r.provider and v.question = r.question
			where r.run_id = ? and (v.verdict = any(?) or v.remembered_match is not null) order by r.number""";

	private final JdbcClient jdbc;

	private final JdbcTemplate streaming;

	private final TransactionTemplate reading;

	PayableHalves(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = JdbcClient.create(jdbc);
		this.streaming = Streaming.over(jdbc);
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	/**
	 * The rows of a run that can be paid, as they are now.
	 * @param payable the verdicts with which a row may be paid; accepted close matches
	 * may be, too
	 */
	public PayableDigest digest(long run, Collection<Verdict> payable) {
		PayableDigest digest = new PayableDigest();
		String[] verdicts = payable.stream().map(Enum::name).toArray(String[]::new);
		this.reading.executeWithoutResult((_) -> this.streaming.query(ROWS, (results) -> {
			digest.add(results.getLong("line"), results.getLong("id"), Verdict.valueOf(results.getString("verdict")));
		}, run, verdicts));
		return digest;
	}

	/** How many rows of a run are close matches that a person has accepted. */
	public long accepted(long run) {
		return this.jdbc.sql(
				"select coalesce(sum(row_count), 0) from verification where run_id = ? and remembered_match is not null")
			.param(run)
			.query(Long.class)
			.single();
	}

	/** Notes what a report has found, in place of what one found before. */
	public void note(PayableHalf half) {
		this.jdbc
			.sql("""
					insert into payable_half (run_id, pass, sha256, row_count, accepted, currencies, amounts, unreadable, found_at)
					values (:run, :pass, :sha256, :rows, :accepted, :currencies, :amounts, :unreadable, :at)
					on conflict (run_id) do update set pass = excluded.pass, sha256 = excluded.sha256,
						row_count = excluded.row_count, accepted = excluded.accepted, currencies = excluded.currencies,
						amounts = excluded.amounts, unreadable = excluded.unreadable,
					found_at = case when payable_half.sha256 = excluded.sha256 and payable_half.pass = excluded.pass
						then payable_half.found_at else excluded.found_at end""")
			.param("run", half.run())
			.param("pass", half.pass())
			.param("sha256", half.sha256())
			.param("rows", half.rows())
			.param("accepted", half.accepted())
			.param("currencies", half.sums().keySet().toArray(String[]::new))
			.param("amounts", half.sums().values().toArray(BigDecimal[]::new))
			.param("unreadable", half.unreadable())
			.param("at", Times.at(half.foundAt()))
			.update();
	}

	/** What the latest report of a run has found; empty when nobody has to release it. */
	public Optional<PayableHalf> find(long run) {
		return this.jdbc.sql("select * from payable_half where run_id = ?")
			.param(run)
			.query(PayableHalves::read)
			.optional();
	}

	static PayableHalf read(ResultSet results, int number) throws SQLException {
		String[] currencies = (String[]) results.getArray("currencies").getArray();
		BigDecimal[] amounts = (BigDecimal[]) results.getArray("amounts").getArray();
		Map<String, BigDecimal> sums = new TreeMap<>();
		for (int i = 0; i < currencies.length; i++) {
			sums.put(currencies[i], amounts[i]);
		}
		return new PayableHalf(results.getLong("run_id"), results.getInt("pass"), results.getString("sha256"),
				results.getLong("row_count"), results.getLong("accepted"), sums, results.getLong("unreadable"),
				Times.require(results, "found_at"));
	}

}
