package dev.tickmark.report;

import java.io.IOException;
import java.util.List;

/** A file, or several, that a report consists of. It is written while the rows pass. */
interface ReportPart extends AutoCloseable {

	/** Adds a row; rows come in the order of the payee file. */
	void write(ResultLine line) throws IOException;

	/**
	 * Ends it, when all rows have passed.
	 * @return the names of the files that it wrote
	 */
	List<String> finish(RunSummary summary) throws IOException;

	/** Lets go of everything; what is not finished is thrown away by others. */
	@Override
	void close() throws IOException;

}
