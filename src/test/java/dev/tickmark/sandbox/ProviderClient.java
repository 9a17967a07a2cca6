package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/** Talks to one simulated provider over HTTP; the fixture of this room's tests. */
final class ProviderClient {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final String CREDENTIALS = Sandbox.CLIENT_ID + ":" + Sandbox.CLIENT_SECRET;

	private final String url;

	private final String token;

	private ProviderClient(String url) throws IOException, InterruptedException {
		this.url = url;
		this.token = Json.MAPPER.readTree(requestToken(url, "grant_type=client_credentials").body())
			.path("access_token")
			.asString("");
	}

	static ProviderClient banfico(Sandbox sandbox) throws IOException, InterruptedException {
		return new ProviderClient(url(sandbox, "banfico"));
	}

	static ProviderClient paysway(Sandbox sandbox) throws IOException, InterruptedException {
		return new ProviderClient(url(sandbox, "paysway"));
	}

	static ProviderClient paysafe(Sandbox sandbox) throws IOException, InterruptedException {
		return new ProviderClient(url(sandbox, "paysafe"));
	}

	/** Answers at once; persons take 300 ms, and their sessions live this long. */
	static Behaviour quick(Duration sessionLife) {
		Behaviour standard = Behaviour.immediate();
		return new Behaviour(standard.latency(), standard.latencySpread(), standard.limit(), 0, Duration.ofMillis(300),
				standard.tokenLife(), true, Map.of("session-life", sessionLife.toString()));
	}

	/** Where a provider of this sandbox listens. */
	static String url(Sandbox sandbox, String provider) {
		return Objects.requireNonNull(sandbox.properties().get("tickmark.providers." + provider + ".base-url"));
	}

	/** Asks for a token in a way that pleases both providers. */
	static HttpResponse<String> requestToken(String url, String grant) throws IOException, InterruptedException {
		String form = grant + "&client_id=" + Sandbox.CLIENT_ID + "&client_secret=" + Sandbox.CLIENT_SECRET;
		String basic = Base64.getEncoder().encodeToString(CREDENTIALS.getBytes(StandardCharsets.UTF_8));
		return send(request(url + "/oauth2/token").header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	static HttpRequest.Builder request(String url) {
		return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
	}

	static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return HTTP.send(request.build(), BodyHandlers.ofString());
	}

	static JsonNode json(HttpResponse<String> response) {
		return Json.MAPPER.readTree(response.body());
	}

	HttpRequest.Builder authorised(String path) {
		return request(this.url + path).header("Authorization", "Bearer " + this.token)
			.header("Content-Type", "application/json");
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(authorised(path).GET());
	}

	HttpResponse<String> verify(String body) throws IOException, InterruptedException {
		return send(authorised("/v1.0/account-verifications").POST(BodyPublishers.ofString(body)));
	}

	HttpResponse<String> verify(String body, UUID key) throws IOException, InterruptedException {
		return send(authorised("/payments/verifications").header("Idempotency-Key", key.toString())
			.POST(BodyPublishers.ofString(body)));
	}

	/** Opens a session with Paysafe as documented. */
	HttpResponse<String> open(String customer) throws IOException, InterruptedException {
		return open(customer, "{\"instrumentType\":\"US_BANK_ACCOUNT\",\"returnUrl\":\"https://example.org/done\"}");
	}

	HttpResponse<String> open(String customer, String body) throws IOException, InterruptedException {
		return send(
				authorised("/customers/" + customer + "/instrument-verifications").POST(BodyPublishers.ofString(body)));
	}

	HttpResponse<String> session(String customer, String id) throws IOException, InterruptedException {
		return get("/customers/" + customer + "/instrument-verifications/" + id);
	}

	HttpResponse<String> sessions(String customer, String query) throws IOException, InterruptedException {
		return get("/customers/" + customer + "/instrument-verifications" + query);
	}

	JsonNode record() throws IOException, InterruptedException {
		return json(send(request(this.url + "/sandbox/record").GET()));
	}

	void reset() throws IOException, InterruptedException {
		send(request(this.url + "/sandbox/reset").POST(BodyPublishers.noBody()));
	}

	/** Banfico's documented request for a sort code and account number of 14 digits. */
	static String scan(String id, String name) {
		return banfico("SCAN", id, name);
	}

	static String banfico(String scheme, String id, String name) {
		return """
				{"data":{"verification":{"types":["NAME"],"account":{"type":"PERSONAL","idScheme":"%s",
				"name":"%s","id":"%s"}}}}""".formatted(scheme, name, id);
	}

	/** PaySway's documented request for an IBAN. */
	static String iban(String iban, String name) {
		return """
				{"details":{"country":"%s","creditorAccount":{"id":{"value":"%s","type":"IBAN"}},
				"creditor":{"name":"%s","type":"INDIVIDUAL"}}}""".formatted(iban.substring(0, 2), iban, name);
	}

	/** PaySway's documented request for a British account. */
	static String british(String accountNumber, String name) {
		return """
				{"details":{"country":"GB","creditorAgent":{"clearingSystemMemberId":{"memberId":"200000"}},
				"creditorAccount":{"id":{"value":"%s","type":"ACCOUNT_NUMBER"}},
				"creditor":{"name":"%s","type":"INDIVIDUAL"}}}""".formatted(accountNumber, name);
	}

}
