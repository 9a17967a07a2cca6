package dev.tickmark.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLHandshakeException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import dev.tickmark.payee.Answer;
import dev.tickmark.provider.Admission.Permit;

/**
 * Sends a request and returns what came back, whatever it is. It retries nothing and
 * follows no redirect: one policy decides that, elsewhere.
 */
final class Transport {

	/**
	 * The most that is read of a body, in bytes; documented answers have a few thousand.
	 */
	static final int BODY_BOUND = 1 << 20;

	/** What is kept of a response's headers: never a cookie or a credential. */
	private static final List<String> KEPT = List.of("content-type", "date", "expected-response-seconds", "retry-after",
			"responder-sla-seconds", "transaction-xref-id", "www-authenticate", "x-request-id", "x-tickmark-sandbox");

	private final RestClient client;

	private final String baseUrl;

	private final Duration timeout;

	Transport(URI baseUrl, Duration timeout) {
		this.timeout = timeout;
		this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
		HttpClient http = HttpClient.newBuilder()
			.version(Version.HTTP_1_1)
			.followRedirects(Redirect.NEVER)
			.connectTimeout(timeout)
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
		factory.setReadTimeout(timeout);
		this.client = RestClient.builder().requestFactory(factory).build();
	}

	Answer send(Request request, Permit permit) {
		long start = System.nanoTime();
		try {
			RestClient.RequestBodySpec spec = this.client.method(HttpMethod.valueOf(request.method()))
				.uri(URI.create(this.baseUrl + request.path()))
				.headers((headers) -> {
					headers.set(HttpHeaders.ACCEPT, "application/json");
					headers.set(HttpHeaders.USER_AGENT, "tickmark");
					if (request.body() != null) {
						headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
					}
					request.headers().forEach(headers::set);
				});
			String body = request.body();
			if (body != null) {
				byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
				spec.contentLength(bytes.length).body((output) -> {
					// asked for when there is a connection, and the headers are written
					permit.sent();
					output.write(bytes);
				});
			}
			return spec.exchangeForRequiredValue((_, response) -> received(response));
		}
		catch (ResourceAccessException ex) {
			return missing(ex, System.nanoTime() - start >= this.timeout.toNanos());
		}
	}

	private static Answer received(ClientHttpResponse response) throws IOException {
		Map<String, String> kept = new HashMap<>();
		for (String name : KEPT) {
			String value = response.getHeaders().getFirst(name);
			if (value != null) {
				kept.put(name, value);
			}
		}
		int status = response.getStatusCode().value();
		try (InputStream body = response.getBody()) {
			byte[] bytes = body.readNBytes(BODY_BOUND + 1);
			boolean cut = bytes.length > BODY_BOUND;
			String text = new String(bytes, 0, Math.min(bytes.length, BODY_BOUND), StandardCharsets.UTF_8);
			return new Answer.Received(status, kept, text, cut);
		}
	}

	/**
	 * What an exception says of the call.
	 * @param timeIsUp whether the time-out is over: a body that is cut off then looks as
	 * if the connection had broken
	 */
	private static Answer missing(ResourceAccessException ex, boolean timeIsUp) {
		// the HTTP client wraps it in the exception that also means a refused connection
		Throwable innermost = NestedExceptionUtils.getMostSpecificCause(ex);
		if (innermost instanceof UnresolvedAddressException || innermost instanceof UnknownHostException) {
			return new Answer.Missing(false, "the host name is unknown");
		}
		Throwable cause = ex;
		while (cause.getCause() != null && cause.getCause() != cause) {
			if (cause instanceof HttpTimeoutException || cause instanceof ConnectException) {
				break;
			}
			cause = cause.getCause();
		}
		return switch (cause) {
			case HttpConnectTimeoutException _ -> new Answer.Missing(false, "no connection within the time-out");
			case ConnectException _ -> new Answer.Missing(false, "the connection was refused");
			case SSLHandshakeException _ -> new Answer.Missing(false, "the TLS handshake failed");
			case HttpTimeoutException _ -> new Answer.Missing(true, "no complete answer within the time-out");
			default -> new Answer.Missing(true, timeIsUp ? "no complete answer within the time-out"
					: "the connection broke before the answer was complete");
		};
	}

}
