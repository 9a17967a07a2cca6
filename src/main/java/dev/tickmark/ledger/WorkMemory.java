package dev.tickmark.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the server may take to sort and join a million rows, in place of writing them to
 * its disk time and again. It holds for the transaction.
 */
final class WorkMemory {

	private WorkMemory() {
	}

	static void take(JdbcClient jdbc) {
		jdbc.sql("set local work_mem = '64MB'").update();
	}

}
