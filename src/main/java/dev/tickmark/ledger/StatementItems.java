package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What came of comparing a statement with the journal. */
@Repository
public class StatementItems {

	/** Every line, then every call that surely was made in the period and has no line. */
	private static final String ITEMS = """
			with twice as materialized (
				select distinct l.number from statement_line l
				join statement_line o on o.reconciliation_id = l.reconciliation_id and o.kind = l.kind and o.reference = l.reference
				join statement_match om on om.reconciliation_id = o.reconciliation_id and om.line_number = o.number
				where l.reconciliation_id = :id and l.problem is null and not exists (select 1 from statement_match m
					where m.reconciliation_id = l.reconciliation_id and m.line_number = l.number)
				union
				select l.number from statement_line l
				join statement_line o on o.reconciliation_id = l.reconciliation_id and o.kind = l.kind and o.request_id = l.request_id
				join statement_match om on om.reconciliation_id = o.reconciliation_id and om.line_number = o.number
				where l.reconciliation_id = :id and l.problem is null and not exists (select 1 from statement_match m
					where m.reconciliation_id = l.reconciliation_id and m.line_number = l.number)),
			item as (
				select 0 as side, l.number as position,
					case when l.problem is not null then 'UNREADABLE_LINE'
						when c.number is null and t.number is not null then 'CHARGED_TWICE'
						when c.number is null then case when l.in_period then 'ON_STATEMENT_ONLY' else 'OUTSIDE_PERIOD' end
						when not l.in_period or c.sent_at < :from or c.sent_at >= :to then 'OUTSIDE_PERIOD'
						when (:results and l.meaning is null) or coalesce(c.verdict, 'PENDING') <> all(string_to_array(l.meaning, ' ')) then 'DIFFERENT_RESULT'
						when l.price <> :price or (:prices and l.price is null) then 'DIFFERENT_PRICE' else 'MATCHED' end as outcome,
					coalesce((:results and l.meaning is null) or coalesce(c.verdict, 'PENDING') <> all(string_to_array(l.meaning, ' ')), false) as result_differs,
					coalesce(l.price <> :price, :prices and l.price is null) as price_differs,
					l.line, l.reference as line_reference, l.request_id, l.charged_at, coalesce(l.kind, l.kind_written) as line_kind,
					l.result, l.price, l.currency, l.account, l.in_period as line_in_period, l.problem, m.rule,
					c.run_id, c.verification_id, c.call_number, c.kind, c.sent_at, c.reference, c.verdict, c.in_period,
					null::timestamptz as call_at
				from statement_line l
				left join statement_match m on m.reconciliation_id = l.reconciliation_id and m.line_number = l.number
				left join statement_charge c on c.reconciliation_id = l.reconciliation_id and c.number = m.charge_number
				left join twice t on t.number = l.number
				where l.reconciliation_id = :id
				union all
				select 1, c.number, 'IN_JOURNAL_ONLY', false, false, null, null, c.request_id, null, null, null, null, null,
					null, null, null, null, c.run_id, c.verification_id, c.call_number, c.kind, c.sent_at, c.reference,
					c.verdict, c.in_period, c.sent_at
				from statement_charge c where c.reconciliation_id = :id and c.certain and c.in_period
					and not exists (select 1 from statement_match m
						where m.reconciliation_id = c.reconciliation_id and m.charge_number = c.number))
			""";

	private static final String TOTALS = """
			with line as (select %1$s as label, count(*) as lines, sum(price) as amount from statement_line l
				where l.reconciliation_id = :id and l.problem is null group by 1),
			charge as (select %2$s as label, count(*) as calls from statement_charge c
				where c.reconciliation_id = :id and (c.certain and c.in_period or exists (select 1 from statement_match m
					where m.reconciliation_id = c.reconciliation_id and m.charge_number = c.number)) group by 1)
			select coalesce(l.label, c.label, '') as label, coalesce(l.lines, 0) as lines, l.amount,
				coalesce(c.calls, 0) as calls
			from line l full join charge c on c.label = l.label order by 1""";

	private final JdbcClient jdbc;

	private final JdbcClient streaming;

	StatementItems(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
		this.streaming = JdbcClient.create(Streaming.over(template));
	}

