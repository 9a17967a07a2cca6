package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

/** A line of a statement, as far as it matters. */
final class LineOf {

	private @Nullable String reference;

	private @Nullable String key;

	private @Nullable Instant at = Given.NOON;

	private @Nullable CallKind kind = CallKind.SUBMIT;

	private String kindWritten = "check";

	private Set<Verdict> meaning = Set.of();

	private @Nullable String price;

	private @Nullable String account;

	private @Nullable String name;

	private @Nullable String problem;

	LineOf reference(@Nullable String value) {
		this.reference = value;
		return this;
	}

	LineOf key(@Nullable String value) {
		this.key = value;
		return this;
	}

	LineOf at(@Nullable Instant value) {
		this.at = value;
		return this;
	}

	LineOf kind(@Nullable CallKind value) {
		this.kind = value;
		return this;
	}

	LineOf written(String value) {
		this.kind = null;
		this.kindWritten = value;
		return this;
	}

	LineOf meaning(Verdict... values) {
		this.meaning = Set.of(values);
		return this;
	}

	LineOf price(@Nullable String value) {
		this.price = value;
		return this;
	}

	LineOf account(@Nullable String value) {
		this.account = value;
		return this;
	}

	LineOf name(@Nullable String value) {
		this.name = value;
		return this;
	}

	LineOf problem(@Nullable String value) {
		this.problem = value;
		return this;
	}

	StatementEntry entry(long number) {
		return new StatementEntry(number, number + 1, this.reference, this.key, this.at, this.kind, this.kindWritten,
				null, this.meaning, (this.price != null) ? new BigDecimal(this.price) : null, "EUR", this.account,
				this.name, this.at == null || GivenComparisons.MARCH.contains(this.at), this.problem);
	}

}
