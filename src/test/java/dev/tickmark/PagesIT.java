package dev.tickmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.ledger.embedded.EmbeddedServer;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What people bring to a process that is killed, that is not alone, or that is sent far
 * too much.
 */
@EnabledOnOs(OS.LINUX)
class PagesIT {

	private static final String PASSWORD = "seventeen green bicycles";

	private static final int ROWS = 100;

	private static final long THREE_GIGABYTES = 3L << 30;

	@AutoClose
	private final Workplace here;

	PagesIT(@TempDir Path folder) throws IOException {
		this.here = new Workplace(folder);
	}

	@Tag("long")
	@Test
	void whatAClerkStartedGoesOnByItselfAfterAKillAndNobodyIsAskedTwice(@TempDir Path providersFolder)
			throws IOException, InterruptedException {
		theClerkMayComeIn(List.of());
		try (Providers providers = Providers.start(providersFolder, Duration.ofMillis(50), 1000)) {
			RunningProgram first = this.here.start(providers.settings(100, 20), "serve", "--server.port=0");
			Visitor clerk = clerk(first);
			String upload = brought(clerk);
			assertThat(clerk.post(upload + "/start", Map.of()).location()).isEqualTo(upload);
			first.until(() -> providers.counted("paysway", "submissions") >= 20);
			first.kill();

			RunningProgram second = this.here.start(providers.settings(100, 100), "serve", "--server.port=0");
			Visitor again = clerk(second);
			complete(again);
			assertThat(again.get("/runs/1/reports/results.csv").body().lines()).hasSize(1 + ROWS);
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(ROWS);
			second.terminate().end().with(0);
		}
	}

	@Tag("long")
	@Test
	void theSameFileBroughtToTwoProcessesOnOneDatabaseHasOneRun(@TempDir Path serverFolder,
			@TempDir Path providersFolder) throws Exception {
		try (EmbeddedServer server = EmbeddedServer.open(serverFolder.resolve("postgres"));
				Providers providers = Providers.start(providersFolder, Duration.ofMillis(50), 1000)) {
			this.here.database(server);
			List<String> settings = providers.settings(100, 50);
			theClerkMayComeIn(settings);
			RunningProgram one = this.here.start(settings, "serve", "--server.port=0");
			settings.add("--tickmark.home=two");
			RunningProgram two = this.here.start(settings, "serve", "--server.port=0");
			Visitor here = clerk(one);
			Visitor there = clerk(two);
			String first = brought(here);
			String second = brought(there);
			here.post(first + "/start", Map.of());
			there.post(second + "/start", Map.of());
			complete(here);
			await().until(() -> there.get(second).status() == 302 || there.get(second).text().contains("at work"));
			assertThat(here.get("/runs/2").status()).isEqualTo(404);
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(ROWS);
			one.terminate().end().with(0);
			two.terminate().end().with(0);
		}
	}

	@Tag("long")
	@Test
	void threeGigabytesAndAFileThatBreaksOffLeaveNothingBehind() throws IOException {
		theClerkMayComeIn(List.of());
		RunningProgram program = this.here.start("serve", "--sandbox", "--server.port=0");
		Visitor clerk = clerk(program);
		Page answer = clerk.send(clerk.request("/uploads")
			.timeout(Duration.ofMinutes(3))
			.header("Accept", "text/html")
			.header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(Much::new), THREE_GIGABYTES)));
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.text()).contains("This is larger than what is taken here.");

		URI address = program.address();
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			OutputStream out = socket.getOutputStream();
			out.write(("POST /uploads HTTP/1.1\r\nHost: " + address.getAuthority()
					+ "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 50000000\r\n\r\n"
					+ "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nname,iban\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			out.flush();
		}
		assertThat(clerk.get("/uploads").text()).contains("Bring a payee file").doesNotContain("a.csv");
		assertThat(files(this.here.home().resolve("uploads"))).isEmpty();
		program.terminate().end().with(0);
	}

	private void theClerkMayComeIn(List<String> settings) throws IOException {
		this.here.start(settings, "user", "add", "anna", "--role", "uploader").type(PASSWORD).end().with(0);
	}

	private static Visitor clerk(RunningProgram program) {
		Visitor visitor = new Visitor(program.address().getPort(), null);
		visitor.signIn("anna", PASSWORD);
		return visitor;
	}

	/** Brings the list, and gives the address of its page. */
	private String brought(Visitor clerk) throws IOException {
		Path file = this.here.folder().resolve(this.here.file("payees.csv", Payees.of(0, ROWS)));
		clerk.get("/uploads");
		return clerk.upload("/uploads", "payees.csv", Files.readAllBytes(file), Map.of("job", "default"))
			.location()
			.replaceFirst("\\?.*", "");
	}

	private static void complete(Visitor clerk) {
		await().until(() -> clerk.get("/runs/1").text().contains("complete"));
	}

	private static List<Path> files(Path folder) throws IOException {
		if (Files.notExists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	/** More bytes than anybody keeps. */
	private static final class Much extends InputStream {

		private long left = THREE_GIGABYTES;

		@Override
		public int read() {
			return (this.left-- > 0) ? 'x' : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			int given = (int) Math.min(length, this.left);
			this.left -= given;
			return (given > 0) ? given : -1;
		}

	}

}
