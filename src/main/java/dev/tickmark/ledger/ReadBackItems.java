package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;

/** What came of reading verifications back. */
@Repository
public class ReadBackItems {

	private final JdbcClient jdbc;

	private final JdbcClient streaming;

	ReadBackItems(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
		this.streaming = JdbcClient.create(Streaming.over(template));
	}

	/**
	 * Hands over what was read back, in the order of the runs and their rows.
	 * @param differences whether only that is wanted which somebody has to look into
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public void each(long reconciliation, boolean differences, Consumer<ReadBackItem> reader) {
		this.streaming.sql("""
				select b.*, b.reference as provider_reference, v.run_id, v.row_count, v.checked_at, r.line, r.payee
				from read_back b join verification v on v.id = b.verification_id
				join payee_row r on r.run_id = v.run_id and r.number = v.first_row
				where b.reconciliation_id = ? and b.result = any(?) order by v.run_id, r.number, v.id""")
			.params(reconciliation, ComparisonResult.names(ReadBackResult.class, differences))
			.query((results) -> {
				reader.accept(read(results));
			});
	}

	/** How many there are of each result at each provider. */
	public List<ProviderCount> byProvider(long reconciliation) {
		return this.jdbc.sql("""
				select provider, result, count(*) as items from read_back
				where reconciliation_id = ? and result is not null group by 1, 2 order by 1, 2""")
			.param(reconciliation)
			.query((results, _) -> new ProviderCount(new ProviderName(results.getString("provider")),
					ReadBackResult.valueOf(results.getString("result")), results.getLong("items")))
			.list();
	}

	private static ReadBackItem read(ResultSet results) throws SQLException {
		@Nullable String was = results.getString("was");
		return new ReadBackItem(ReadBackResult.valueOf(results.getString("result")), results.getLong("run_id"),
				results.getLong("line"), results.getLong("row_count"),
				Json.payee(results.getString("payee")).get(Column.REFERENCE),
				new ProviderName(results.getString("provider")), results.getString("reference"),
				(was != null) ? Verdict.valueOf(was) : null, results.getString("difference"), Findings.read(results),
				Times.read(results, "checked_at"), Times.require(results, "read_at"));
	}

	/** So many of a result at a provider. */
	public record ProviderCount(ProviderName provider, ReadBackResult result, long items) {

	}

}
