package dev.tickmark.ledger.browse;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bounds what a person's question may cost the database; it holds for the transaction.
 */
final class Hurry {

	private Hurry() {
	}

	static void atMost(JdbcClient jdbc, Duration time) {
		jdbc.sql("set local statement_timeout = " + time.toMillis()).update();
		jdbc.sql("set local work_mem = '32MB'").update();
	}

}
