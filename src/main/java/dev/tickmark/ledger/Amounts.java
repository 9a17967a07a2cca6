package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;

/**
 * Adds the amounts of a run up, row by row: of all rows as they are stored, and once more
 * by the verdict that each of them has.
 */
@Repository
class Amounts {

	/** There are fewer currencies; a file may have anything. */
	private static final int MOST = 300;

	/** Looked into here: PostgreSQL cannot look into JSON that has a NUL somewhere. */
	private static final String ROWS = """
			select r.number, r.fields, r.payee, case when r.problem is not null then 'REJECTED_INPUT'
				when v.id is not null then coalesce(v.verdict, 'PENDING') end as verdict
			from payee_row r
			left join verification v on v.run_id = r.run_id and v.provider = r.provider and v.question = r.question
			where r.run_id = ? order by r.number""";

	private final JdbcTemplate jdbc;

	Amounts(JdbcTemplate jdbc) {
		this.jdbc = Streaming.over(jdbc);
	}

	/** Adds up; the caller has a transaction open. */
	AmountSums of(long run, AmountColumns columns) {
		Adding adding = new Adding(columns);
		this.jdbc.query(ROWS, (results) -> {
			@Nullable String payee = results.getString("payee");
			adding.add(results.getLong("number"), Json.strings(results.getString("fields")),
					(payee != null) ? Json.payee(payee) : null, results.getString("verdict"));
		}, run);
		return adding.sums();
	}

	private static final class Adding {

		private final AmountColumns columns;

		private final Map<String, BigDecimal> sums = new TreeMap<>();

		private final Map<String, Map<String, BigDecimal>> byVerdict = new TreeMap<>();

		private long latest = -1;

		private long unread;

		private long unlike;

		private long notTaken;

		private boolean taken;

		Adding(AmountColumns columns) {
			this.columns = columns;
		}

		/**
		 * Adds a row.
		 * @param payee as it was taken in; null when the row was rejected
		 * @param verdict null when there is no verification of its question; the row
		 * comes once more where there are two
		 */
		void add(long number, List<String> fields, @Nullable Payee payee, @Nullable String verdict) {
			String written = this.columns.written(fields);
			BigDecimal amount = this.columns.read(written);
			String currency = bounded(this.columns.currency(fields));
			if (number != this.latest) {
				compare(written, payee);
				this.unread += (amount == null) ? 1 : 0;
				add(this.sums, currency, amount);
			}
			this.latest = number;
			if (verdict != null) {
				add(this.byVerdict.computeIfAbsent(verdict, (_) -> new TreeMap<>()), currency, amount);
			}
		}

		/** Whether the file's own amount is the one that was taken in with the payee. */
		private void compare(String written, @Nullable Payee payee) {
			if (payee == null) {
				return;
			}
			String own = payee.get(Column.AMOUNT);
			this.taken |= own != null;
			if (own == null) {
				this.notTaken += written.isEmpty() ? 0 : 1;
			}
			else {
				this.unlike += AmountColumns.bare(own).equals(written) ? 0 : 1;
			}
		}

		private static void add(Map<String, BigDecimal> sums, String currency, @Nullable BigDecimal amount) {
			if (amount != null) {
				sums.merge(currency, amount, BigDecimal::add);
			}
		}

		private String bounded(String currency) {
			return (this.sums.containsKey(currency) || this.sums.size() < MOST) ? currency : AmountColumns.OTHERS;
		}

		AmountSums sums() {
			// amounts were not taken in at all before there was a column for them
			return new AmountSums(this.sums, this.byVerdict, this.unread,
					this.unlike + (this.taken ? this.notTaken : 0));
		}

	}

}
