package dev.tickmark.provider.paysafe;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.Json;

/**
 * The answer with which a session of ours was opened. It alone bears the secure code, so
 * that the link of a session comes from here as long as the session lives.
 */
final class Opening {

	private static final int LONGEST_CODE = 1000;

	private final JsonNode body;

	private Opening(JsonNode body) {
		this.body = body;
	}

	/** How a session was opened; null when it was not opened in this conversation. */
	static @Nullable Opening of(Conversation conversation, String session) {
		for (Call call : conversation.calls()) {
			if (call.kind() == CallKind.SUBMIT && call.answer() instanceof Received received
					&& received.status() == 200) {
				JsonNode body = Json.read(received);
				if (session.equals(Json.id(body.path("id")))) {
					return new Opening(body);
				}
			}
		}
		return null;
	}

	/**
	 * The address that lets the customer in; null when the answer has none that may be
	 * handed to a person.
	 * @param parameter the query parameter for the secure code
	 */
	@Nullable String link(String parameter) {
		JsonNode address = this.body.path("redirectUrl");
		JsonNode code = this.body.path("secureCode");
		if (!address.isString() || !WebAddress.isSafe(address.stringValue()) || !code.isString()) {
			return null;
		}
		String secret = code.stringValue();
		boolean usable = !secret.isBlank() && secret.length() <= LONGEST_CODE
				&& secret.chars().noneMatch(Character::isISOControl);
		return usable ? WebAddress.with(address.stringValue(), parameter, secret) : null;
	}

}
