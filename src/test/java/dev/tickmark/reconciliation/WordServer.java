package dev.tickmark.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Whom the provider of words talks to; it counts what it is asked. */
class WordServer implements AutoCloseable {

	private final HttpServer server;

	private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

	private volatile Script script = (_, _) -> Says.word("MATCH");

	WordServer() {
		System.setProperty("sun.net.httpserver.nodelay", "true");
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * What it answers from now on, by what is asked, such as {@code back/one}, and how
	 * often that was.
	 */
	void answers(Script newScript) {
		this.asked.clear();
		this.script = newScript;
	}

	/** How often it was asked that since it answers so. */
	int asked(String what) {
		AtomicInteger count = this.asked.get(what);
		return (count != null) ? count.get() : 0;
	}

	/** How often it was asked at all since it answers so. */
	int asked() {
		return this.asked.values().stream().mapToInt(AtomicInteger::get).sum();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String what = exchange.getRequestURI().getPath().substring(1);
		int count = this.asked.computeIfAbsent(what, (_) -> new AtomicInteger()).incrementAndGet();
		try (exchange) {
			Says says = this.script.answer(what, count);
			if (says.status() == 0) {
				return;
			}
			says.headers().forEach(exchange.getResponseHeaders()::set);
			byte[] body = says.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(says.status(), (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	interface Script {

		Says answer(String what, int count);

	}

	record Says(int status, Map<String, String> headers, String body) {

		static Says word(String word) {
			return new Says(200, Map.of(), word);
		}

		static Says status(int status) {
			return new Says(status, Map.of(), "");
		}

		static Says busy(String retryAfter) {
			return new Says(429, Map.of("Retry-After", retryAfter), "");
		}

		/** The connection ends without an answer. */
		static Says nothing() {
			return status(0);
		}

	}

}
