package dev.tickmark.ledger.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.Json;
import dev.tickmark.ledger.Streaming;
import dev.tickmark.ledger.Times;

/**
 * Keeps by what the rows of a run are found. It is made when somebody first looks at a
 * run, so that runs which nobody looks at cost nothing; whoever makes it at the same time
 * makes the same.
 */
@Repository
public class RowRegister {

	private static final int BATCH = 2000;

	private final JdbcClient jdbc;

	private final JdbcTemplate streaming;

	private final TransactionTemplate reading;

	private final TransactionTemplate writing;

	RowRegister(JdbcClient jdbc, JdbcTemplate template, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.streaming = Streaming.over(template);
		this.reading = new TransactionTemplate(transactions);
		this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.reading.setReadOnly(true);
		this.writing = new TransactionTemplate(transactions);
		this.writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Whether it is there, and nothing has changed since by what rows are found. */
	public boolean isComplete(long run) {
		Optional<Long> known = this.jdbc.sql("select fallen_back from listed_run where run_id = ?")
			.param(run)
			.query(Long.class)
			.optional();
		return known.isPresent() && known.get() == fallenBack(run);
	}

	/**
	 * Makes it, or brings it up to date.
	 * @param key by what a row with these fields is found
	 */
	public void complete(long run, Function<List<String>, RowKey> key) {
		long fallenBack = fallenBack(run);
		boolean there = this.jdbc.sql("select 1 from listed_run where run_id = ?")
			.param(run)
			.query(Integer.class)
			.optional()
			.isPresent();
		if (there) {
			follow(run);
		}
		else {
			make(run, key);
		}
		this.jdbc.sql("""
				insert into listed_run (run_id, fallen_back, listed_at) values (?, ?, ?)
				on conflict (run_id) do update set fallen_back = excluded.fallen_back""")
			.params(run, fallenBack, Times.at(Instant.now()))
			.update();
	}

	private long fallenBack(long run) {
		return this.jdbc.sql("select count(*) from payee_row where run_id = ? and fell_back_from is not null")
			.param(run)
			.query(Long.class)
			.single();
	}

	/** What has fallen back asks something else since. */
	private void follow(long run) {
		this.jdbc.sql("""
				update listed_row l set verification_id = v.id
				from payee_row r join verification v on v.run_id = r.run_id and v.provider = r.provider
					and v.question = r.question and v.fallback
				where r.run_id = :run and r.fell_back_from is not null and l.run_id = :run and l.number = r.number
					and l.verification_id is distinct from v.id""").param("run", run).update();
	}

	private void make(long run, Function<List<String>, RowKey> key) {
		List<Entry> batch = new ArrayList<>(BATCH);
		this.reading.executeWithoutResult((_) -> {
			this.streaming.execute("set local work_mem = '64MB'");
			this.streaming.query("""
					select r.number, r.line, r.fields, v.id from payee_row r
					left join verification v on v.run_id = r.run_id and v.provider = r.provider
						and v.question = r.question
					where r.run_id = ? order by r.number""", (results) -> {
				batch.add(read(results, key));
				if (batch.size() == BATCH) {
					store(run, batch);
					batch.clear();
				}
			}, run);
		});
		store(run, batch);
		// PostgreSQL itself looks only after a minute, and takes the way for a few rows
		// until then
		this.jdbc.sql("analyze listed_row").update();
	}

	private static Entry read(ResultSet results, Function<List<String>, RowKey> key) throws SQLException {
		long id = results.getLong("id");
		@Nullable Long verification = results.wasNull() ? null : id;
		return new Entry(results.getLong("number"), results.getLong("line"), verification,
				key.apply(Json.strings(results.getString("fields"))));
	}

	private void store(long run, List<Entry> entries) {
		this.writing.executeWithoutResult((_) -> this.jdbc.sql("""
				insert into listed_row (run_id, number, line, verification_id, name_key, reference_key, account_end)
				select :run, * from unnest(:numbers, :lines, :verifications, :names, :references, :ends)
				on conflict (run_id, number) do update set verification_id = excluded.verification_id""")
			.param("run", run)
			.param("numbers", entries.stream().map(Entry::number).toArray(Long[]::new))
			.param("lines", entries.stream().map(Entry::line).toArray(Long[]::new))
			.param("verifications", entries.stream().map(Entry::verification).toArray(Long[]::new))
			.param("names", entries.stream().map((entry) -> entry.key().name()).toArray(String[]::new))
			.param("references", entries.stream().map((entry) -> entry.key().reference()).toArray(String[]::new))
			.param("ends", entries.stream().map((entry) -> entry.key().accountEnd()).toArray(String[]::new))
			.update());
	}

	private record Entry(long number, long line, @Nullable Long verification, RowKey key) {

	}

}
