package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import tools.jackson.databind.JsonNode;

/** Talks to a simulated provider that wants signatures; the fixture of their tests. */
final class SignedClient {

	private final String url;

	private final Path key;

	private SignedClient(Sandbox sandbox, String provider) {
		this.url = ProviderClient.url(sandbox, provider);
		this.key = Path.of(sandbox.properties().get("tickmark.providers." + provider + ".private-key"));
	}

	static SignedClient smartglocal(Sandbox sandbox) {
		return new SignedClient(sandbox, "smartglocal");
	}

	static SignedClient bank131(Sandbox sandbox) {
		return new SignedClient(sandbox, "bank131");
	}

	String signature(String text) throws Exception {
		return sign(this.key, text.getBytes(StandardCharsets.UTF_8));
	}

	static PrivateKey privateKey(Path file) throws Exception {
		String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
		return KeyFactory.getInstance("RSA")
			.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
	}

	/** The signature that the key in this file makes of these bytes, in Base64. */
	static String sign(Path file, byte[] bytes) throws Exception {
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initSign(privateKey(file));
		signature.update(bytes);
		return Base64.getEncoder().encodeToString(signature.sign());
	}

	/** A request of the sandbox's project, not signed. */
	HttpRequest.Builder request(String path) {
		return ProviderClient.request(this.url + path)
			.header("Content-Type", "application/json")
			.header("X-PARTNER-PROJECT", Sandbox.PROJECT);
	}

	/** Smart Glocal's way: the signature of the body's bytes in a header. */
	HttpResponse<String> post(String path, String body) throws Exception {
		return ProviderClient.send(signed(path, body).POST(BodyPublishers.ofString(body)));
	}

	HttpRequest.Builder signed(String path, String body) throws Exception {
		return request(path).header("X-PARTNER-SIGN", signature(body));
	}

	JsonNode record() throws IOException, InterruptedException {
		return ProviderClient.json(ProviderClient.send(ProviderClient.request(this.url + "/sandbox/record")));
	}

	/** A session nothing was asked in yet. */
	String session() throws Exception {
		JsonNode created = ProviderClient.json(post("/api/v1/session/create", "{}"));
		return created.at("/session/id").stringValue();
	}

	HttpResponse<String> verify(String session, String phone) throws Exception {
		return post("/api/v1/fps/customer_verification", verification(session, phone, "100000000069", "Ivan"));
	}

	JsonNode status(String session) throws Exception {
		return ProviderClient.json(post("/api/v1/session/status", "{\"session_id\":\"" + session + "\"}"));
	}

	/** Smart Glocal's documented request. */
	static String verification(String session, String phone, String bank, String firstName) {
		return """
				{"session_id":"%s","payment_method":{"type":"bank_account","bank_account":{
				"system_type":"faster_payment_system_verification","faster_payment_system_verification":{
				"phone":"%s","bank_id":"%s"}}},"participant_details":{"recipient":{
				"first_name":"%s","last_name":"Ivanov","middle_name":"Ivanovich"}}}""".formatted(session, phone, bank,
				firstName);
	}

}
