package dev.tickmark.sandbox;

import java.util.Map;

/**
 * PaySway's token endpoint: client id and secret in a form body.
 *
 * @see <a href="https://docs.paysway.io/get-started/authentication">PaySway:
 * authentication</a>
 */
final class PayswayTokens {

	private final Tokens tokens;

	PayswayTokens(Tokens tokens) {
		this.tokens = tokens;
	}

	Reply answer(Inquiry inquiry) {
		if (!inquiry.method().equals("POST")) {
			return PayswayErrors.of(405).with("Allow", "POST");
		}
		Map<String, String> form = inquiry.form();
		if (!"client_credentials".equals(form.get("grant_type"))) {
			return PayswayErrors.of(400, "AUTH_UNSUPPORTED_GRANT_TYPE", "grant_type must be client_credentials");
		}
		if (!form.containsKey("client_id") || !form.containsKey("client_secret")) {
			return PayswayErrors.of(400, "AUTH_MISSING_CLIENT_CREDENTIALS", "client_id and client_secret are required");
		}
		if (!Sandbox.CLIENT_ID.equals(form.get("client_id"))
				|| !Sandbox.CLIENT_SECRET.equals(form.get("client_secret"))) {
			return PayswayErrors.of(401, "AUTH_INVALID_CLIENT_CREDENTIALS", "Unknown client or wrong secret");
		}
		String token = this.tokens.mint();
		return (token != null) ? this.tokens.document(token) : PayswayErrors.of(429);
	}

}
