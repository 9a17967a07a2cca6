package dev.tickmark.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An identity provider that lets in whomever a test says. */
final class IdentityProvider {

	private static final String CLIENT = "tickmark";

	private static final Pattern CODE = Pattern.compile("(?:^|&)code=(\\w+)");

	private final HttpServer server;

	private final RSAKey key;

	/** By the code that stands for them. */
	private final Map<String, JWTClaimsSet> signedIn = new ConcurrentHashMap<>();

	private final AtomicInteger codes = new AtomicInteger();

	IdentityProvider() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("k1").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		answer("/.well-known/openid-configuration", (_) -> """
				{"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
				 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
				 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer()));
		answer("/keys", (_) -> new JWKSet(this.key.toPublicJWK()).toString());
		answer("/token", this::token);
		this.server.start();
	}

	String issuer() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	String client() {
		return CLIENT;
	}

	/** Signs somebody in, and gives the code with which the program may ask who it is. */
	String signIn(String subject, String name, String nonce) {
		String code = "c" + this.codes.incrementAndGet();
		Instant now = Instant.now();
		this.signedIn.put(code,
				new JWTClaimsSet.Builder().issuer(issuer())
					.subject(subject)
					.audience(CLIENT)
					.issueTime(Date.from(now))
					.expirationTime(Date.from(now.plusSeconds(60)))
					.claim("nonce", nonce)
					.claim("preferred_username", name)
					.build());
		return code;
	}

	private String token(String body) {
		Matcher code = CODE.matcher(body);
		JWTClaimsSet claims = code.find() ? this.signedIn.remove(code.group(1)) : null;
		if (claims == null) {
			throw new IllegalStateException("no such code");
		}
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
			token.sign(new RSASSASigner(this.key));
			return """
					{"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}"""
				.formatted(token.serialize());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void answer(String path, Answer answer) {
		this.server.createContext(path, (exchange) -> {
			try (HttpExchange open = exchange) {
				String asked = new String(open.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
				byte[] body = answer.to(asked).getBytes(StandardCharsets.UTF_8);
				open.getResponseHeaders().set("Content-Type", "application/json");
				open.sendResponseHeaders(200, body.length);
				open.getResponseBody().write(body);
			}
		});
	}

	/** What is said to whatever was asked. */
	@FunctionalInterface
	private interface Answer {

		String to(String asked);

	}

}
