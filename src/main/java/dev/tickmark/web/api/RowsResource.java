package dev.tickmark.web.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of rows.
 *
 * @param found how many there are on all pages
 * @param foundIsLowerBound whether there are more than were counted
 * @param next where the next page is; null when this is the last one
 */
record RowsResource(List<RowResource> rows, long found, boolean foundIsLowerBound, @Nullable String next) {

	RowsResource {
		rows = List.copyOf(rows);
	}

}
