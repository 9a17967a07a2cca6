package dev.tickmark.ledger;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Proves that a run adds up: nothing lost, nothing doubled, nothing claimed that no
 * answer in the journal supports. It trusts nothing but what is stored.
 */
@Repository
public class Balance {

	private final JdbcClient jdbc;

	Balance(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What does not add up, a sentence each; empty when all does. */
	public List<String> faults(long run) {
		// so that this and the report, which look at everything, are planned for what
		// there is
		this.jdbc.sql("analyze verification, call").update();
		return StepChecks.ALL.stream()
			.map((check) -> check.fault(this.jdbc, run))
			.filter((fault) -> !fault.isEmpty())
			.toList();
	}

}
