package dev.tickmark.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The access tokens that were handed out and are good for a while. */
final class Tokens {

	private static final int MOST = 10_000;

	private final Map<String, Long> expiry = new ConcurrentHashMap<>();

	private final Duration life;

	Tokens(Duration life) {
		this.life = life;
	}

	/** What a lane is told that gets its tokens from the simulation at this address. */
	static Map<String, String> properties(String url) {
		return Map.of("token-url", url + Simulation.TOKEN_PATH, "client-id", Sandbox.CLIENT_ID, "client-secret",
				Sandbox.CLIENT_SECRET);
	}

	/** A new token, or null when too many are out. */
	@Nullable String mint() {
		long now = System.nanoTime();
		if (this.expiry.size() >= MOST) {
			this.expiry.values().removeIf(end -> now - end >= 0);
		}
		if (this.expiry.size() >= MOST) {
			return null;
		}
		String token = UUID.randomUUID().toString().replace("-", "");
		this.expiry.put(token, now + this.life.toNanos());
		return token;
	}

	Pass check(@Nullable String token) {
		Long end = (token != null) ? this.expiry.get(token) : null;
		if (end == null) {
			return Pass.UNKNOWN;
		}
		return (System.nanoTime() - end < 0) ? Pass.GOOD : Pass.EXPIRED;
	}

	/** The document a token is handed out in. */
	Reply document(String token) {
		return Reply
			.json(200,
					Json.object()
						.put("access_token", token)
						.put("token_type", "Bearer")
						.put("expires_in", this.life.toSeconds()))
			.with("Cache-Control", "no-store");
	}

	/** Whether a token opens the door. */
	enum Pass {

		GOOD, UNKNOWN, EXPIRED

	}

}