	/** How many there are of each result. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public Map<StatementResult, Long> counts(StatementScope scope, @Nullable BigDecimal price) {
		WorkMemory.take(this.jdbc);
		Map<StatementResult, Long> counts = new EnumMap<>(StatementResult.class);
		with(this.jdbc.sql(ITEMS + "select outcome, count(*) as items from item group by 1"), scope, price)
			.query((results) -> {
				counts.put(StatementResult.valueOf(results.getString("outcome")), results.getLong("items"));
			});
		return counts;
	}

	/**
	 * Hands over every item: the lines in the order of the file, then the calls without
	 * one in the order of their time.
	 * @param price what a line should cost; null when that is not known
	 * @param differences whether only those are wanted that somebody has to look into
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public void each(StatementScope scope, @Nullable BigDecimal price, boolean differences,
			Consumer<StatementItem> reader) {
		WorkMemory.take(this.jdbc);
		with(this.streaming
			.sql(ITEMS + "select * from item where outcome = any(:wanted) order by side, call_at, position"), scope,
				price)
			.param("wanted", ComparisonResult.names(StatementResult.class, differences))
			.query((results) -> {
				reader.accept(read(results, scope));
			});
	}

	/** Both sides by the kind of call. */
	public List<StatementTotal> byKind(long reconciliation) {
		return totals(TOTALS.formatted("coalesce(l.kind, l.kind_written)", "c.kind"), reconciliation, ZoneId.of("UTC"));
	}

	/** Both sides by the day, in a zone. */
	public List<StatementTotal> byDay(long reconciliation, ZoneId zone) {
		// PostgreSQL takes an offset for one to the west, unless it is an interval
		String there = (zone.normalized() instanceof ZoneOffset) ? ":zone::interval" : ":zone";
		return totals(TOTALS.formatted("to_char(l.charged_at at time zone %s, 'YYYY-MM-DD')".formatted(there),
				"to_char(c.sent_at at time zone %s, 'YYYY-MM-DD')".formatted(there)), reconciliation, zone);
	}

	private List<StatementTotal> totals(String sql, long reconciliation, ZoneId zone) {
		return this.jdbc.sql(sql)
			.param("id", reconciliation)
			.param("zone", (zone.normalized() instanceof ZoneOffset offset) ? seconds(offset) : zone.getId())
			.query((results, _) -> new StatementTotal(results.getString("label"), results.getLong("lines"),
					results.getBigDecimal("amount"), results.getLong("calls")))
			.list();
	}

	private static String seconds(ZoneOffset offset) {
		return offset.getTotalSeconds() + " seconds";
	}

	private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, StatementScope scope,
			@Nullable BigDecimal price) {
		return statement.param("id", scope.reconciliation())
			.param("from", Times.at(scope.from()))
			.param("to", Times.at(scope.to()))
			.param("price", price, Types.NUMERIC)
			.param("results", scope.results())
			.param("prices", scope.prices() && price != null);
	}

	private static StatementItem read(ResultSet results, StatementScope scope) throws SQLException {
		return new StatementItem(StatementResult.valueOf(results.getString("outcome")),
				(results.getInt("side") == 0) ? line(results) : null, results.getString("rule"),
				charged(results, scope));
	}

	private static StatementItem.Line line(ResultSet results) throws SQLException {
		return new StatementItem.Line(results.getLong("line"), results.getString("line_reference"),
				results.getString("request_id"), Times.read(results, "charged_at"), results.getString("line_kind"),
				results.getString("result"), results.getBoolean("result_differs"), results.getBigDecimal("price"),
				results.getBoolean("price_differs"), results.getString("currency"), results.getString("account"),
				results.getBoolean("line_in_period"), results.getString("problem"));
	}

	private static StatementItem.@Nullable Charged charged(ResultSet results, StatementScope scope)
			throws SQLException {
		long verification = results.getLong("verification_id");
		if (results.wasNull()) {
			return null;
		}
		Instant sentAt = Times.require(results, "sent_at");
		boolean atEdge = sentAt.isBefore(scope.period().from().plus(scope.tolerance()))
				|| !sentAt.isBefore(scope.period().to().minus(scope.tolerance()));
		return new StatementItem.Charged(results.getLong("run_id"), verification, results.getInt("call_number"),
				results.getString("kind"), sentAt, results.getString("reference"), results.getString("verdict"),
				results.getBoolean("in_period"), atEdge);
	}

}
