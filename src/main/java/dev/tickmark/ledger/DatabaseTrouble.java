package dev.tickmark.ledger;

import java.sql.SQLException;
import java.util.Optional;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;

/** Says in a sentence what is wrong with the database, for the person who can mend it. */
public final class DatabaseTrouble {

	private DatabaseTrouble() {
	}

	/**
	 * What an exception tells of the database; empty when it is not about it.
	 * @return a sentence or two, without any value that was to be stored
	 */
	public static Optional<String> in(Throwable exception) {
		SQLException innermost = null;
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof DatabaseUnavailable unavailable) {
				return Optional.of(String.valueOf(unavailable.getMessage()));
			}
			if (cause instanceof SQLException sql) {
				// the server's own word, below the pool's
				innermost = sql;
			}
		}
		return Optional.ofNullable(innermost).map(DatabaseTrouble::sentence);
	}

	/**
	 * What an exception tells a person, whatever it is about. What it says itself may
	 * quote what was verified, so that only its name is given.
	 */
	public static String orOther(RuntimeException exception) {
		return in(exception).orElseGet(() -> "Something went wrong inside Tickmark ("
				+ exception.getClass().getSimpleName() + "); the log file has the details.");
	}

	/**
	 * PostgreSQL's classes of errors, with those of the system below it.
	 *
	 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Error
	 * codes</a>
	 */
	private static String sentence(SQLException sql) {
		String state = (sql.getSQLState() != null) ? sql.getSQLState() : "";
		String message = String.valueOf(sql.getMessage()).lines().findFirst().orElse("");
		if (state.equals("53300") || state.equals("53400")) {
			return "The database has no connection left (" + message + "). Let it have more, or end who uses them.";
		}
		if (state.equals("53100") || message.contains("could not extend file")
				|| message.contains("could not write to file")) {
			return "The database cannot store any more (" + message + "). Make room for it.";
		}
		return switch (state.isEmpty() ? "" : state.substring(0, 2)) {
			case "08", "28", "3D", "53", "57", "58", "" -> "The database cannot be used: "
					+ message.replaceFirst("\\.$", "")
					+ ". Check that the server is up, and spring.datasource.url, .username and .password where they are set.";
			// what else it says may quote what was to be stored
			default -> "The database failed (SQLSTATE " + state + "); the log file has the details.";
		};
	}

}
