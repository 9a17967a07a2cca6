package dev.tickmark.provider.smartglocal;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.provider.Json;

/**
 * A session as an answer has it.
 *
 * @param id the session's id; null when it cannot be read
 * @param status the word as it came
 * @param payments what is in it: the question, once it arrived
 * @param waits whether it waits for something that we would have to do
 * @param error why it failed or was called off; absent for no reason
 */
record Session(@Nullable String id, String status, List<Payment> payments, boolean waits, JsonNode error) {

	/** The first version's name of the list, and the second's two. */
	private static final List<String> LISTS = List.of("payments", "payment_list", "payout_list");

	Session {
		payments = List.copyOf(payments);
	}

	static Session of(JsonNode session) {
		List<Payment> payments = new ArrayList<>();
		for (String name : LISTS) {
			JsonNode list = session.path(name);
			if (list.isArray()) {
				list.values().forEach((payment) -> payments.add(Payment.of(payment)));
			}
			else if (!Json.isAbsent(list)) {
				payments.add(Payment.of(list));
			}
		}
		return new Session(Json.id(session.path("id")), Json.word(session.path("status")), payments,
				!Json.isAbsent(session.path("next_action")), session.path("error"));
	}

	boolean isEmpty() {
		return this.payments.isEmpty();
	}

	/** Without what it holds: that is the payee's. */
	@Override
	public String toString() {
		return "Session[" + this.payments.size() + " payments]";
	}

}
