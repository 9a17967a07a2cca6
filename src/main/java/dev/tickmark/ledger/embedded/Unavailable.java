package dev.tickmark.ledger.embedded;

/** Puts a failure of PostgreSQL's into one sentence for the operator. */
final class Unavailable {

	private Unavailable() {
	}

	/**
	 * Names the folder, what is wrong, what to do where that is known, and what to read.
	 * @param what what is wrong, as a predicate
	 * @param tail the last lines of the server's log that tell of it; may be empty
	 */
	static DatabaseUnavailable because(ServerFolder folder, String what, String tail) {
		String said = tail.isEmpty() ? "" : ", which says: " + tail;
		return new DatabaseUnavailable("The embedded database in %s %s%s (see %s%s)".formatted(folder.path(), what,
				advice(tail), folder.log(), said));
	}

	private static String advice(String tail) {
		if (tail.contains("cannot be run as root")
				|| tail.contains("execution of the PostgreSQL server is not permitted")) {
			return ": PostgreSQL does not run as root and this machine does not permit \"unshare -U\", so run Tickmark as an ordinary user, or set spring.datasource.url to a PostgreSQL of your own";
		}
		if (tail.contains("No space left on device")) {
			return ": the disk is full";
		}
		if (tail.contains("Permission denied")) {
			return ": PostgreSQL may not use a file or folder there; each folder above it must be open to this user";
		}
		return "";
	}

}
