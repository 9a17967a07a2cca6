package dev.tickmark.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A provider that replays answers, one after the other, and keeps what it was sent. */
final class Stub implements AutoCloseable {

	/** Where it hands out tokens. */
	static final String TOKEN = "/oauth2/token";

	final List<Asked> asked = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private final AtomicInteger next = new AtomicInteger();

	private volatile List<Says> script = List.of();

	Stub() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Begins anew with these answers; after the last one it repeats that. */
	void replays(List<Says> answers) {
		this.asked.clear();
		this.next.set(0);
		this.script = List.copyOf(answers);
	}

	private void answer(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		if (exchange.getRequestURI().getPath().equals(TOKEN)) {
			new Says(200, "{\"access_token\":\"t\",\"expires_in\":300}").send(exchange);
			return;
		}
		this.asked.add(new Asked(exchange.getRequestMethod() + " " + exchange.getRequestURI(), body,
				Map.copyOf(exchange.getRequestHeaders())));
		this.script.get(Math.min(this.next.getAndIncrement(), this.script.size() - 1)).send(exchange);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/** A request as it arrived. */
	record Asked(String line, byte[] body, Map<String, List<String>> headers) {

	}

	/**
	 * An answer.
	 *
	 * @param missing how many bytes are announced and never sent
	 */
	record Says(int status, String contentType, byte[] body, int missing) {

		Says(int status, String body) {
			this(status, "application/json", body.getBytes(StandardCharsets.UTF_8), 0);
		}

		Says as(String otherType) {
			return new Says(this.status, otherType, this.body, 0);
		}

		Says cut() {
			return new Says(this.status, this.contentType, Arrays.copyOf(this.body, this.body.length / 2),
					this.body.length - this.body.length / 2);
		}

		/** With so many bytes of white space before its end. */
		Says padded(int bytes) {
			String text = new String(this.body, StandardCharsets.UTF_8).strip();
			String longer = text.substring(0, text.length() - 1) + " ".repeat(bytes)
					+ text.substring(text.length() - 1);
			return new Says(this.status, longer);
		}

		private void send(HttpExchange exchange) throws IOException {
			exchange.getResponseHeaders().set("Content-Type", this.contentType);
			// a 204 has no body
			int length = (this.status == 204) ? 0 : this.body.length + this.missing;
			exchange.sendResponseHeaders(this.status, (length == 0) ? -1 : length);
			if (length > 0) {
				exchange.getResponseBody().write(this.body);
			}
			if (this.missing == 0) {
				exchange.close();
			}
			else {
				exchange.getResponseBody().flush();
				// the connection ends before the body does
				throw new IOException("cut off");
			}
		}

	}

}
