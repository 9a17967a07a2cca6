package dev.tickmark.verification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Fallbacks;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.RouteRule;

/** Has rows that a provider is unable to check fall back to the one that is next. */
@Component
class FallingBack {

	private final Fallbacks fallbacks;

	FallingBack(Fallbacks fallbacks) {
		this.fallbacks = fallbacks;
	}

	/** The lane takes over what others were unable to check: it is due there at once. */
	void to(OpenLane lane, Session session) {
		lane.progress().more(follow(session, lane.progress().provider()));
	}

	/**
	 * Whether more may come to a lane: not any more when the others are done with theirs.
	 */
	boolean mayGoOn(OpenLane lane, Session session) {
		Set<ProviderName> from = from(session, lane.progress().provider());
		return session.lanes()
			.stream()
			.anyMatch((other) -> from.contains(other.progress().provider()) && !other.quiet().get());
	}

	/**
	 * The run is over: what was not taken over is left open, and the next pass asks.
	 */
	void rest(Session session) {
		List<ProviderName> fallbacks = session.job()
			.routing()
			.stream()
			.map(RouteRule::fallback)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		fallbacks.forEach((to) -> rest(session, to));
		if (!fallbacks.isEmpty()) {
			this.fallbacks.settle(session.run().id());
		}
	}

	private void rest(Session session, ProviderName to) {
		int questions = follow(session, to);
		// it is to be said why its lane did not take them over
		session.lanes()
			.stream()
			.filter((lane) -> lane.progress().provider().equals(to))
			.forEach((lane) -> lane.progress().more(questions));
	}

	private int follow(Session session, ProviderName to) {
		Set<ProviderName> from = from(session, to);
		return from.isEmpty() ? 0
				: this.fallbacks.follow(session.run().id(), to, from, Instant.now(), session.run().term());
	}

	private static Set<ProviderName> from(Session session, ProviderName to) {
		return session.job()
			.routing()
			.stream()
			.filter((rule) -> to.equals(rule.fallback()))
			.map(RouteRule::provider)
			.collect(Collectors.toSet());
	}

}
