package dev.tickmark.ledger;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.embedded.EmbeddedServer;

/**
 * Tells those who can do without a ledger whether there is one, and makes none for them.
 */
@Component
public class LedgerPresence {

	private final ObjectProvider<JdbcClient> jdbc;

	private final Environment environment;

	LedgerPresence(ObjectProvider<JdbcClient> jdbc, Environment environment) {
		this.jdbc = jdbc;
		this.environment = environment;
	}

	/** Looks for the ledger; an embedded server that is there is started for that. */
	public Found look() {
		if (!EmbeddedDatabaseConfiguration.isAnotherConfigured(this.environment)
				&& !EmbeddedServer.isIn(EmbeddedDatabaseConfiguration.folder(this.environment))) {
			return new Found.Nothing();
		}
		try {
			boolean there = this.jdbc.getObject()
				.sql("select to_regclass('call') is not null and to_regclass('pass_lane') is not null")
				.query(Boolean.class)
				.single();
			return there ? new Found.Ledger() : new Found.Nothing();
		}
		catch (RuntimeException ex) {
			Optional<String> why = DatabaseTrouble.in(ex);
			if (why.isEmpty()) {
				throw ex;
			}
			return new Found.Unusable(why.get());
		}
	}

	/** What there is. */
	public sealed interface Found {

		/** A ledger that can be read. */
		record Ledger() implements Found {

		}

		/** None was ever made. */
		record Nothing() implements Found {

		}

		/**
		 * There may be one, and it cannot be read.
		 *
		 * @param why a sentence or two
		 */
		record Unusable(String why) implements Found {

		}

	}

}
