package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds for each payment of a bank's report the row of the run, and compares the two. */
@Repository
public class BankMatching {

	private static final String PAYMENTS = """
			from bank_payment p where p.reconciliation_id = :id and not exists (select 1 from bank_match m
				where m.reconciliation_id = p.reconciliation_id and m.payment_number = p.number)""";

	private static final String ROWS = """
			from bank_row r where r.reconciliation_id = :id and not exists (select 1 from bank_match m
				where m.reconciliation_id = r.reconciliation_id and m.row_number = r.number)""";

	/**
	 * Pairs the first payment with the first row of the same name, the second with the
	 * second.
	 */
	private static final String BY_NAME = """
			insert into bank_match (reconciliation_id, payment_number, row_number, rule)
			select :id, p.number, r.number, '%1$s'
			from (select p.number, p.account, %2$s as name, row_number() over (partition by %2$s order by p.number) as place
					%4$s and %2$s is not null) p
			join (select r.number, r.account, %3$s as name, row_number() over (partition by %3$s order by r.number) as place
					%5$s and %3$s is not null) r on r.name = p.name and r.place = p.place
			where %6$s""";

	/** Unless the accounts are two different ones, as far as the bank shows it. */
	private static final String SAME_ACCOUNT = """
			(p.account is null or r.account is null or p.account = r.account
				or (p.account ~ '[*…]' and (right(p.account, 4) ~ '[*…]' or right(p.account, 4) = right(r.account, 4))))""";

	/**
	 * Ids are the debtor's own and may be there twice: first together with the account,
	 * which a bank may mask or leave away, then alone where they are there once.
	 */
	private static final String[] RULES = { byName("UETR", "%s.uetr"),
			byName("END_TO_END_ID", "%1$s.end_to_end_id || ' ' || %1$s.account"),
			alone("END_TO_END_ID", "end_to_end_id"),
			byName("INSTRUCTION_ID", "%1$s.instruction_id || ' ' || %1$s.account"),
			alone("INSTRUCTION_ID", "instruction_id"),
			byName("ACCOUNT_AND_NAME",
					"%1$s.account || ' ' || lower(btrim(regexp_replace(%1$s.name, '\\s+', ' ', 'g'))) || ' ' || trim_scale(%1$s.amount)"),
			byName("ACCOUNT_AND_NAME",
					"%1$s.account || ' ' || lower(btrim(regexp_replace(%1$s.name, '\\s+', ' ', 'g')))") };

	private static final String ITEMS = """
			with item as (
				select 0 as side, p.number as position, case
						when r.number is null then 'NOT_IN_RUN'
						when not p.decided then 'NOT_CLEAR'
						when r.code = 'PDNG' then 'OPEN_HERE'
						when p.code in ('PDNG', 'RVNC') then 'NOT_CLEAR'
						when r.code = p.code then 'SAME' else 'DIFFERENT_VERDICT' end as outcome,
					m.rule, r.line, p.line as report_line, coalesce(p.end_to_end_id, r.end_to_end_id) as end_to_end_id,
					coalesce(p.account, r.account) as account, coalesce(r.name, p.name) as name,
					coalesce(p.amount, r.amount) as amount, r.code, p.code as bank_code, p.suggested_name
				from bank_payment p
				left join bank_match m on m.reconciliation_id = p.reconciliation_id and m.payment_number = p.number
				left join bank_row r on r.reconciliation_id = p.reconciliation_id and r.number = m.row_number
				where p.reconciliation_id = :id
				union all
				select 1, r.number, case when :implied::text is null then 'NOT_IN_REPORT'
						when r.code = 'PDNG' then 'OPEN_HERE' when r.code = :implied then 'SAME' else 'DIFFERENT_VERDICT' end,
					case when :implied::text is not null then 'COUNTED' end, r.line, null, r.end_to_end_id, r.account, r.name,
					r.amount, r.code, :implied, null
				%s)
			"""
		.formatted(ROWS);

	private final JdbcClient jdbc;

	private final JdbcClient streaming;

