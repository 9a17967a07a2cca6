package dev.tickmark.report.payment;

import java.io.IOException;
import java.io.InputStream;

/**
 * The payment message as it came in: a pain.001 that was read from end to end before. It
 * is opened several times, also while it is open already, and is the same each time.
 */
@FunctionalInterface
public interface Original {

	/** Opens it at its first byte; whoever opens it closes it. */
	InputStream open() throws IOException;

}
