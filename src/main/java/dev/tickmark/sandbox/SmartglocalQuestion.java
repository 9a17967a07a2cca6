package dev.tickmark.sandbox;

import tools.jackson.databind.JsonNode;

/**
 * What Smart Glocal was asked, as it was written: it is told back.
 *
 * @param paymentMethod the account, by phone and bank
 * @param participantDetails the recipient
 */
record SmartglocalQuestion(JsonNode paymentMethod, JsonNode participantDetails) {

	private static final String VERIFICATION = "/bank_account/faster_payment_system_verification";

	String phone() {
		return this.paymentMethod.at(VERIFICATION + "/phone").asString("");
	}

	String bank() {
		return this.paymentMethod.at(VERIFICATION + "/bank_id").asString("");
	}

	String name() {
		JsonNode recipient = this.participantDetails.path("recipient");
		return String.join(" ", recipient.path("first_name").asString(""), recipient.path("middle_name").asString(""),
				recipient.path("last_name").asString(""));
	}

	/** The same for the same question, in whatever session it is asked. */
	long hash() {
		return Fingerprint.of(String.join("\n", "smartglocal", phone(), bank(), name()));
	}

}
