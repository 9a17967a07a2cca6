package dev.tickmark.ledger;

import java.util.Objects;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last rule for lines of a statement: the same payee, within the tolerance, those
 * first that are nearest in time.
 * <p>
 * Where there is much to compare it goes out from equal times step by step: what is
 * nearer comes first anyway, and what has its pair is compared no more. So no statement
 * of SQL takes longer than a server may be silent, unless more payments than that look
 * the same within one second.
 */
@Repository
public class PayeeMatching {

	/** So many are compared, sorted and stored within two minutes on a small machine. */
	private static final long PAIRS_AT_ONCE = 5_000_000;

	/** A step less wide is not taken: most statements have no finer times. */
	private static final long LEAST_STEP_MICROS = 1_000_000;

	/**
	 * What names a call that is here, or says the same as a line that has its call, is
	 * not about another call of the same payee. What this rule itself has matched before
	 * says nothing of that.
	 */
	private static final String NAMELESS = """
			and not exists (select 1 from statement_charge o
				where o.reconciliation_id = l.reconciliation_id and o.reference = l.reference)
			and not exists (select 1 from statement_line o join statement_match m
					on m.reconciliation_id = o.reconciliation_id and m.line_number = o.number and m.rule <> 'PAYEE_AND_TIME'
				where o.reconciliation_id = l.reconciliation_id and o.kind = l.kind and o.reference = l.reference)
			and not exists (select 1 from statement_line o join statement_match m
					on m.reconciliation_id = o.reconciliation_id and m.line_number = o.number and m.rule <> 'PAYEE_AND_TIME'
				where o.reconciliation_id = l.reconciliation_id and o.kind = l.kind and o.request_id = l.request_id)""";

	private static final String MICROS = "(extract(epoch from %s) * 1000000)::bigint as at";

	private static final String PAYEE = "lower(btrim(regexp_replace(%s.name, '\\s+', ' ', 'g'))) as payee";

	/**
	 * Lines and calls that may be pairs: of the same kind, the same end of the account
	 * (the statement shows at least one), and of slots of time that the step touches. A
	 * slot is as wide as the step, which lies on either side of a line's time, so it
	 * touches two slots at most on each side.
	 */
	private static final String CANDIDATES = """
			with l as materialized (
				select l.number, l.kind, l.reference, l.request_id, l.account, %s, %s,
					regexp_replace(regexp_replace(l.account, '[\\\\%%_]', '\\\\\\&', 'g'), '\\*+', '%%', 'g') as pattern,
					case when position('*' in right(l.account, 4)) = 0 then 'right'
						when position('*' in left(l.account, 4)) = 0 then 'left' end as side %s %s),
			c as materialized (select c.number, c.kind, c.reference, c.request_id, c.account, %s, %s %s),
			step as (select l.*, (l.at - :to + 1) / :width as first, (l.at + :to - 1) / :width as last from l),
			line as (select step.*, case side when 'right' then right(account, 4) else left(account, 4) end as shown,
					unnest(array[first, first + 1, case when last - 1 > first + 1 then last - 1 end,
						case when last > first + 1 then last end]) as slot
				from step where side is not null),
			charge as (select c.*, 'right' as side, right(account, 4) as shown, at / :width as slot from c
				union all select c.*, 'left', left(account, 4), at / :width from c
				where exists (select 1 from l where l.side = 'left'))
			"""
		.formatted(MICROS.formatted("l.charged_at"), PAYEE.formatted("l"), StatementMatching.LINES, NAMELESS,
				MICROS.formatted("c.sent_at"), PAYEE.formatted("c"), StatementMatching.CHARGES);

	private static final String COUNT = CANDIDATES + """
			select coalesce(sum(l.lines * c.charges), 0)
			from (select kind, side, shown, slot, count(*) as lines from line group by 1, 2, 3, 4) l
			join (select kind, side, shown, slot, count(*) as charges from charge group by 1, 2, 3, 4) c
				using (kind, side, shown, slot)""";

	/** What has its pair already is in conflict with the next. */
	private static final String MATCH = CANDIDATES + """
			insert into statement_match (reconciliation_id, line_number, charge_number, rule)
			select :id, l.number, c.number, 'PAYEE_AND_TIME' from line l join charge c using (kind, side, shown, slot)
			where abs(l.at - c.at) >= :from and abs(l.at - c.at) < :to
				and (l.reference is null or c.reference is null) and (l.request_id is null or c.request_id is null)
				and (l.payee is null or c.payee is null or l.payee = c.payee)
				and c.account like l.pattern
			order by abs(l.at - c.at), l.number, c.number
			on conflict do nothing""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final long pairsAtOnce;

	@Autowired
	PayeeMatching(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this(jdbc, transactions, PAIRS_AT_ONCE);
	}

	PayeeMatching(JdbcClient jdbc, PlatformTransactionManager transactions, long pairsAtOnce) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.pairsAtOnce = pairsAtOnce;
	}

	/**
	 * Matches by the payee and the time, where nothing else is known.
	 * @param goOn is called before each step; what it throws ends the matching
	 * @return how many were matched
	 */
	public long match(StatementScope scope, Runnable goOn) {
		// times are as far apart as the tolerance at most, the next microsecond is not
		long end = scope.tolerance().toNanos() / 1000 + 1;
		long matched = 0;
		for (long from = 0, to; from < end; from = to) {
			to = stepEnd(scope, from, end, goOn);
			goOn.run();
			matched += take(scope, from, to);
		}
		return matched;
	}

	/** How far a step may go that has not too many pairs to look at. */
	private long stepEnd(StatementScope scope, long from, long end, Runnable goOn) {
		long to = end;
		while (to - from > LEAST_STEP_MICROS) {
			goOn.run();
			long pairs = candidates(scope, from, to);
			if (pairs <= this.pairsAtOnce) {
				break;
			}
			// as many the wider, about; half of that, so that few are counted in vain
			double part = (double) this.pairsAtOnce / pairs / 2;
			to = from + Math.max(LEAST_STEP_MICROS, (long) ((to - from) * part));
		}
		return Math.min(to, end);
	}

	private long candidates(StatementScope scope, long from, long to) {
		return Objects.requireNonNull(this.transaction.execute((_) -> {
			prepare();
			return step(COUNT, scope, from, to).query(Long.class).single();
		}));
	}

	private long take(StatementScope scope, long from, long to) {
		return Objects.requireNonNull(this.transaction.execute((_) -> {
			prepare();
			int matched = step(MATCH, scope, from, to).param("from", from).update();
			this.jdbc.sql("analyze statement_match").update();
			return (long) matched;
		}));
	}

	private void prepare() {
		WorkMemory.take(this.jdbc);
		// of conditions like these the server expects next to nothing, and would compare
		// each line with each call
		this.jdbc.sql("set local enable_nestloop = off").update();
	}

	private JdbcClient.StatementSpec step(String sql, StatementScope scope, long from, long to) {
		return this.jdbc.sql(sql).param("id", scope.reconciliation()).param("to", to).param("width", to - from);
	}

}
