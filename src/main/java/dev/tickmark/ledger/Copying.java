package dev.tickmark.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Streams many tuples into a table with COPY, in the transaction of the caller. */
@Component
class Copying {

	private static final int BUFFER = 1 << 16;

	private final DataSource dataSource;

	Copying(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Copies what a filler brings.
	 * @param into the table, with its columns in parentheses
	 * @param filler what it throws undoes everything
	 */
	<X extends Exception> void copy(String into, Filler<X> filler) throws X {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			PGCopyOutputStream copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class),
					"copy " + into + " from stdin with (format binary)", BUFFER);
			try {
				BinaryCopy tuples = new BinaryCopy(copy);
				filler.fill(tuples);
				tuples.close();
			}
			finally {
				if (copy.isActive()) {
					copy.cancelCopy();
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the tuples could not be stored", ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the tuples could not be stored", ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	/** Brings the tuples. */
	@FunctionalInterface
	interface Filler<X extends Exception> {

		void fill(BinaryCopy tuples) throws X, IOException;

	}

}
