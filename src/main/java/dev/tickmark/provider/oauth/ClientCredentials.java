package dev.tickmark.provider.oauth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Authenticator;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Request;
import dev.tickmark.provider.oauth.TokenAnswer.Given;
import dev.tickmark.provider.oauth.TokenAnswer.Refused;

/**
 * Puts a bearer token on requests, and fetches one when there is none or its end is near.
 * There is at most one fetch at a time: whoever needs a token meanwhile waits for that
 * one, and gets its token or its failure.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, Client
 * Credentials Grant</a>
 */
public final class ClientCredentials implements Authenticator {

	private static final String HEADER = "Authorization";

	private final TokenEndpoint endpoint;

	private final InstantSource clock;

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable Token token;

	private @Nullable CompletableFuture<TokenAnswer> fetching;

	ClientCredentials(ProviderName provider, OAuthSettings settings, Placement placement, Duration timeout,
			InstantSource clock) {
		this.endpoint = new TokenEndpoint(settings, placement, new TokenRefusal(provider, settings.shownUrl()), timeout,
				clock);
		this.clock = clock;
	}

	/**
	 * With the {@code token-url}, {@code client-id} and {@code client-secret} of a
	 * provider.
	 * @throws IllegalArgumentException if one of them is missing or unusable; the message
	 * begins with its key
	 */
	public static ClientCredentials of(ProviderConfiguration configuration, Placement placement) {
		return new ClientCredentials(configuration.provider(), configuration.settings(OAuthSettings.class), placement,
				configuration.timeout(), InstantSource.system());
	}

	@Override
	public Authorization authorize(Request request) {
		CompletableFuture<TokenAnswer> answer;
		boolean ours = false;
		this.lock.lock();
		try {
			Token current = this.token;
			if (current != null && this.clock.instant().isBefore(current.renewAt())) {
				return granted(request, current);
			}
			answer = this.fetching;
			if (answer == null) {
				answer = new CompletableFuture<>();
				this.fetching = answer;
				ours = true;
			}
		}
		finally {
			this.lock.unlock();
		}
		if (ours) {
			fetch(answer);
		}
		// Bounded by the time limits of the one fetch
		return switch (answer.join()) {
			case Given given -> granted(request, given.token());
			case Refused refused -> new Authorization.Denied(refused.outcome());
		};
	}

	@Override
	public boolean needsToken() {
		this.lock.lock();
		try {
			return this.token == null || !this.clock.instant().isBefore(this.token.renewAt());
		}
		finally {
			this.lock.unlock();
		}
	}

	private void fetch(CompletableFuture<TokenAnswer> waiting) {
		TokenAnswer answer = null;
		try {
			answer = this.endpoint.fetch();
		}
		catch (Throwable ex) {
			// A bug: it must not leave the others waiting
			waiting.completeExceptionally(ex);
		}
		finally {
			this.lock.lock();
			try {
				this.token = (answer instanceof Given given) ? given.token() : null;
				this.fetching = null;
			}
			finally {
				this.lock.unlock();
			}
		}
		if (answer != null) {
			waiting.complete(answer);
		}
	}

	@Override
	public void refused(Request sent) {
		this.lock.lock();
		try {
			// A late 401 to an older token says nothing about this one
			Token current = this.token;
			if (current != null && sent.headers()
				.entrySet()
				.stream()
				.anyMatch((header) -> header.getKey().equalsIgnoreCase(HEADER)
						&& header.getValue().equals(current.authorization()))) {
				this.token = null;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private static Authorization granted(Request request, Token token) {
		return new Authorization.Granted(request.with(Map.of(HEADER, token.authorization())));
	}

	/** Where the client names itself. */
	public enum Placement {

		/** In the Authorization header, by HTTP Basic. */
		BASIC,

		/** In the form's fields {@code client_id} and {@code client_secret}. */
		BODY

	}

}
