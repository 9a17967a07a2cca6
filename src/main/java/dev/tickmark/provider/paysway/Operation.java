package dev.tickmark.provider.paysway;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.Json;

/**
 * The verification at PaySway that a conversation is about now.
 * <p>
 * A FAILED verification is the stored answer of its key for good. Where the failure may
 * pass, the next question is therefore a new operation under a new key.
 *
 * @param generation how many operations of this conversation failed in a way that calls
 * for a new one
 * @param id the operation's id, once PaySway has named it
 * @param unexpected how many of those failures PaySway itself could not explain
 */
record Operation(int generation, @Nullable String id, int unexpected) {

	static final String UNAVAILABLE = "UNAVAILABLE_FINANCIAL_INSTITUTION";

	static final String UNEXPECTED = "UNEXPECTED_ERROR";

	static Operation of(Conversation conversation) {
		Operation operation = new Operation(0, null, 0);
		for (Call call : conversation.calls()) {
			if (call.answer() instanceof Received received && received.status() >= 200 && received.status() < 300) {
				operation = operation.after(Json.read(received));
			}
		}
		return operation;
	}

	private Operation after(JsonNode verification) {
		String answered = Json.id(verification.path("id"));
		if (answered == null || (this.id != null && !this.id.equals(answered))) {
			return this;
		}
		if (!Json.word(verification.path("state")).equals("FAILED")) {
			return new Operation(this.generation, answered, this.unexpected);
		}
		return switch (Json.word(verification.path("failureReason"))) {
			case UNAVAILABLE -> new Operation(this.generation + 1, null, this.unexpected);
			case UNEXPECTED -> new Operation(this.generation + 1, null, this.unexpected + 1);
			default -> new Operation(this.generation, answered, this.unexpected);
		};
	}

}
