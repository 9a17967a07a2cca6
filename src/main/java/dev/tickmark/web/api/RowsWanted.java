package dev.tickmark.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tickmark.browse.Wanted;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.browse.RowFilter;
import dev.tickmark.ledger.browse.RowOrder;
import dev.tickmark.ledger.browse.RowPage;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/**
 * Which rows a program wants.
 *
 * @param q what is looked for in names and references
 * @param after the number of the row after which the page begins
 */
record RowsWanted(@Nullable String q, @Nullable Verdict verdict, @Nullable String provider, @Nullable Boolean open,
		@Nullable String reasonCode, @Nullable NameMatch nameMatch, @Nullable RowOrder sort, @Nullable Direction dir,
		@Nullable Integer size, @Nullable Long after) {

	/** More rows than these are on no page. */
	static final int MOST = 500;

	private static final int USUAL = 100;

	private static final Set<String> OF_FILTER = Set.of("q", "verdict", "provider", "open", "reasonCode", "nameMatch");

	private static final Set<String> OF_PAGE = Set.of("sort", "dir", "size", "after");

	/** Which end comes first. */
	enum Direction {

		ASC, DESC

	}

	/**
	 * A word that is misspelt, or whose value a program has lost, must not let all rows
	 * through.
	 * @param said the values of each
	 * @param paged whether pages are wanted, and not all at once
	 * @throws ApiProblem when it says something that is not known
	 */
	static void requireKnown(Map<String, String[]> said, boolean paged) {
		Set<String> unknown = new TreeSet<>(said.keySet());
		unknown.removeAll(OF_FILTER);
		if (paged) {
			unknown.removeAll(OF_PAGE);
		}
		else if (unknown.stream().anyMatch(OF_PAGE::contains)) {
			throw ApiProblem.bad("A stream has all rows, in the order of the file: leave out "
					+ String.join(", ", new TreeSet<>(OF_PAGE)) + ", or ask for application/json.");
		}
		if (!unknown.isEmpty()) {
			throw ApiProblem
				.bad("Some parameters are not known here. There are: " + String.join(", ", new TreeSet<>(OF_FILTER))
						+ (paged ? ", " + String.join(", ", new TreeSet<>(OF_PAGE)) : "") + ".");
		}
		said.forEach((name, values) -> {
			if (values.length != 1 || values[0].isBlank()) {
				throw ApiProblem.bad("The parameter " + name + " needs one value; without a value leave it out.");
			}
		});
	}

	/**
	 * As the ledger looks for them.
	 * @throws ApiProblem when nobody can look for that
	 */
	RowFilter filter() {
		Wanted wanted = new Wanted(this.q, this.verdict, this.provider, this.open, this.reasonCode, this.nameMatch);
		String problem = wanted.problem();
		if (problem != null) {
			throw ApiProblem.bad(problem);
		}
		return wanted.filter();
	}

	/** How many rows are on a page. */
	int rows() {
		return (this.size != null) ? Math.clamp(this.size, 1, MOST) : USUAL;
	}

	/**
	 * The page, and one row more: by that it is known whether there is another.
	 * @throws ApiProblem when it begins nowhere in this run
	 */
	RowPage page(Run run) {
		RowOrder order = Objects.requireNonNullElse(this.sort, RowOrder.LINE);
		boolean descending = this.dir == Direction.DESC;
		if (this.after == null) {
			return RowPage.first(order, descending, rows() + 1);
		}
		if (run.rows() != null && (this.after < 1 || this.after > run.rows())) {
			throw ApiProblem.bad("The run has no row " + this.after + " after which a page could begin.");
		}
		return RowPage.after(order, descending, this.after, rows() + 1);
	}

	/** Where the rows are that come after one. */
	String next(Run run, long last) {
		Map<String, Object> asked = new LinkedHashMap<>();
		put(asked, "q", this.q);
		put(asked, "verdict", this.verdict);
		put(asked, "provider", this.provider);
		put(asked, "open", this.open);
		put(asked, "reasonCode", this.reasonCode);
		put(asked, "nameMatch", this.nameMatch);
		put(asked, "sort", this.sort);
		put(asked, "dir", this.dir);
		put(asked, "size", (this.size != null) ? rows() : null);
		put(asked, "after", last);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/runs/" + run.id() + "/rows");
		// as a template's values, so that all of them is encoded
		asked.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(asked).toUriString();
	}

	private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
		if (value != null && !value.toString().isBlank()) {
			asked.put(name, value);
		}
	}

}
