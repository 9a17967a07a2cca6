package dev.tickmark.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers with bytes of the test's own, of whatever shape. */
final class RawServer implements AutoCloseable {

	/** A whole answer, and the connection stays. */
	static final String WHOLE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

	final AtomicInteger connections = new AtomicInteger();

	final AtomicInteger requests = new AtomicInteger();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final Behaviour behaviour;

	RawServer(Behaviour behaviour) throws IOException {
		this.behaviour = behaviour;
		this.threads.submit(() -> {
			while (true) {
				Socket accepted = this.socket.accept();
				this.connections.incrementAndGet();
				this.threads.submit(() -> serve(accepted));
			}
		});
	}

	String url() {
		return "http://127.0.0.1:" + this.socket.getLocalPort();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	static void write(Socket client, String bytes) throws IOException {
		OutputStream output = client.getOutputStream();
		output.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
		output.flush();
	}

	private Void serve(Socket client) throws IOException {
		try (client) {
			while (request(client)) {
				this.behaviour.answer(client, this.requests.incrementAndGet());
			}
		}
		return null;
	}

	/** Reads one; false when there is none. Those that have a body end with its end. */
	private static boolean request(Socket client) throws IOException {
		StringBuilder seen = new StringBuilder();
		while (!seen.toString().endsWith("\"}")
				&& !(seen.toString().endsWith("\r\n\r\n") && !seen.toString().startsWith("POST"))) {
			int next = client.isClosed() ? -1 : client.getInputStream().read();
			if (next < 0) {
				return false;
			}
			seen.append((char) next);
		}
		return true;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		this.threads.shutdownNow();
	}

	/** How a request is answered. */
	@FunctionalInterface
	interface Behaviour {

		void answer(Socket client, int number) throws IOException;

	}

}
