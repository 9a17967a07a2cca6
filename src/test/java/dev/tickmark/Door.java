package dev.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A door before one simulated provider. Calls pass while it is open; it may also keep the
 * answers back, so that the provider has taken a call and nobody hears of it, or refuse
 * calls before the provider sees them.
 */
final class Door implements AutoCloseable {

	private static final Set<String> NOT_PASSED_ON = Set.of("connection", "content-length", "host", "expect", "upgrade",
			"transfer-encoding", "date");

	private final String provider;

	private final String inside;

	private final HttpServer server;

	private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpClient client = HttpClient.newHttpClient();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition opened = this.lock.newCondition();

	private boolean keeping;

	private volatile int status;

	private final AtomicInteger kept = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private Door(String provider, String inside, HttpServer server) {
		this.provider = provider;
		this.inside = inside;
		this.server = server;
	}

	/** An open door before a provider. */
	static Door before(String provider, Providers providers) {
		String inside = providers.properties().get("tickmark.providers." + provider + ".base-url");
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 200);
			Door door = new Door(provider, inside, server);
			server.setExecutor(door.workers);
			server.createContext("/", door::handle);
			server.start();
			return door;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The settings of a run, with the way through this door. */
	List<String> through(List<String> settings) {
		String key = "--tickmark.providers." + this.provider + ".base-url=";
		List<String> through = new ArrayList<>(settings);
		through.replaceAll((setting) -> setting.startsWith(key)
				? key + "http://127.0.0.1:" + this.server.getAddress().getPort() : setting);
		return through;
	}

	/** From now on the provider gets the calls, and its answers stay here. */
	void keepAnswers() {
		this.status = 0;
		locked(() -> this.keeping = true);
	}

	/** From now on the provider gets no calls: they are refused for an hour. */
	void refuse(int newStatus) {
		this.status = newStatus;
	}

	/** From now on all calls and answers pass, those too that were kept. */
	void open() {
		this.status = 0;
		locked(() -> {
			this.keeping = false;
			this.opened.signalAll();
		});
	}

	/** How many answers were kept back so far. */
	int kept() {
		return this.kept.get();
	}

	/** How many calls were refused so far. */
	int refused() {
		return this.refused.get();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			if (this.status != 0) {
				this.refused.incrementAndGet();
				exchange.getResponseHeaders().set("Retry-After", "3600");
				exchange.sendResponseHeaders(this.status, -1);
				return;
			}
			HttpResponse<byte[]> answer = this.client.send(request(exchange, body), BodyHandlers.ofByteArray());
			awaitOpen();
			answer.headers().map().forEach((name, values) -> {
				if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
					exchange.getResponseHeaders().put(name, values);
				}
			});
			byte[] content = answer.body();
			exchange.sendResponseHeaders(answer.statusCode(), (content.length == 0) ? -1 : content.length);
			exchange.getResponseBody().write(content);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private HttpRequest request(HttpExchange exchange, byte[] body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.inside + exchange.getRequestURI()))
			.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		return request.build();
	}

	private void awaitOpen() throws InterruptedException {
		this.lock.lock();
		try {
			if (this.keeping) {
				this.kept.incrementAndGet();
			}
			while (this.keeping) {
				this.opened.await();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void locked(Runnable work) {
		this.lock.lock();
		try {
			work.run();
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.workers.shutdownNow();
		this.client.shutdownNow();
	}

}
