package dev.tickmark.ledger.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.ledger.Findings;
import dev.tickmark.ledger.Json;
import dev.tickmark.ledger.Streaming;
import dev.tickmark.ledger.Times;
import dev.tickmark.payee.Problem;

/**
 * The rows of a run, for looking at: they are found by what {@link RowRegister} has of
 * them, and shown with what the ledger has at this moment.
 */
@Repository
public class RowList {

	/** More rows than these are counted by nobody. */
	public static final int MOST_COUNTED = 10_000;

	/** More rows than these are on no page, be it one that a program reads. */
	public static final int MOST_SHOWN = 1000;

	/** Whoever waits longer has gone away. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** Who reads all rows reads them in this time. */
	public static final Duration LONGEST = Duration.ofMinutes(15);

	private static final String SELECT = """
			select r.number, r.line, p.fields, p.problem_column, p.problem, v.provider, v.verdict, v.account_state,
				v.name_match, v.account_type_match, v.basis, v.reason, v.reason_code, v.suggested_name,
				v.provider_reference, v.checked_at, coalesce(v.attempts, 0) as attempts,
				coalesce((select bool_or(c.sandbox) from call c where c.verification_id = v.id),
					v.reused_from is not null and (select sandbox from run where id = r.run_id)) as sandbox,
				case when v.reused_from is not null
					then (select o.run_id from verification o where o.id = v.reused_from) end as reused_run
			from %s r join payee_row p on p.run_id = r.run_id and p.number = r.number
			""" + RowSql.JOIN;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate streaming;

	RowList(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.streaming = new NamedParameterJdbcTemplate(Streaming.over(template));
	}

	/** A page of rows, in their order. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public List<ListedRow> page(long run, RowFilter filter, RowPage page) {
		boolean back = page.side() == RowPage.Side.BEFORE;
		boolean forwards = page.descending() == back;
		RowSql rows = new RowSql(run, filter);
		if (page.side() != RowPage.Side.FROM_START) {
			rows.after(page.order(), page.descending(), forwards, page.row());
		}
		String order = RowSql.orderBy(page.order(), page.descending(), forwards);
		hurry();
		List<ListedRow> found = this.jdbc
			.sql("with page as materialized (select r.* from listed_row r %s %s %s limit :limit offset :skipped) %s %s"
				.formatted(RowSql.JOIN, rows.where(), order, SELECT.formatted("page"), order))
			.params(rows.parameters())
			.param("limit", Math.clamp(page.size(), 1, MOST_SHOWN))
			.param("skipped", page.skipped())
			.query(RowList::read)
			.list();
		return back ? found.reversed() : found;
	}

	/** How many rows there are; {@link #MOST_COUNTED} and one when there are more. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public int count(long run, RowFilter filter) {
		RowSql rows = new RowSql(run, filter);
		hurry();
		return this.jdbc
			.sql("select count(*) from (select 1 from listed_row r %s %s limit %d) found".formatted(RowSql.JOIN,
					rows.where(), MOST_COUNTED + 1))
			.params(rows.parameters())
			.query(Integer.class)
			.single();
	}

	/** Hands over all rows, in the order of the file, however many they are. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public void each(long run, RowFilter filter, Consumer<ListedRow> reader) {
		RowSql rows = new RowSql(run, filter);
		Hurry.atMost(this.jdbc, LONGEST);
		this.streaming.query("%s %s %s".formatted(SELECT.formatted("listed_row"), rows.where(),
				RowSql.orderBy(RowOrder.LINE, false, true)), rows.parameters(), (results) -> {
					reader.accept(read(results, 0));
				});
	}

	private void hurry() {
		Hurry.atMost(this.jdbc, PATIENCE);
	}

	private static ListedRow read(ResultSet results, int number) throws SQLException {
		@Nullable String problem = results.getString("problem");
		long reused = results.getLong("reused_run");
		return new ListedRow(results.getLong("number"), results.getLong("line"),
				Json.strings(results.getString("fields")),
				(problem != null) ? new Problem(results.getString("problem_column"), problem) : null,
				results.getString("provider"), Findings.read(results), Times.read(results, "checked_at"),
				results.getInt("attempts"), results.getBoolean("sandbox"), (reused != 0) ? reused : null);
	}

}
