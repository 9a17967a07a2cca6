package dev.tickmark.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;

/** A call of the journal, as far as it matters. */
final class CallOf {

	private @Nullable String reference;

	private @Nullable String key;

	private Instant at = Given.NOON;

	private CallKind kind = CallKind.SUBMIT;

	private boolean certain = true;

	private @Nullable String verdict = "MATCH";

	private @Nullable String account;

	private @Nullable String name;

	CallOf reference(@Nullable String value) {
		this.reference = value;
		return this;
	}

	CallOf key(@Nullable String value) {
		this.key = value;
		return this;
	}

	CallOf at(Instant value) {
		this.at = value;
		return this;
	}

	CallOf kind(CallKind value) {
		this.kind = value;
		return this;
	}

	CallOf uncertain() {
		this.certain = false;
		return this;
	}

	CallOf verdict(@Nullable String value) {
		this.verdict = value;
		return this;
	}

	CallOf account(@Nullable String value) {
		this.account = value;
		return this;
	}

	CallOf name(@Nullable String value) {
		this.name = value;
		return this;
	}

	@Nullable String account() {
		return this.account;
	}

	@Nullable String name() {
		return this.name;
	}

	Charge charge() {
		return new Charge(1, 1, 1, this.kind, this.at, this.certain, this.reference, this.key, this.verdict);
	}

}
