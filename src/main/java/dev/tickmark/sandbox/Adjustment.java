package dev.tickmark.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What one provider does differently from the defaults; what is null stays as it is.
 *
 * @param latency see {@link Behaviour#latency()}
 * @param latencySpread see {@link Behaviour#latencySpread()}
 * @param limit see {@link Behaviour#limit()}; replaces calls and per together
 * @param pendingShare see {@link Behaviour#pendingShare()}
 * @param pendingFor see {@link Behaviour#pendingFor()}
 * @param tokenLife see {@link Behaviour#tokenLife()}
 * @param generation see {@link Behaviour#generation()}
 * @param port where it listens when ports are fixed, 0 to 65535; 0 is any free one, null
 * the published one
 */
public record Adjustment(@Nullable Duration latency, @Nullable Duration latencySpread, @Nullable Limit limit,
		@Nullable Double pendingShare, @Nullable Duration pendingFor, @Nullable Duration tokenLife,
		@Nullable Generation generation, @Nullable Integer port) {

	public Adjustment {
		Check.that(port == null || (port >= 0 && port <= 65535), "port", "must be from 0 to 65535, not " + port);
	}

	Behaviour of(Behaviour defaults) {
		return new Behaviour(or(this.latency, defaults.latency()), or(this.latencySpread, defaults.latencySpread()),
				or(this.limit, defaults.limit()), or(this.pendingShare, defaults.pendingShare()),
				or(this.pendingFor, defaults.pendingFor()), or(this.tokenLife, defaults.tokenLife()),
				or(this.generation, defaults.generation()));
	}

	private static <T> T or(@Nullable T value, T otherwise) {
		return (value != null) ? value : otherwise;
	}

}
