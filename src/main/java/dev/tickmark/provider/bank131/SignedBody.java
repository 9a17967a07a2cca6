package dev.tickmark.provider.bank131;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Authenticator;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Request;

/**
 * Bank 131's proof: the project in a header, and beside the {@code payload} in the body a
 * {@code signature} over its canonical text and a line end.
 *
 * @param project the partner's project
 * @param signer what signs
 */
record SignedBody(String project, SigningScheme.Signer signer) implements Authenticator {

	private static final String LINE_END = "\r\n";

	@Override
	public Authorization authorize(Request request) {
		Request ours = request.with(Map.of("X-PARTNER-PROJECT", this.project));
		String payload = request.body();
		if (payload == null) {
			return new Authorization.Granted(ours);
		}
		try {
			String signature = this.signer.sign((payload + LINE_END).getBytes(StandardCharsets.UTF_8));
			return new Authorization.Granted(ours.withBody(envelope(payload, signature)));
		}
		catch (SigningScheme.Unavailable ex) {
			return new Authorization.Denied(new Outcome.LaneFault(
					Finding.of(Verdict.PROVIDER_ERROR, "Nothing can be signed for Bank 131: " + ex.getMessage())));
		}
	}

	/** The payload goes in as the very text that was signed. */
	private static String envelope(String payload, String signature) {
		ObjectNode envelope = Json.object();
		envelope.putRawValue("payload", new RawValue(payload));
		envelope.put("signature", signature);
		return Json.write(envelope);
	}

	@Override
	public void refused(Request sent) {
		// there is no token to be dropped
	}

}
