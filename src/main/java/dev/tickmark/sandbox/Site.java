package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** One simulated provider on a port of its own. */
final class Site implements AutoCloseable {

	private static final int MOST_BYTES = 64 * 1024;

	private static final int BACKLOG = 1024;

	static {
		// Without it an answer may wait 40 ms for the client's delayed acknowledgement
		preset("sun.net.httpserver.nodelay", "true");
		// An idle connection is the client's to close: closing it here would race with
		// its
		// next request
		preset("sun.net.httpserver.maxIdleConnections", "4096");
		preset("sun.net.httpserver.idleInterval", "300");
	}

	private final String provider;

	private final HttpServer server;

	private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

	private final Register register;

	private final Desk desk;

	private final Simulation simulation;

	private Site(Plan plan, Behaviour behaviour, HttpServer server, Register register, PartnerKey partnerKey) {
		this.provider = plan.key();
		this.server = server;
		this.register = register;
		Meter meter = new Meter(behaviour.limits());
		Stage stage = new Stage(url(), behaviour, register, meter, partnerKey);
		this.simulation = plan.simulation(stage);
		this.desk = new Desk(plan, this.simulation, stage);
	}

	static Site open(Plan plan, Behaviour behaviour, Path folder, PartnerKey partnerKey, int port) throws IOException {
		HttpServer server = bind(plan, port);
		try {
			Site site = new Site(plan, behaviour, server, register(plan, behaviour, folder), partnerKey);
			server.setExecutor(site.workers);
			server.createContext("/", site::handle);
			server.start();
			return site;
		}
		catch (IOException | RuntimeException ex) {
			server.stop(0);
			throw ex;
		}
	}

	String provider() {
		return this.provider;
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	String url() {
		return "http://127.0.0.1:" + port();
	}

	/** What a lane must be told to come here, by the key below the provider's name. */
	Map<String, String> properties() {
		Map<String, String> properties = new TreeMap<>(this.simulation.properties());
		properties.put("base-url", url());
		return properties;
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.workers.shutdownNow();
		try {
			this.register.close();
		}
		catch (IOException _) {
			// Every line was written when it was due; there is nothing left to lose
		}
	}

	private static Register register(Plan plan, Behaviour behaviour, Path folder) throws IOException {
		Statement statement = new Statement(folder.resolve(plan.key() + "-statement.csv"),
				behaviour.bookkeeping().statement());
		return new Register(folder.resolve(plan.key() + ".log"), statement);
	}

	private static HttpServer bind(Plan plan, int port) throws IOException {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
		}
		catch (BindException ex) {
			throw new IOException("the sandbox cannot simulate " + plan.key() + ": port " + port
					+ " on 127.0.0.1 is taken; stop the program that uses it (another sandbox?)", ex);
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		long arrived = System.nanoTime();
		try {
			byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
			Inquiry inquiry = new Inquiry(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
					Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
					exchange.getRequestHeaders(), body);
			boolean tooLong = body.length > MOST_BYTES;
			Reply reply = tooLong ? this.desk.refuse(inquiry, 413) : answer(inquiry, arrived);
			Duration delay = this.desk.delay(inquiry);
			if (delay.isPositive()) {
				Thread.sleep(delay);
			}
			Delivery.send(exchange, reply);
			if (tooLong) {
				exchange.close();
			}
		}
		catch (InterruptedException _) {
			// The sandbox is being closed
			exchange.close();
		}
	}

	private Reply answer(Inquiry inquiry, long arrived) {
		try {
			return this.desk.answer(inquiry, arrived);
		}
		catch (RuntimeException ex) {
			return Reply.text(500, "text/plain", "a fault of the sandbox itself: " + ex);
		}
	}

	private static void preset(String property, String value) {
		if (System.getProperty(property) == null) {
			System.setProperty(property, value);
		}
	}

}
