package dev.tickmark.provider.oauth;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A token address on this machine that notes what it was asked. */
final class TokenServer implements AutoCloseable {

	/** What was asked, header and form. */
	record Asked(String authorization, String contentType, String form) {

	}

	final List<Asked> asked = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	private volatile HttpHandler behaviour;

	TokenServer() throws IOException {
		this.behaviour = tokens(3600);
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", (exchange) -> {
			String authorization = exchange.getRequestHeaders().getFirst("Authorization");
			this.asked.add(new Asked((authorization != null) ? authorization : "",
					exchange.getRequestHeaders().getFirst("Content-Type"),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
			this.behaviour.handle(exchange);
		});
		this.server.start();
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/oauth2/token");
	}

	void that(HttpHandler newBehaviour) {
		this.behaviour = newBehaviour;
	}

	/** Holds back every answer until then. */
	void holdUntil(CountDownLatch latch) {
		HttpHandler later = this.behaviour;
		this.behaviour = (exchange) -> {
			try {
				latch.await();
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
			later.handle(exchange);
		};
	}

	/** Gives a new token each time: token-1, token-2. */
	HttpHandler tokens(long expiresIn) {
		return (exchange) -> answer(exchange, 200, "{\"access_token\":\"token-" + this.asked.size()
				+ "\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + "}");
	}

	static HttpHandler answering(int status, String body) {
		return (exchange) -> answer(exchange, status, body);
	}

	static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
