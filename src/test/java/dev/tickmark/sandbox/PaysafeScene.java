package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A sandbox whose Paysafe is quick, and what its tests ask of it. */
abstract class PaysafeScene {

	static final Duration LIFE = Duration.ofMillis(1200);

	@TempDir
	Path folder;

	Sandbox sandbox;

	ProviderClient paysafe;

	@BeforeEach
	void start() throws IOException, InterruptedException {
		this.sandbox = Sandbox.start(SandboxSettings.of(ProviderClient.quick(LIFE)), this.folder, false);
		this.paysafe = ProviderClient.paysafe(this.sandbox);
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	JsonNode opened(String customer) throws Exception {
		HttpResponse<String> response = this.paysafe.open(customer);
		assertThat(response.statusCode()).isEqualTo(200);
		return ProviderClient.json(response);
	}

	JsonNode read(String customer, JsonNode session) throws Exception {
		HttpResponse<String> response = this.paysafe.session(customer, session.path("id").stringValue());
		assertThat(response.statusCode()).isEqualTo(200);
		return ProviderClient.json(response);
	}

	JsonNode list(String customer, String query) throws Exception {
		HttpResponse<String> response = this.paysafe.sessions(customer, query);
		assertThat(response.statusCode()).isEqualTo(200);
		return ProviderClient.json(response);
	}

	static String status(JsonNode session) {
		return session.path("sessionStatus").stringValue();
	}

	static String code(HttpResponse<String> refused) {
		JsonNode error = ProviderClient.json(refused).path("error");
		assertThat(error.path("message").stringValue()).isNotBlank();
		assertThat(error.at("/details/0").stringValue()).isNotBlank();
		return error.path("code").stringValue();
	}

}
