package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.List;

/**
 * What the rows of a table are about, and so what is looked for in its first record.
 *
 * @param <L> how such a table is laid out
 */
interface Table<L> {

	/** What a first record makes of it. */
	Heading<L> heading(Path file, Records.Found first);

	/** Names for the columns of a table that has no header. */
	List<String> names(int width);

	/** What it has one row for, in a message: "payee". */
	String about();

}