	BankMatching(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
		this.streaming = JdbcClient.create(Streaming.over(template));
	}

	private static String byName(String rule, String name) {
		return BY_NAME.formatted(rule, name.formatted("p"), name.formatted("r"), PAYMENTS, ROWS, "true");
	}

	/** By a name that is there once on each side. */
	private static String alone(String rule, String column) {
		String payment = "case when p.%1$s in (select x.%1$s from bank_payment x where x.reconciliation_id = :id group by 1 having count(*) = 1) then p.%1$s end"
			.formatted(column);
		String row = "case when r.%1$s in (select x.%1$s from bank_row x where x.reconciliation_id = :id group by 1 having count(*) = 1) then r.%1$s end"
			.formatted(column);
		return BY_NAME.formatted(rule, payment, row, PAYMENTS, ROWS, SAME_ACCOUNT);
	}

	/**
	 * Matches payments and rows, from the certain rule to the likely one.
	 * @return how many were matched
	 */
	@Transactional
	public long match(long reconciliation) {
		long matched = 0;
		for (String rule : RULES) {
			matched += this.jdbc.sql(rule).param("id", reconciliation).update();
			this.jdbc.sql("analyze bank_match").update();
		}
		return matched;
	}

	/** How the rows of the run and the payments of the report stand to each other. */
	public Standing standing(long reconciliation) {
		return this.jdbc
			.sql("""
					select (select count(*) from bank_row where reconciliation_id = :id) as all_rows,
						(select count(*) %s) as unlisted, (select count(*) %s) as strange,
						(select count(*) from bank_payment where reconciliation_id = :id and code = 'RCVC') as listed_matches"""
				.formatted(ROWS, PAYMENTS))
			.param("id", reconciliation)
			.query((results, _) -> new Standing(results.getLong("all_rows"), results.getLong("unlisted"),
					results.getLong("strange"), results.getLong("listed_matches")))
			.single();
	}

	/** How many there are of each result. */
	public Map<BankResult, Long> counts(long reconciliation, @Nullable String implied) {
		Map<BankResult, Long> counts = new EnumMap<>(BankResult.class);
		this.jdbc.sql(ITEMS + "select outcome, count(*) as items from item group by 1")
			.param("id", reconciliation)
			.param("implied", implied, Types.VARCHAR)
			.query((results) -> {
				counts.put(BankResult.valueOf(results.getString("outcome")), results.getLong("items"));
			});
		return counts;
	}

	/**
	 * Hands over every payment: those of the report in its order, then the rows that it
	 * does not list.
	 * @param implied what the report's counters say of rows that it does not list; null
	 * when they say nothing
	 * @param differences whether only those are wanted that somebody has to look into
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public void each(long reconciliation, @Nullable String implied, boolean differences, Consumer<BankItem> reader) {
		this.streaming.sql(ITEMS + "select * from item where outcome = any(:wanted) order by side, position")
			.param("id", reconciliation)
			.param("implied", implied, Types.VARCHAR)
			.param("wanted", ComparisonResult.names(BankResult.class, differences))
			.query((results) -> {
				reader.accept(read(results));
			});
	}

	private static BankItem read(ResultSet results) throws SQLException {
		return new BankItem(BankResult.valueOf(results.getString("outcome")), results.getString("rule"),
				number(results, "line"), number(results, "report_line"), results.getString("end_to_end_id"),
				results.getString("account"), results.getString("name"), results.getBigDecimal("amount"),
				results.getString("code"), results.getString("bank_code"), results.getString("suggested_name"));
	}

	private static @Nullable Long number(ResultSet results, String column) throws SQLException {
		long number = results.getLong(column);
		return results.wasNull() ? null : number;
	}

	/**
	 * How the rows of the run and the payments of the report stand to each other.
	 *
	 * @param rows how many rows the run has
	 * @param unlisted how many of them the report does not list
	 * @param strange how many payments of the report are no row
	 * @param listedMatches how many payments the report lists as verified without fault
	 */
	public record Standing(long rows, long unlisted, long strange, long listedMatches) {

	}

}
