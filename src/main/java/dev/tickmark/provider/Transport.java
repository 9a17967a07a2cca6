package dev.tickmark.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.io.ModalCloseable;

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

	private final CloseableHttpClient client;

	private final String baseUrl;

	private final Duration timeout;

	Transport(URI baseUrl, Duration timeout) {
		this.timeout = timeout;
		this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
		this.client = HttpClients.of(timeout);
	}

	Answer send(Request request, Permit permit) {
		HttpUriRequestBase message = message(request);
		Writing writing = new Writing(permit);
		// the client's own time-outs are for each read, and a body may come drop by drop
		AtomicBoolean timeIsUp = new AtomicBoolean();
		Future<?> end = HttpClients.TIMER.schedule(() -> {
			timeIsUp.set(true);
			message.abort();
		}, this.timeout.toNanos(), TimeUnit.NANOSECONDS);
		try {
			return exchanged(message, writing);
		}
		catch (IOException ex) {
			return missing(ex, writing.begun(), timeIsUp.get());
		}
		catch (RuntimeException ex) {
			// so the client may tell that its connection was taken away between two steps
			if (!timeIsUp.get()) {
				throw ex;
			}
			return missing(ex, writing.begun(), true);
		}
		finally {
			end.cancel(false);
		}
	}

	private Answer exchanged(HttpUriRequestBase message, Writing writing) throws IOException {
		ClassicHttpResponse response = this.client.executeOpen(null, message, writing.context());
		try {
			return received(response);
		}
		finally {
			// what was not read to its end is not: an orderly close would do that, and
			// may
			// fail
			Closer.close((ModalCloseable) response, CloseMode.IMMEDIATE);
		}
	}

	private HttpUriRequestBase message(Request request) {
		HttpUriRequestBase message = new HttpUriRequestBase(request.method(),
				URI.create(this.baseUrl + request.path()));
		message.setHeader("Accept", "application/json");
		message.setHeader("User-Agent", "tickmark");
		String body = request.body();
		if (body != null) {
			message.setHeader("Content-Type", "application/json");
			message.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
		}
		request.headers().forEach(message::setHeader);
		return message;
	}

	private static Answer received(ClassicHttpResponse response) throws IOException {
		Map<String, String> kept = new HashMap<>();
		for (String name : KEPT) {
			Header header = response.getFirstHeader(name);
			if (header != null) {
				kept.put(name, header.getValue());
			}
		}
		HttpEntity entity = response.getEntity();
		if (entity == null) {
			return new Answer.Received(response.getCode(), kept, "", false);
		}
		InputStream body = entity.getContent();
		byte[] bytes = body.readNBytes(BODY_BOUND + 1);
		boolean cut = bytes.length > BODY_BOUND;
		if (!cut) {
			// gives the connection back
			body.close();
		}
		String text = new String(bytes, 0, Math.min(bytes.length, BODY_BOUND), StandardCharsets.UTF_8);
		return new Answer.Received(response.getCode(), kept, text, cut);
	}

	/**
	 * What an exception says of the call.
	 * @param begun whether any of the request may have been written
	 * @param timeIsUp whether the time-out is over: a body that is cut off then looks as
	 * if the connection had broken
	 */
	private static Answer missing(Exception ex, boolean begun, boolean timeIsUp) {
		if (begun) {
			return new Answer.Missing(true, (timeIsUp || ex instanceof SocketTimeoutException)
					? "no complete answer within the time-out" : "the connection broke before the answer was complete");
		}
		return new Answer.Missing(false, switch (ex) {
			case UnknownHostException _ -> "the host name is unknown";
			case ConnectException _ -> "the connection was refused";
			case SSLException _ -> "the TLS handshake failed";
			case SocketTimeoutException _ -> "no connection within the time-out";
			default -> timeIsUp ? "no connection within the time-out" : "no connection could be made";
		});
	}

}
