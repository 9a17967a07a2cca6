package dev.tickmark.web.results;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tickmark.browse.Looked;
import dev.tickmark.browse.ShownRow;

/**
 * Where a page is among all.
 *
 * @param from the place of its first row among those found, counted from 1
 * @param last the number of the last page
 * @param previous where the page before is; null when there is none
 * @param next where the page after it is; null when there is none
 */
record Pager(long page, long from, long to, long found, boolean more, long last, @Nullable String previous,
		@Nullable String next) {

	/** Which rows these are, in words. */
	public String words() {
		return (this.found == 0) ? "No row is like that. Look for less, or for all rows." : String.format(Locale.ROOT,
				"Rows %,d to %,d of %s%,d", this.from, this.to, this.more ? "more than " : "", this.found);
	}

	static Pager of(long run, RowQuestion question, Looked.Rows rows) {
		List<ShownRow> shown = rows.rows();
		long page = question.number();
		long size = question.rows();
		long from = shown.isEmpty() ? 0 : (page - 1) * size + 1;
		long last = Math.max(1, (rows.found() + size - 1) / size);
		boolean isMore = shown.size() == size && (rows.more() || from + size - 1 < rows.found());
		return new Pager(page, from, shown.isEmpty() ? 0 : from + shown.size() - 1, rows.found(), rows.more(), last,
				(page > 1)
						? question.turned(run, page - 1, null, shown.isEmpty() ? null : shown.getFirst().row().number())
						: null,
				isMore ? question.turned(run, page + 1, shown.getLast().row().number(), null) : null);
	}

}
