package dev.tickmark.sandbox;

/**
 * Paysafe's token endpoint: client id and secret by HTTP Basic. The codes of its refusals
 * are an assumption.
 *
 * @see <a href=
 * "https://docs.paysafe.com/docs/embedded-wallets/authentication/business">Paysafe:
 * authentication</a>
 */
final class PaysafeTokens {

	private final Tokens tokens;

	PaysafeTokens(Tokens tokens) {
		this.tokens = tokens;
	}

	Reply answer(Inquiry inquiry) {
		if (!inquiry.method().equals("POST")) {
			return PaysafeErrors.of(405).with("Allow", "POST");
		}
		String[] client = inquiry.basic();
		if (client == null || !client[0].equals(Sandbox.CLIENT_ID) || !client[1].equals(Sandbox.CLIENT_SECRET)) {
			return PaysafeErrors.of(401).with("WWW-Authenticate", "Basic realm=\"sandbox\"");
		}
		if (!"client_credentials".equals(inquiry.form().get("grant_type"))) {
			return PaysafeErrors.grantType();
		}
		String token = this.tokens.mint();
		return (token != null) ? this.tokens.document(token) : PaysafeErrors.of(429);
	}

}
