package dev.tickmark.provider.smartglocal;

import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Json;

/**
 * The one payment of a session, which is how the service carries the question.
 *
 * @param status how far it is
 * @param waits whether it waits for something that we would have to do
 * @param error why it failed; absent for no reason
 * @param echoes what it says it is about
 */
record Payment(Status status, boolean waits, JsonNode error, List<JsonNode> echoes) {

	Payment {
		echoes = List.copyOf(echoes);
	}

	static Payment of(JsonNode payment) {
		Status status = switch (Json.word(payment.path("status"))) {
			case "in_progress" -> Status.IN_PROGRESS;
			case "pending" -> Status.PENDING;
			case "succeeded" -> Status.SUCCEEDED;
			case "failed" -> Status.FAILED;
			default -> Status.UNKNOWN;
		};
		// The first version's name, and the second's
		return new Payment(status, !Json.isAbsent(payment.path("next_action")), payment.path("error"),
				List.of(payment.path("payment_method"), payment.path("payout_details")));
	}

	/** Whether nothing in it speaks of another phone, another bank or another service. */
	boolean isAbout(Payee payee) {
		return this.echoes.stream().allMatch((echo) -> {
			JsonNode account = echo.path("bank_account");
			JsonNode asked = account.path(SmartGlocalQuestion.SYSTEM);
			return isReadable(echo) && isReadable(account) && isReadable(asked)
					&& agrees(account.path("system_type"), SmartGlocalQuestion.SYSTEM)
					&& agrees(asked.path("phone"), SmartGlocalQuestion.phone(payee))
					&& agrees(asked.path("bank_id"), payee.require(Column.BANK_ID));
		});
	}

	private static boolean isReadable(JsonNode member) {
		return Json.isAbsent(member) || member.isObject();
	}

	private static boolean agrees(JsonNode echo, String asked) {
		String word = Json.word(echo);
		return word.isEmpty() || word.equals(asked) || word.equals("+" + asked);
	}

	/** Without what it holds: that is the payee's. */
	@Override
	public String toString() {
		return "Payment[" + this.status + "]";
	}

	/** The states of a payment. */
	enum Status {

		IN_PROGRESS, PENDING, SUCCEEDED, FAILED,
		/** Missing, or a word that is not documented. */
		UNKNOWN

	}

}
