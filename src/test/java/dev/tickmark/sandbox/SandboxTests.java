package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SandboxTests {

	@TempDir
	Path folder;

	Sandbox sandbox;

	@BeforeEach
	void start() throws IOException {
		this.sandbox = Sandbox.start(SandboxSettings.of(Behaviour.immediate()), this.folder.resolve("deep/er"), false);
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void itsPropertiesPointEveryLaneHere() {
		assertTold("banfico", "token-url", "client-id", "client-secret");
		assertTold("paysway", "token-url", "client-id", "client-secret");
		assertTold("smartglocal", "project", "private-key");
		assertTold("bank131", "project", "private-key");
		assertTold("paysafe", "token-url", "client-id", "client-secret", "return-url");
		assertThat(this.sandbox.providers()).extracting(Sandbox.Listening::name)
			.containsExactlyElementsOf(Plan.names());
		assertThat(this.sandbox.providers().getFirst().url())
			.isEqualTo(this.sandbox.properties().get("tickmark.providers.banfico.base-url"));
	}

	private void assertTold(String provider, String... keys) {
		String prefix = "tickmark.providers." + provider + ".";
		assertThat(this.sandbox.properties().keySet()).filteredOn((key) -> key.startsWith(prefix))
			.containsExactlyInAnyOrderElementsOf(
					Stream.concat(Stream.of("base-url"), Stream.of(keys)).map((key) -> prefix + key).toList());
	}

	@Test
	void everyResponseSaysWhereItComesFrom() throws Exception {
		for (Sandbox.Listening provider : this.sandbox.providers()) {
			for (String path : new String[] { "/", "/sandbox/record", "/nowhere", "/oauth2/token" }) {
				HttpResponse<String> response = ProviderClient.send(ProviderClient.request(provider.url() + path));
				assertThat(response.headers().firstValue("X-Tickmark-Sandbox")).hasValue("true");
			}
		}
	}

	@Test
	void thePageListsMarkersSettingsAndCounts() throws Exception {
		for (Sandbox.Listening provider : this.sandbox.providers()) {
			HttpResponse<String> page = ProviderClient.send(ProviderClient.request(provider.url() + "/"));
			assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
			assertThat(page.body()).contains("<code>…", "1000000 calls", "submissions", "What a lane is told",
					"<code>…7210</code>", "where drift is on, twice on the statement", "currency: <code>EUR</code>");
		}
	}

	@Test
	void theDocumentListsEveryMarker() throws Exception {
		assertListed("Banfico", BanficoMarkers.ALL);
		assertListed("PaySway", PayswayMarkers.ALL);
		assertListed("Smart Glocal", SmartglocalMarkers.ALL);
		assertListed("Bank 131", Bank131Markers.ALL);
		assertListed("Paysafe", PaysafeMarkers.ALL);
	}

	private static void assertListed(String provider, Markers<?> markers) throws IOException {
		String document = Files.readString(Path.of("src/docs/sandbox.md"));
		String[] parts = document.split("### " + provider + "\n");
		String section = parts[1].split("\n##")[0];
		String drift = document.split("\n## Drift\n")[1].split("\n## ")[0];
		markers.all()
			.forEach((marker) -> assertListed((Drift.of("1234" + marker.ending()) != null) ? drift : section, marker));
	}

	private static void assertListed(String text, Marker<?> marker) {
		assertThat(text.lines())
			.anyMatch((line) -> line.startsWith("|") && line.contains(marker.ending()) && line.contains(marker.word())
					&& line.contains(marker.meaning().replace("as every other payee; where drift is on, ", "")));
	}

	@Test
	void aBodyWithoutAnEndIsRefused() throws Exception {
		for (Sandbox.Listening provider : this.sandbox.providers()) {
			HttpResponse<String> refused = ProviderClient.send(ProviderClient.request(provider.url() + "/oauth2/token")
				.POST(BodyPublishers.ofString("x".repeat(70_000))));
			assertThat(refused.statusCode()).isEqualTo(413);
		}
	}

	@Test
	void aTakenPortIsNamed() throws Exception {
		ServerSocket taken;
		try {
			taken = new ServerSocket(8102, 1, InetAddress.ofLiteral("127.0.0.1"));
		}
		catch (IOException _) {
			// Taken already: just as well
			taken = new ServerSocket(0);
		}
		try (ServerSocket _ = taken) {
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> Sandbox.start(SandboxSettings.standard(), this.folder, true))
				.withMessageMatching(".*port 810[1-5] .*")
				.withMessageContaining("taken");
		}
	}

}
