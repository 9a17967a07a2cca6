package dev.tickmark.intake;

/**
 * The first record of a table: the names of its columns.
 *
 * @param <L> how the table is laid out
 */
interface Heading<L> {

	int size();

	/** How many of its columns mean something to us. */
	long known();

	/**
	 * The layout of the table that has this header.
	 * @throws UnreadableFile when no row of it could be used
	 */
	L layout(Format format) throws UnreadableFile;

}
