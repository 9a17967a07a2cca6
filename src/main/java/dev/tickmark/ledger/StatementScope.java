package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;

/**
 * Which calls a statement is compared with.
 *
 * @param reconciliation the reconciliation's number
 * @param sandbox whether those of rehearsals are meant
 * @param kinds the kinds of calls that the provider charges
 * @param tolerance how far the provider's clock may be from ours
 * @param repetitionWord what is in a successful answer that is not charged, because it
 * was there already; null when nothing is
 * @param results whether the statement says what came of each
 * @param prices whether the statement says what each costs
 */
public record StatementScope(long reconciliation, ProviderName provider, boolean sandbox, Period period,
		Set<CallKind> kinds, Duration tolerance, @Nullable String repetitionWord, boolean results, boolean prices) {

	public StatementScope {
		kinds = Set.copyOf(kinds);
	}

	/** From when on calls may be in the period by the provider's clock. */
	Instant from() {
		return this.period.from().minus(this.tolerance);
	}

	/** Until when, not included. */
	Instant to() {
		return this.period.to().plus(this.tolerance);
	}

	String[] kindNames() {
		return this.kinds.stream().map(CallKind::name).toArray(String[]::new);
	}

}
