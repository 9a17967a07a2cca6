package dev.tickmark.report;

import java.io.IOException;

/** A part of a report that needs the rows once more, when all of them have passed. */
interface SecondPass {

	/** Whether it needs them at all; asked when all have passed once. */
	boolean wanted();

	void beginAgain(RunSummary summary) throws IOException;

	/** Adds a row; the same rows come in the same order as before. */
	void writeAgain(ResultLine line) throws IOException;

}
