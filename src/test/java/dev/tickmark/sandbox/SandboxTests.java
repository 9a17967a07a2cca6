package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

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
		assertThat(this.sandbox.properties()).containsOnlyKeys("tickmark.providers.banfico.base-url",
				"tickmark.providers.banfico.token-url", "tickmark.providers.banfico.client-id",
				"tickmark.providers.banfico.client-secret", "tickmark.providers.paysway.base-url",
				"tickmark.providers.paysway.token-url", "tickmark.providers.paysway.client-id",
				"tickmark.providers.paysway.client-secret");
		assertThat(this.sandbox.providers()).extracting(Sandbox.Listening::name).containsExactly("banfico", "paysway");
		assertThat(this.sandbox.providers().getFirst().url())
			.isEqualTo(this.sandbox.properties().get("tickmark.providers.banfico.base-url"));
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
			assertThat(page.body()).contains("…7101", "nomatch", "1000000 calls", "submissions");
		}
	}

	@Test
	void theDocumentListsEveryMarker() throws Exception {
		String[] parts = Files.readString(Path.of("src/docs/sandbox.md")).split("### PaySway");
		BanficoMarkers.ALL.all().forEach((marker) -> assertListed(parts[0], marker));
		PayswayMarkers.ALL.all().forEach((marker) -> assertListed(parts[1], marker));
	}

	private static void assertListed(String text, Marker<?> marker) {
		assertThat(text.lines()).anyMatch((line) -> line.startsWith("|") && line.contains(marker.ending())
				&& line.contains(marker.word()) && line.contains(marker.meaning()));
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
				.withMessageMatching(".*port 810[12] .*")
				.withMessageContaining("taken");
		}
	}

}
