package dev.tickmark.ledger;

/**
 * How often a provider was asked again what it may have been asked, and paid for,
 * already. A call that was lost with its process is not in the journal, but keeps its
 * number: where one that repeats follows on a gap, those in the gap were repeats as well,
 * but for the very first.
 */
final class Repeats {

	/** The number of repeats that a call stands for, for a call named {@code c}. */
	static final String OF_CALL = """
			case when c.repeated then c.number - coalesce((
				select max(earlier.number) from call earlier
				where earlier.verification_id = c.verification_id and earlier.number < c.number), 1) else 0 end""";

	private Repeats() {
	}

}
