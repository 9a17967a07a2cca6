package dev.tickmark.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** What the scripted provider talks to; it counts what it is asked. */
public final class StubServer implements AutoCloseable {

	private final HttpServer server;

	private final Map<String, Integer> asked = new ConcurrentHashMap<>();

	private final AtomicInteger underWay = new AtomicInteger();

	private volatile Script script = (_, _) -> new Says(200, Map.of());

	public StubServer() {
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

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** What it answers from now on; the count of askings for that name is handed in. */
	public void answers(Script newScript) {
		this.script = newScript;
	}

	/** How often it was asked about a name. */
	public int asked(String name) {
		return this.asked.getOrDefault("/" + name, 0);
	}

	/** How often it was asked at all. */
	int asked() {
		return this.asked.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** How many requests are waiting for their answer now. */
	int underWay() {
		return this.underWay.get();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		int count = this.asked.merge(path, 1, Integer::sum);
		this.underWay.incrementAndGet();
		try {
			Says says = this.script.answer(path.substring(1), count);
			says.headers().forEach(exchange.getResponseHeaders()::set);
			exchange.sendResponseHeaders(says.status(), -1);
		}
		finally {
			this.underWay.decrementAndGet();
			exchange.close();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	public interface Script {

		Says answer(String name, int count);

	}

	public record Says(int status, Map<String, String> headers) {

		public static Says ok() {
			return new Says(200, Map.of());
		}

	}

}
