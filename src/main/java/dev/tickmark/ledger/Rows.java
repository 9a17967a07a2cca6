package dev.tickmark.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of payee files. */
@Repository
public class Rows {

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	Rows(DataSource dataSource, JdbcClient jdbc) {
		this.dataSource = dataSource;
		this.jdbc = jdbc;
	}

	/**
	 * Stores all rows of a run and makes one verification of equal questions. All of it
	 * happens in one transaction, so that a file is taken in whole or not at all.
	 * @param filler puts the rows in; what it throws undoes everything
	 */
	@Transactional(rollbackFor = Exception.class)
	public <X extends Exception> void load(long run, Filler<X> filler) throws X {
		CopySink.Totals totals = copy(run, filler);
		// PostgreSQL itself looks only after a minute, and plans as if there were no rows
		// until then: it would sort them all to find the questions
		this.jdbc.sql("analyze payee_row").update();
		this.jdbc
			.sql("""
					insert into verification (run_id, provider, question, first_row, row_count, state, may_fall_back)
					select run_id, provider, question, min(number), count(*), 'READY', bool_or(fallback_provider is not null)
					from payee_row
					where run_id = ? and problem is null
					group by run_id, provider, question order by min(number)""")
			.param(run)
			.update();
		int runs = this.jdbc.sql("update run set row_count = ?, line_total = ?, character_total = ? where id = ?")
			.params(totals.rows(), totals.lines(), totals.characters(), run)
			.update();
		if (runs != 1) {
			throw new IllegalStateException("there is no run " + run);
		}
		this.jdbc.sql("analyze verification").update();
		if (totals.fallbacks()) {
			shareWithFallbacks(run);
		}
	}

	/** What is asked anyway is not asked once more by a row that falls back to it. */
	private void shareWithFallbacks(long run) {
		this.jdbc.sql("""
				update verification v set fallback = true where run_id = :run and exists (
					select 1 from payee_row r where r.run_id = v.run_id and r.fallback_provider = v.provider
						and r.fallback_question = v.question)""").param("run", run).update();
	}

	private <X extends Exception> CopySink.Totals copy(long run, Filler<X> filler) throws X {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			CopySink sink = new CopySink(run, connection.unwrap(PGConnection.class));
			try {
				filler.fill(sink);
				return sink.finish();
			}
			finally {
				sink.abandon();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the rows could not be stored", ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the rows could not be stored", ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	/** Puts the rows of a file into a sink. */
	@FunctionalInterface
	public interface Filler<X extends Exception> {

		void fill(RowSink sink) throws X, IOException;

	}

}
