package dev.tickmark.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import com.sun.net.httpserver.HttpExchange;

/** Sends a response in its manner. All that takes long ends when the client hangs up. */
final class Delivery {

	/** Longer than any client waits; then the sandbox gives up as well. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration DRIP = Duration.ofMillis(250);

	private static final int BLOCK = 64 * 1024;

	private static final int PADDING_BLOCKS = 160;

	/** 64 MB are endless enough. */
	private static final int ENDLESS_BLOCKS = 1024;

	private Delivery() {
	}

	static void send(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
		reply.headers().forEach(exchange.getResponseHeaders()::set);
		exchange.getResponseHeaders().set("X-Tickmark-Sandbox", "true");
		byte[] body = reply.body();
		switch (reply.manner()) {
			case WHOLE -> whole(exchange, reply);
			case CLOSED -> exchange.close();
			case SILENT -> {
				Thread.sleep(PATIENCE);
				exchange.close();
			}
			case TRUNCATED -> {
				exchange.sendResponseHeaders(reply.status(), Math.max(1, body.length));
				exchange.getResponseBody().write(body, 0, body.length / 2);
				exchange.getResponseBody().flush();
				exchange.close();
			}
			case ENDLESS -> {
				OutputStream out = begun(exchange, reply);
				out.write(body);
				blocks(out, ' ', ENDLESS_BLOCKS);
				out.close();
			}
			case PADDED -> {
				OutputStream out = begun(exchange, reply);
				out.write("{\"padding\":\"".getBytes(StandardCharsets.US_ASCII));
				blocks(out, 'x', PADDING_BLOCKS);
				out.write("\",".getBytes(StandardCharsets.US_ASCII));
				// after the brace that the padding has taken the place of
				out.write(body, Math.min(1, body.length), Math.max(0, body.length - 1));
				out.close();
			}
			case DRIPPING -> drip(exchange, reply);
		}
	}

	private static void whole(HttpExchange exchange, Reply reply) throws IOException {
		if (reply.source() != null) {
			OutputStream out = begun(exchange, reply);
			reply.source().write(out);
			out.close();
			return;
		}
		boolean silent = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(reply.status(), silent ? -1 : reply.body().length);
		if (!silent) {
			exchange.getResponseBody().write(reply.body());
		}
		exchange.getResponseBody().close();
	}

	private static OutputStream begun(HttpExchange exchange, Reply reply) throws IOException {
		// No length is announced
		exchange.sendResponseHeaders(reply.status(), 0);
		return exchange.getResponseBody();
	}

	private static void blocks(OutputStream out, char filling, int count) throws IOException {
		byte[] block = new byte[BLOCK];
		Arrays.fill(block, (byte) filling);
		for (int i = 0; i < count; i++) {
			out.write(block);
		}
	}

	private static void drip(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
		OutputStream out = begun(exchange, reply);
		long end = System.nanoTime() + PATIENCE.toNanos();
		for (byte drop : reply.body()) {
			out.write(drop);
			out.flush();
			Thread.sleep(DRIP);
			if (System.nanoTime() - end > 0) {
				exchange.close();
				return;
			}
		}
		out.close();
	}

}
