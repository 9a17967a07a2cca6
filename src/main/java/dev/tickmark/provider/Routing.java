package dev.tickmark.provider;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;

/** Decides which provider is asked about a payee. */
@Component
public class Routing {

	private final List<Provider> providers;

	Routing(List<Provider> providers) {
		this.providers = providers.stream().sorted(Comparator.comparingInt(Provider::rank)).toList();
	}

	/** The names of all providers there are. */
	public List<ProviderName> names() {
		return this.providers.stream().map(Provider::name).toList();
	}

	/**
	 * Routes a payee: to the provider that the row names, or else by the first rule that
	 * fits it, or else to the first provider that covers it.
	 */
	public Route route(Payee payee, List<RouteRule> rules) {
		String named = payee.get(Column.PROVIDER);
		int rule = (named != null) ? -1 : RouteRule.first(rules, payee);
		if (rule >= 0) {
			return by(rules.get(rule), payee);
		}
		Optional<Provider> found = this.providers.stream()
			.filter((provider) -> (named != null) ? provider.name().value().equals(named) : provider.fits(payee))
			.findFirst();
		if (found.isEmpty()) {
			return new Route.Nowhere(nowhere(named));
		}
		return to(found.get(), payee);
	}

	private Route by(RouteRule rule, Payee payee) {
		Route route = to(require(rule.provider()), payee);
		ProviderName fallback = rule.fallback();
		// a row that lacks what the fall-back needs is asked about all the same
		return (fallback != null && route instanceof Route.To first
				&& to(require(fallback), payee) instanceof Route.To second)
						? new Route.To(first.provider(), first.question(), second) : route;
	}

	private Provider require(ProviderName name) {
		return this.providers.stream()
			.filter((provider) -> provider.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("there is no provider " + name));
	}

	private static Route to(Provider provider, Payee payee) {
		Problem lacking = provider.lacks(payee);
		return (lacking != null) ? new Route.Nowhere(lacking)
				: new Route.To(provider.name(), question(provider, payee), null);
	}

	private Problem nowhere(@Nullable String named) {
		if (named == null) {
			String needed = this.providers.stream()
				.map((provider) -> provider.covers() + " (" + provider.name() + ")")
				.collect(Collectors.joining("; "));
			return new Problem(null, "no provider covers this row; it would need one of: " + needed);
		}
		String known = String.join(", ", this.providers.stream().map((p) -> p.name().value()).toList());
		String shown = (named.length() <= 20) ? named : named.substring(0, 20) + "…";
		return new Problem(Column.PROVIDER.header(), "there is no provider \"" + shown + "\"; known are " + known);
	}

	/**
	 * Identifies a question: a hash of the provider and of every value it is asked with.
	 * Each value goes in with its length, so that no two questions run into one.
	 */
	private static byte[] question(Provider provider, Payee payee) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
		add(bytes, provider.name().value());
		// in the order of the columns
		provider.question(payee).values().forEach((column, value) -> {
			add(bytes, column.name());
			add(bytes, value);
		});
		return sha256().digest(bytes.toByteArray());
	}

	private static void add(ByteArrayOutputStream bytes, String text) {
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
			bytes.write(encoded.length >>> shift);
		}
		bytes.writeBytes(encoded);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

	/** Where a row goes. */
	public sealed interface Route {

		/**
		 * To a provider.
		 *
		 * @param question rows equal in it share one verification
		 * @param fallback where it goes when that provider is unable to check; null when
		 * nowhere
		 */
		record To(ProviderName provider, byte[] question, @Nullable To fallback) implements Route {

		}

		/** Nowhere, and why. */
		record Nowhere(Problem problem) implements Route {

		}

	}

}
