package dev.tickmark.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must not be found in a run.
 *
 * @param what its name, to be followed by how many there are
 * @param sql counts it; takes the run by name, as often as it likes
 * @param holds when it must not be found
 */
record MustBeZero(String what, String sql, Holds holds) {

	/** How much of it there is, as a fault; empty when there is none. */
	String fault(JdbcClient jdbc, long run) {
		long count = jdbc.sql(this.sql).param("run", run).query(Long.class).single();
		return (count == 0) ? "" : this.what + ": " + count;
	}

	/**
	 * When a run must be free of something. What is written in one transaction is never
	 * seen half done, so that most holds from the moment the rows are there.
	 */
	enum Holds {

		/** From when the file was taken in, whatever goes on. */
		ONCE_READ,
		/**
		 * From then on, until the run has come to its end; something stricter follows.
		 */
		UNTIL_ENDED,
		/** When the run has come to its end: before, it is merely not done yet. */
		ONCE_ENDED;

		/** Whether it can be asked of a run whose file was taken in. */
		boolean now(boolean ended) {
			return switch (this) {
				case ONCE_READ -> true;
				case UNTIL_ENDED -> !ended;
				case ONCE_ENDED -> ended;
			};
		}

	}

}
