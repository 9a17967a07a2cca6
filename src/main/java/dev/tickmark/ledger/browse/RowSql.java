package dev.tickmark.ledger.browse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Verdict;

/**
 * The conditions of a filter, for rows named {@code r} and their verifications named
 * {@code v}. Whatever was typed is a parameter and never part of the text.
 */
final class RowSql {

	/** A row that was rejected has no verification; one that was not asked no verdict. */
	static final String VERDICT = "case when r.verification_id is null then 'REJECTED_INPUT'"
			+ " else coalesce(v.verdict, 'PENDING') end";

	/** With the run: the verifications of others are not even looked at then. */
	static final String JOIN = "left join verification v on v.id = r.verification_id and v.run_id = r.run_id";

	private static final Pattern LINE = Pattern.compile("[0-9]{1,15}");

	private static final Pattern END = Pattern.compile("(\u2026|\\.{2,3})?(?<end>[a-z0-9]{4})");

	private static final String OPEN = Arrays.stream(Verdict.values())
		.filter((verdict) -> !verdict.isFinal())
		.map((verdict) -> "'" + verdict.name() + "'")
		.collect(Collectors.joining(", ", "(", ")"));

	private final List<String> conditions = new ArrayList<>();

	private final Map<String, Object> parameters = new HashMap<>();

	RowSql(long run, RowFilter filter) {
		add("r.run_id = :run", "run", run);
		text(filter.text());
		verdict(filter.verdict());
		if (filter.provider() != null) {
			add("v.provider = :provider", "provider", filter.provider());
		}
		if (filter.open() != null) {
			this.conditions.add(filter.open() ? "v.id is not null and (v.verdict is null or v.verdict in " + OPEN + ")"
					: "(r.verification_id is null or v.verdict not in " + OPEN + ")");
		}
		if (filter.reasonCode() != null) {
			add("v.reason_code = :code", "code", filter.reasonCode());
		}
		if (filter.nameMatch() != null) {
			add("v.name_match = :match", "match", filter.nameMatch().name());
		}
	}

	private void text(String text) {
		if (text.isEmpty()) {
			return;
		}
		StringBuilder any = new StringBuilder(
				"(position(:text in r.name_key) > 0 or position(:text in r.reference_key) > 0");
		this.parameters.put("text", text);
		if (LINE.matcher(text).matches()) {
			any.append(" or r.line = :line");
			this.parameters.put("line", Long.parseLong(text));
		}
		var end = END.matcher(text);
		if (end.matches()) {
			any.append(" or r.account_end = :end");
			this.parameters.put("end", end.group("end"));
		}
		this.conditions.add(any.append(")").toString());
	}

	private void verdict(@Nullable Verdict verdict) {
		if (verdict == Verdict.REJECTED_INPUT) {
			this.conditions.add("(r.verification_id is null or v.verdict = 'REJECTED_INPUT')");
		}
		else if (verdict == Verdict.PENDING) {
			this.conditions.add("v.id is not null and (v.verdict is null or v.verdict = 'PENDING')");
		}
		else if (verdict != null) {
			add("v.verdict = :verdict", "verdict", verdict.name());
		}
	}

	private void add(String condition, String name, Object value) {
		this.conditions.add(condition);
		this.parameters.put(name, value);
	}

	/**
	 * Those only that come after a row in an order.
	 * @param descending whether that is how the rows are shown
	 * @param forwards whether the order is the one in which keys grow
	 */
	void after(RowOrder order, boolean descending, boolean forwards, long number) {
		String sign = forwards ? ">" : "<";
		add((order == RowOrder.LINE) ? "r.number " + sign + " :after" : """
				(%1$s, r.number) %2$s ((select %1$s from listed_row r %3$s
					where r.run_id = :run and r.number = :after), :after)""".formatted(order.key(descending), sign,
				JOIN), "after", number);
	}

	String where() {
		return "where " + String.join(" and ", this.conditions);
	}

	static String orderBy(RowOrder order, boolean descending, boolean forwards) {
		String direction = forwards ? "" : " desc";
		return "order by " + ((order == RowOrder.LINE) ? "" : order.key(descending) + direction + ", ") + "r.number"
				+ direction;
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

}
