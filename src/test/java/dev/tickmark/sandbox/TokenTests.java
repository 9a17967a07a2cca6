package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("long")
class TokenTests {

	@TempDir
	Path folder;

	Sandbox sandbox;

	@BeforeEach
	void start() throws IOException {
		Behaviour standard = Behaviour.immediate();
		Behaviour brief = new Behaviour(standard.latency(), standard.latencySpread(), standard.limit(), 0,
				standard.pendingFor(), Duration.ofSeconds(2), Generation.C);
		this.sandbox = Sandbox.start(SandboxSettings.of(brief), this.folder, false);
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	private HttpResponse<String> token(String provider, String authorization, String form) throws Exception {
		return ProviderClient.send(ProviderClient.request(ProviderClient.url(this.sandbox, provider) + "/oauth2/token")
			.header("Authorization", authorization)
			.POST(BodyPublishers.ofString(form)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "banfico", "paysway", "paysafe" })
	void aTokenIsHandedOutWithItsLife(String provider) throws Exception {
		JsonNode token = ProviderClient.json(ProviderClient.requestToken(ProviderClient.url(this.sandbox, provider),
				"grant_type=client_credentials"));
		assertThat(token.path("access_token").stringValue()).isNotBlank();
		assertThat(token.path("token_type").stringValue()).isEqualTo("Bearer");
		assertThat(token.path("expires_in").intValue()).isEqualTo(2);
	}

	@Test
	void banficoWantsHttpBasic() throws Exception {
		String wrong = Base64.getEncoder().encodeToString("tickmark-sandbox:guess".getBytes());
		HttpResponse<String> refused = token("banfico", "Basic " + wrong, "grant_type=client_credentials");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(ProviderClient.json(refused).path("error").stringValue()).isEqualTo("invalid_client");
		HttpResponse<String> grant = ProviderClient.requestToken(ProviderClient.url(this.sandbox, "banfico"),
				"grant_type=password");
		assertThat(grant.statusCode()).isEqualTo(400);
	}

	@Test
	void paysafeWantsHttpBasic() throws Exception {
		String wrong = Base64.getEncoder().encodeToString("tickmark-sandbox:guess".getBytes());
		HttpResponse<String> refused = token("paysafe", "Basic " + wrong, "grant_type=client_credentials");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(ProviderClient.json(refused).at("/error/code").stringValue()).isEqualTo("5275");
		HttpResponse<String> grant = ProviderClient.requestToken(ProviderClient.url(this.sandbox, "paysafe"),
				"grant_type=password");
		assertThat(grant.statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					grant_type=password                                                    | 400 | AUTH_UNSUPPORTED_GRANT_TYPE
					grant_type=client_credentials                                          | 400 | AUTH_MISSING_CLIENT_CREDENTIALS
					grant_type=client_credentials&client_id=tickmark-sandbox&client_secret=x | 401 | AUTH_INVALID_CLIENT_CREDENTIALS
					""")
	void payswayWantsTheCredentialsInTheForm(String form, int status, String code) throws Exception {
		HttpResponse<String> refused = token("paysway", "none", form);
		assertThat(refused.statusCode()).isEqualTo(status);
		assertThat(ProviderClient.json(refused).path("code").stringValue()).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "banfico, /v1.0/account-verifications/x, UNAUTHORISED",
			"paysway, /payments/verifications/x, AUTH_TOKEN_NOT_FOUND" })
	void anUnknownTokenOpensNothing(String provider, String path, String code) throws Exception {
		HttpResponse<String> refused = ProviderClient
			.send(ProviderClient.request(ProviderClient.url(this.sandbox, provider) + path)
				.header("Authorization", "Bearer guess"));
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
		assertThat(ProviderClient.json(refused).path("code").stringValue()).isEqualTo(code);
	}

	@Test
	void paysafeRefusesTokensThatAreMissingUnknownOrExpired() throws Exception {
		String path = "/customers/4711/instrument-verifications";
		ProviderClient paysafe = ProviderClient.paysafe(this.sandbox);
		assertThat(paysafe.get(path).statusCode()).isEqualTo(200);
		HttpResponse<String> missing = ProviderClient
			.send(ProviderClient.request(ProviderClient.url(this.sandbox, "paysafe") + path));
		Awaitility.await().until(() -> paysafe.get(path).statusCode() == 401);
		for (HttpResponse<String> refused : List.of(missing, paysafe.get(path))) {
			assertThat(refused.statusCode()).isEqualTo(401);
			assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
			JsonNode error = ProviderClient.json(refused).path("error");
			assertThat(error.path("code").stringValue()).isEqualTo("5275");
			assertThat(error.path("details").size()).isEqualTo(1);
		}
	}

	@Test
	void aTokenExpires() throws Exception {
		ProviderClient paysway = ProviderClient.paysway(this.sandbox);
		assertThat(paysway.get("/payments/verifications/x").statusCode()).isEqualTo(404);
		Awaitility.await().until(() -> paysway.get("/payments/verifications/x").statusCode() == 401);
		assertThat(ProviderClient.json(paysway.get("/payments/verifications/x")).path("code").stringValue())
			.isEqualTo("AUTH_TOKEN_INVALID");
	}

}
