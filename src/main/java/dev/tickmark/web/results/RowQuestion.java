package dev.tickmark.web.results;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tickmark.browse.Wanted;
import dev.tickmark.ledger.browse.RowOrder;
import dev.tickmark.ledger.browse.RowPage;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/**
 * Which rows a person wants to see, as the address of the page says it.
 *
 * @param q what is looked for
 * @param after the number of the row after which the page begins
 * @param before the number of the row before which it ends
 */
record RowQuestion(@Nullable String q, @Nullable Verdict verdict, @Nullable String provider, @Nullable Standing state,
		@Nullable String code, @Nullable NameMatch match, @Nullable RowOrder sort, @Nullable Direction dir,
		@Nullable Integer size, @Nullable Long page, @Nullable Long after, @Nullable Long before) {

	static final int USUAL_SIZE = 50;

	/** Nobody has more rows, and more cannot be counted through. */
	private static final long LAST_PAGE = 10_000_000;

	/** Whether rows are final. */
	enum Standing {

		OPEN, FINAL

	}

	/** Which end comes first. */
	enum Direction {

		ASC, DESC

	}

	/** What is wrong with it, in a sentence; null when nothing is. */
	@Nullable String problem() {
		return wanted().problem();
	}

	Wanted wanted() {
		return new Wanted(this.q, this.verdict, this.provider,
				(this.state != null) ? this.state == Standing.OPEN : null, this.code, this.match);
	}

	RowOrder order() {
		return (this.sort != null) ? this.sort : RowOrder.LINE;
	}

	boolean descending() {
		return this.dir == Direction.DESC;
	}

	/** How many rows are on a page. */
	public int rows() {
		return (this.size != null && this.size == 2 * USUAL_SIZE) ? 2 * USUAL_SIZE : USUAL_SIZE;
	}

	long number() {
		return (this.page != null) ? Math.clamp(this.page, 1, LAST_PAGE) : 1;
	}

	RowPage part() {
		if (this.after != null) {
			return RowPage.after(order(), descending(), this.after, rows());
		}
		if (this.before != null && number() > 1) {
			return RowPage.before(order(), descending(), this.before, rows());
		}
		return RowPage.at(order(), descending(), (number() - 1) * rows(), rows());
	}

	/** The address of a page after or before this one. */
	String turned(long run, long page, @Nullable Long after, @Nullable Long before) {
		return address(run, order(), descending(), page, after, before);
	}

	/**
	 * The address of the same rows in another order; the other way round when it is this.
	 */
	String sorted(long run, RowOrder by) {
		return address(run, by, by == order() && !descending(), 1, null, null);
	}

	/** The address of the rows with this verdict, and nothing else asked for. */
	static String only(long run, Verdict verdict, @Nullable String provider) {
		return new RowQuestion(null, verdict, provider, null, null, null, null, null, null, null, null, null)
			.turned(run, 1, null, null);
	}

	/** What a form repeats that asks for another page of the same rows. */
	public Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		asked().forEach((name, value) -> fields.put(name, value.toString()));
		return fields;
	}

	private Map<String, Object> asked() {
		Map<String, Object> asked = new LinkedHashMap<>();
		put(asked, "q", wanted().plain());
		put(asked, "verdict", this.verdict);
		put(asked, "provider", this.provider);
		put(asked, "state", this.state);
		put(asked, "code", this.code);
		put(asked, "match", this.match);
		put(asked, "sort", (order() == RowOrder.LINE) ? null : order());
		put(asked, "dir", descending() ? Direction.DESC : null);
		put(asked, "size", (rows() == USUAL_SIZE) ? null : rows());
		return asked;
	}

	private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
		if (value != null && !value.toString().isEmpty()) {
			asked.put(name, value);
		}
	}

	private String address(long run, RowOrder by, boolean descending, long page, @Nullable Long after,
			@Nullable Long before) {
		Map<String, Object> asked = asked();
		asked.remove("sort");
		asked.remove("dir");
		put(asked, "sort", (by == RowOrder.LINE) ? null : by);
		put(asked, "dir", descending ? Direction.DESC : null);
		put(asked, "page", (page > 1) ? page : null);
		put(asked, "after", after);
		put(asked, "before", before);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/runs/" + run + "/rows");
		// as a template's values, so that all of them is encoded
		asked.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(asked).toUriString();
	}

	/** How a column's heading tells in which order it is; null when it is in none. */
	@Nullable String ariaSort(RowOrder by) {
		return (by != order()) ? null : descending() ? "descending" : "ascending";
	}

}
