package dev.tickmark.report.reconciliation;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Items of a reconciliation, one after the other: there may be a million of them. Each
 * has a cell for every column; none is null.
 */
@FunctionalInterface
public interface Items {

	/** Hands on every item, always in the same order. */
	void each(Consumer<List<String>> item) throws IOException;

}
