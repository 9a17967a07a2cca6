package dev.tickmark.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;

/**
 * A routing rule of a job definition.
 *
 * @param conditions all of them must hold; none holds for every payee
 * @param provider who is asked then
 * @param fallback who is asked when that one is unable to check; null when nobody
 */
public record RouteRule(List<Condition> conditions, ProviderName provider, @Nullable ProviderName fallback) {

	public RouteRule {
		conditions = List.copyOf(conditions);
	}

	/** Which of these rules is the first that fits a payee, from 0; -1 when none does. */
	public static int first(List<RouteRule> rules, Payee payee) {
		for (int i = 0; i < rules.size(); i++) {
			if (rules.get(i).fits(payee)) {
				return i;
			}
		}
		return -1;
	}

	private boolean fits(Payee payee) {
		return this.conditions.stream().allMatch((condition) -> condition.holds(payee));
	}

}
