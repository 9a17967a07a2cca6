package dev.tickmark.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds for each line of a statement the call that it charges, rule by rule, each on what
 * the ones before have left. A line is matched once and a call is matched once: the keys
 * of the table refuse anything else.
 */
@Repository
public class StatementMatching {

	/**
	 * Also those of which something cannot be read: what they charge is not missing. What
	 * is given back charges nothing.
	 */
	static final String LINES = """
			from statement_line l where l.reconciliation_id = :id and l.kind is not null
				and not coalesce(l.price < 0, false)
				and not exists (select 1 from statement_match m
					where m.reconciliation_id = l.reconciliation_id and m.line_number = l.number)""";

	static final String CHARGES = """
			from statement_charge c where c.reconciliation_id = :id
				and not exists (select 1 from statement_match m
					where m.reconciliation_id = c.reconciliation_id and m.charge_number = c.number)""";

	/**
	 * Of lines that name the same, those of the period come first, and then the earliest.
	 */
	private static final String LINE_ORDER = "l.in_period desc, l.charged_at nulls last, l.number";

	/** Of calls that have the same name, those that were surely made come first. */
	private static final String CHARGE_ORDER = "c.certain desc, c.in_period desc, c.sent_at, c.number";

	/**
	 * Pairs the first line with the first call of the same name, the second with the
	 * second.
	 */
	private static final String BY_NAME = """
			insert into statement_match (reconciliation_id, line_number, charge_number, rule)
			select :id, l.number, c.number, '%1$s'
			from (select l.number, l.kind, %2$s as name,
					row_number() over (partition by (%2$s) collate "C", l.kind order by %4$s) as place %5$s and %2$s is not null) l
			join (select c.number, c.kind, %3$s as name,
					row_number() over (partition by (%3$s) collate "C", c.kind order by %6$s) as place %7$s and %3$s is not null) c
				on c.name = l.name and c.kind = l.kind and c.place = l.place""";

	static final String BY_REFERENCE = byName("REFERENCE", "l.reference", "c.reference");

	private static final String BY_REQUEST_ID = byName("REQUEST_ID", "l.request_id", "c.request_id");

	/**
	 * A spreadsheet drops leading zeros, and some write letters in the other case. Only
	 * where no two references become one by that.
	 */
	private static final String BY_REFERENCE_WRITTEN_OTHERWISE = byName("REFERENCE_WRITTEN_OTHERWISE",
			"case when ltrim(lower(l.reference), '0') in (select name from one_line) then ltrim(lower(l.reference), '0') end",
			"case when ltrim(lower(c.reference), '0') in (select name from one_charge) then ltrim(lower(c.reference), '0') end");

	private static final String UNAMBIGUOUS = """
			with one_line as materialized (select ltrim(lower(l.reference), '0') as name
				from statement_line l where l.reconciliation_id = :id and l.reference is not null
				group by 1 having count(distinct l.reference) = 1),
			one_charge as materialized (select ltrim(lower(c.reference), '0') as name
				from statement_charge c where c.reconciliation_id = :id and c.reference is not null
				group by 1 having count(distinct c.reference) = 1)
			""";

	private final JdbcClient jdbc;

	StatementMatching(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private static String byName(String rule, String line, String charge) {
		return BY_NAME.formatted(rule, line, charge, LINE_ORDER, LINES, CHARGE_ORDER, CHARGES);
	}

	/** Matches by the provider's reference. */
	@Transactional
	public long byReference(long reconciliation) {
		return matched(BY_REFERENCE, reconciliation);
	}

	/** Matches by the reference, but for letters' case and leading zeros. */
	@Transactional
	public long byReferenceWrittenOtherwise(long reconciliation) {
		return matched(UNAMBIGUOUS + BY_REFERENCE_WRITTEN_OTHERWISE, reconciliation);
	}

	/** Matches by what we called the request. */
	@Transactional
	public long byRequestId(long reconciliation) {
		return matched(BY_REQUEST_ID, reconciliation);
	}

	private long matched(String sql, long reconciliation) {
		WorkMemory.take(this.jdbc);
		int matched = this.jdbc.sql(sql).param("id", reconciliation).update();
		this.jdbc.sql("analyze statement_match").update();
		return matched;
	}

	/** How many lines are without a match, though they can be read. */
	public long left(long reconciliation) {
		return this.jdbc.sql("select count(*) " + LINES).param("id", reconciliation).query(Long.class).single();
	}

}
