package dev.tickmark.provider.oauth;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.provider.oauth.ClientCredentials.Placement;

/**
 * Fetches tokens at one address, in bounded time and space. Redirects are not followed:
 * they would carry the secret to a place nobody named.
 */
class TokenEndpoint {

	private static final int LONGEST_BODY = 64 * 1024;

	private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

	private final OAuthSettings settings;

	private final Placement placement;

	private final TokenRefusal refusal;

	private final InstantSource clock;

	private final RestClient client;

	TokenEndpoint(OAuthSettings settings, Placement placement, TokenRefusal refusal, Duration timeout,
			InstantSource clock) {
		this.settings = settings;
		this.placement = placement;
		this.refusal = refusal;
		this.clock = clock;
		HttpClient http = HttpClient.newBuilder()
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout((timeout.compareTo(LONGEST_CONNECT) < 0) ? timeout : LONGEST_CONNECT)
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
		requests.setReadTimeout(timeout);
		this.client = RestClient.builder().requestFactory(requests).build();
	}

	TokenAnswer fetch() {
		Instant asked = this.clock.instant();
		try {
			Received received = this.client.post()
				.uri(this.settings.tokenUrl())
				.contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.accept(MediaType.APPLICATION_JSON)
				.headers(this::identify)
				// As bytes: a form would be shown in the client's debug log, secret
				// included
				.body(form().getBytes(StandardCharsets.US_ASCII))
				.exchange((_, response) -> {
					byte[] body = response.getBody().readNBytes(LONGEST_BODY + 1);
					return new Received(response.getStatusCode().value(), kept(response.getHeaders()),
							new String(body, StandardCharsets.UTF_8), body.length > LONGEST_BODY);
				});
			return this.refusal.read(received, asked, this.clock.instant());
		}
		catch (RestClientException ex) {
			return this.refusal.unreachable(problem(ex));
		}
	}

	private void identify(HttpHeaders headers) {
		if (this.placement == Placement.BASIC) {
			// RFC 6749, section 2.3.1: both are encoded as in a form first
			String pair = encoded(this.settings.clientId()) + ":" + encoded(this.settings.clientSecret());
			headers.setBasicAuth(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
		}
	}

	private String form() {
		String grant = "grant_type=client_credentials";
		return switch (this.placement) {
			case BASIC -> grant;
			case BODY -> grant + "&client_id=" + encoded(this.settings.clientId()) + "&client_secret="
					+ encoded(this.settings.clientSecret());
		};
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private static Map<String, String> kept(HttpHeaders headers) {
		Map<String, String> kept = new HashMap<>();
		for (String name : new String[] { "content-type", "date", "retry-after" }) {
			String value = headers.getFirst(name);
			if (value != null) {
				kept.put(name, value);
			}
		}
		return kept;
	}

	/** A few words of our own: the exception's message could quote the request. */
	private static String problem(RestClientException ex) {
		Throwable cause = (ex instanceof ResourceAccessException && ex.getCause() != null) ? ex.getCause() : ex;
		return switch (cause) {
			case HttpTimeoutException timeout -> "no answer in time";
			case IOException broken -> "the connection failed (" + broken.getClass().getSimpleName() + ")";
			default -> "the answer cannot be read";
		};
	}

}
