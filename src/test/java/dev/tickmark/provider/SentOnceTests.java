package dev.tickmark.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tickmark.console.Main;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The JDK's HTTP client sends a GET again when its connection breaks, unless the program
 * forbids it before the client is first used. So this needs a process of its own.
 */
@Timeout(300)
class SentOnceTests {

	private static final String SAYS = "says: ";

	/** Begins like the program, and makes a call before its end. */
	public static void main(String[] arguments) {
		Runtime.getRuntime()
			.addShutdownHook(new Thread(() -> System.out.println(SAYS + Given.lane("http://127.0.0.1:" + arguments[0])
				.send(Given.get("/v1"), 1, Admission.Permit.UNCOUNTED)
				.answer())));
		Main.main(new String[] { "--version" });
	}

	@Test
	void theProgramNeverLetsTheHttpClientSendACallAgain() throws Exception {
		AtomicInteger connections = new AtomicInteger();
		try (ServerSocket broken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread.startVirtualThread(() -> closeAll(broken, connections));
			Process process = new ProcessBuilder(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
							"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
							SentOnceTests.class.getName(), String.valueOf(broken.getLocalPort())))
				.redirectErrorStream(true)
				.start();
			try {
				String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				assertThat(output).contains(SAYS + "Missing[sent=true,");
			}
			finally {
				process.destroyForcibly();
			}
		}
		assertThat(connections).hasValue(1);
	}

	private static void closeAll(ServerSocket server, AtomicInteger connections) {
		while (true) {
			try (Socket socket = server.accept()) {
				connections.incrementAndGet();
				// the request's beginning: it was sent
				socket.getInputStream().read();
				socket.setSoLinger(false, 0);
				socket.shutdownOutput();
			}
			catch (IOException _) {
				return;
			}
		}
	}

}
