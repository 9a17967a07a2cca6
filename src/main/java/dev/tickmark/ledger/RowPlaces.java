package dev.tickmark.ledger;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds out where rows stand. */
final class RowPlaces {

	/**
	 * Rows come in the order of their lines, so that only those on the same lines are
	 * looked at, and one on either side.
	 */
	private static final String PLACES = """
			with asked as materialized (select r.number, r.line from payee_row r where r.run_id = :run and %s
				order by r.number limit :most),
			on_line as (
				select l.line, coalesce((select b.number from payee_row b where b.run_id = :run
						and b.number < l.first and b.line < l.line order by b.number desc limit 1), 0) as before,
					coalesce((select a.number from payee_row a where a.run_id = :run
						and a.number > l.last and a.line > l.line order by a.number limit 1),
						(select max(m.number) + 1 from payee_row m where m.run_id = :run)) as after
				from (select line, min(number) as first, max(number) as last from asked group by line) l)
			select a.number, a.line, a.number - o.before as nth, o.after - o.before - 1 as on_line
			from asked a join on_line o on o.line = a.line order by a.number""";

	private final JdbcClient jdbc;

	RowPlaces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The first rows of a run that are so, in order.
	 * @param which a condition on the row {@code r}
	 */
	List<RowPlace> of(long run, String which, Map<String, Object> parameters, int most) {
		return this.jdbc.sql(PLACES.formatted(which))
			.param("run", run)
			.param("most", most)
			.params(parameters)
			.query((results, _) -> new RowPlace(results.getLong("number"), results.getLong("line"),
					results.getLong("nth"), results.getLong("on_line")))
			.list();
	}

}
