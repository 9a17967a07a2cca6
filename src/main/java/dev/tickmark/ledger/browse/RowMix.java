package dev.tickmark.ledger.browse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/** Counts the rows of a run by what came of them. */
@Repository
public class RowMix {

	/** A provider may write any text where its code belongs. */
	private static final int MOST_CODES = 100;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final JdbcClient jdbc;

	RowMix(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public Counts of(long run) {
		Hurry.atMost(this.jdbc, PATIENCE);
		List<Part> parts = new ArrayList<>();
		List<Code> codes = new ArrayList<>();
		this.jdbc.sql("""
				select * from (
					select grouping(provider) as codes, provider, coalesce(verdict, 'PENDING') as verdict,
						coalesce(name_match, '') as name_match, reason_code, sum(row_count)::bigint as rows
					from verification where run_id = ? and row_count > 0
					group by grouping sets ((provider, coalesce(verdict, 'PENDING'), coalesce(name_match, '')),
						(reason_code))) counts
				where codes = 0 or reason_code is not null and length(reason_code) <= ?
				order by codes, rows desc, provider, verdict, reason_code limit 1000""")
			.params(run, RowFilter.LONGEST)
			.query((results, _) -> {
				long rows = results.getLong("rows");
				if (results.getInt("codes") != 0) {
					codes.add(new Code(results.getString("reason_code"), rows));
					return rows;
				}
				String match = results.getString("name_match");
				parts.add(new Part(results.getString("provider"), Verdict.valueOf(results.getString("verdict")),
						match.isEmpty() ? null : NameMatch.valueOf(match), rows));
				return rows;
			})
			.list();
		long rejected = this.jdbc.sql("select count(*) from listed_row where run_id = ? and verification_id is null")
			.param(run)
			.query(Long.class)
			.single();
		if (rejected > 0) {
			parts.add(new Part(null, Verdict.REJECTED_INPUT, null, rejected));
		}
		return new Counts(parts, codes.stream().limit(MOST_CODES).toList());
	}

	/**
	 * What there is in a run.
	 *
	 * @param codes the most frequent reason codes
	 */
	public record Counts(List<Part> parts, List<Code> codes) {

		public Counts {
			parts = List.copyOf(parts);
			codes = List.copyOf(codes);
		}

	}

	/**
	 * Rows that have the same in each of these.
	 *
	 * @param provider null when nobody is asked
	 * @param nameMatch null when there is no answer
	 */
	public record Part(@Nullable String provider, Verdict verdict, @Nullable NameMatch nameMatch, long rows) {

	}

	/** Rows with the same reason code. */
	public record Code(String code, long rows) {

	}

}
