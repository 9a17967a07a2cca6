package dev.tickmark.provider.smartglocal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Refusal;

/** The envelope that every answer comes in. That it says ok is no verdict. */
sealed interface Reply {

	/** The call was taken, and this is the session now. */
	record Taken(Session session) implements Reply {

	}

	/**
	 * The call was refused, with whatever HTTP status.
	 *
	 * @param shown the code as it may be shown
	 */
	record Refused(ErrorCode code, @Nullable String shown) implements Reply {

	}

	/** No such envelope: nothing but the HTTP status says anything. */
	record Unclear() implements Reply {

	}

	static Reply of(Received received) {
		int status = received.status();
		JsonNode body = Json.read(received);
		String outer = Json.word(body.path("status"));
		JsonNode error = body.path("error");
		if (status == 200 && outer.equals("ok")) {
			boolean one = Json.isAbsent(error) && body.path("session").isObject();
			return one ? new Taken(Session.of(body.path("session"))) : new Unclear();
		}
		boolean refused = outer.equals("error") ? (status == 200 || status >= 400) : (outer.isEmpty() && status >= 400);
		String code = Json.text(error.path("code"));
		// A busy server's status says more than its code
		if (!refused || code == null || status == 429 || status == 503) {
			return new Unclear();
		}
		return new Refused(ErrorCode.of(code), Refusal.code(error.path("code")));
	}

}
