package dev.tickmark.ledger;

import java.util.Objects;

import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what does not fit into memory; for the rooms within this one. */
public final class Streaming {

	private static final int ROWS = 1000;

	private Streaming() {
	}

	/**
	 * The same database, of which the driver reads so many rows at a time, and not all at
	 * once; but only within a transaction.
	 */
	public static JdbcTemplate over(JdbcTemplate template) {
		JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
		streaming.setFetchSize(ROWS);
		return streaming;
	}

}
