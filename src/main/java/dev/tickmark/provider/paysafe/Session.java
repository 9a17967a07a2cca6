package dev.tickmark.provider.paysafe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.provider.Json;

/**
 * A session as an answer describes it, without what lets a person in.
 *
 * @param id its id
 * @param ours whether it is about the kind of instrument that we ask for
 * @param status its {@code sessionStatus}
 * @param reason its {@code statusReason}; empty for none
 * @param lifetime from when to when it lives; null when nobody can tell
 */
record Session(String id, boolean ours, String status, String reason, @Nullable Lifetime lifetime) {

	private static final Set<String> OPEN = Set.of("ACTIVE", "AWAITING_USER_INPUT", "ONGOING_VERIFICATION");

	/** The session; null when it has no id. */
	static @Nullable Session of(JsonNode body) {
		String id = Json.id(body.path("id"));
		if (id == null) {
			return null;
		}
		JsonNode instrument = body.path("instrument");
		boolean ours = isOurs(body) && (Json.isAbsent(instrument) || isOurs(instrument));
		return new Session(id, ours, Json.word(body.path("sessionStatus")), Json.word(body.path("statusReason")),
				Lifetime.of(body));
	}

	/** The sessions of a list, those without an id left out; null when it is no list. */
	static @Nullable List<@Nullable Session> list(Received answer) {
		JsonNode entries = Json.read(answer).path("instrumentVerifications");
		if (!entries.isArray()) {
			return null;
		}
		List<@Nullable Session> sessions = new ArrayList<>();
		entries.forEach((entry) -> sessions.add(of(entry)));
		return sessions;
	}

	private static boolean isOurs(JsonNode instrument) {
		return Json.word(instrument.path("instrumentType")).equals(PaysafeQuestion.US_BANK_ACCOUNT);
	}

	/** Why nothing can be made of this session; null when something can. */
	@Nullable String fault() {
		if (!this.ours) {
			return "Paysafe's answer is about another kind of account than we asked for.";
		}
		if (!this.status.equals("FAILED") && !this.reason.isEmpty()) {
			return "Paysafe's answer says two different things.";
		}
		return null;
	}

	/** Whether somebody may still finish it. */
	boolean isOpen(Instant now) {
		return fault() == null && OPEN.contains(this.status) && (this.lifetime == null || this.lifetime.lasts(now));
	}

	/**
	 * Why it failed, as that answer has it; null when it has not, or for a reason that is
	 * not documented. A session whose end is long past has expired, whatever its status:
	 * nobody promises that Paysafe says so. One that was opened a moment ago has not,
	 * whatever the clocks say.
	 */
	@Nullable Failure failure(Call call) {
		boolean over = call.kind() == CallKind.STATUS && this.lifetime != null
				&& this.lifetime.isLongOver(Lifetime.moment(call));
		if (fault() != null) {
			return over ? Failure.SESSION_EXPIRED : null;
		}
		return switch (this.status) {
			case "FAILED" -> Failure.named(this.reason);
			case "ACTIVE", "AWAITING_USER_INPUT" -> over ? Failure.SESSION_EXPIRED : null;
			default -> null;
		};
	}

}
