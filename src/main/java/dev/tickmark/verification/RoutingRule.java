package dev.tickmark.verification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.RouteRule;
import dev.tickmark.verification.definition.JobDefinition;

/** Says why a row went to its provider. */
@Component
class RoutingRule {

	private final List<Provider> providers;

	RoutingRule(List<Provider> providers) {
		this.providers = providers.stream().sorted(Comparator.comparingInt(Provider::rank)).toList();
	}

	/**
	 * The rule by which a payee went to this provider, as a sentence or two.
	 * @param job by which the run goes
	 */
	String of(Payee payee, ProviderName chosen, JobDefinition job) {
		String routed = "Routed to " + chosen + ": ";
		if (chosen.value().equals(payee.get(Column.PROVIDER))) {
			return routed + "the row names it in its column provider.";
		}
		int rule = RouteRule.first(job.routing(), payee);
		if (rule >= 0 && job.routing().get(rule).provider().equals(chosen)) {
			return routed + "rule " + (rule + 1) + " of the job definition " + job.name() + " says so.";
		}
		Optional<Provider> first = this.providers.stream().filter((provider) -> provider.fits(payee)).findFirst();
		if (first.isEmpty() || !first.get().name().equals(chosen)) {
			return routed + "so the rules were when the file was read. By the rules of this version it would go to "
					+ first.map((provider) -> provider.name().value()).orElse("nobody") + ".";
		}
		List<Provider> before = this.providers.subList(0, this.providers.indexOf(first.get()));
		String has = routed + "the row has " + first.get().covers();
		return before.isEmpty() ? has + ", and " + chosen + " is the first to be tried."
				: has + ", and no provider before it covers the row: "
						+ before.stream()
							.map((provider) -> provider.name() + " needs " + provider.covers())
							.collect(Collectors.joining("; "))
						+ ".";
	}

}
