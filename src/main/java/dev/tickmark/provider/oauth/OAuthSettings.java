package dev.tickmark.provider.oauth;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The keys of a provider that gives out access tokens, below
 * {@code tickmark.providers.<name>}.
 *
 * @param tokenUrl {@code token-url}: where tokens are fetched; https, or plain http to
 * this machine only
 * @param clientId {@code client-id}
 * @param clientSecret {@code client-secret}
 */
public record OAuthSettings(URI tokenUrl, String clientId, String clientSecret) {

	private static final Set<String> LOCAL = Set.of("localhost", "[::1]");

	private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

	public OAuthSettings {
		require(tokenUrl != null && !tokenUrl.toString().isBlank(), "token-url: missing");
		require(isFetchable(tokenUrl), "token-url: not a whole https address like https://auth.example.com/token");
		require(!"http".equalsIgnoreCase(tokenUrl.getScheme()) || isLocal(tokenUrl.getHost()),
				"token-url: plain http would show the secret to everyone on the way; use https");
		require(!isBlank(clientId), "client-id: missing");
		require(!isBlank(clientSecret), "client-secret: missing");
		clientId = clientId.strip();
		// A secret that was read from a file ends with its line break
		clientSecret = clientSecret.strip();
	}

	private static boolean isFetchable(URI url) {
		return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
				&& url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null;
	}

	private static boolean isLocal(String host) {
		return LOCAL.contains(host.toLowerCase(Locale.ROOT)) || LOOPBACK.matcher(host).matches();
	}

	private static boolean isBlank(@Nullable String value) {
		return value == null || value.isBlank();
	}

	private static void require(boolean fits, String otherwise) {
		if (!fits) {
			throw new IllegalArgumentException(otherwise);
		}
	}

	/** The address without its query, for messages. */
	String shownUrl() {
		int query = this.tokenUrl.toString().indexOf('?');
		return (query < 0) ? this.tokenUrl.toString() : this.tokenUrl.toString().substring(0, query);
	}

	@Override
	public String toString() {
		return "OAuthSettings[tokenUrl=" + shownUrl() + ", clientId=" + this.clientId + ", clientSecret=(hidden)]";
	}

}
