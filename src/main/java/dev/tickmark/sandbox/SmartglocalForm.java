package dev.tickmark.sandbox;

import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a verification request. That a recipient without a patronymic is taken in is an
 * assumption: the documentation calls the participants mandatory, not their parts.
 */
final class SmartglocalForm {

	private static final String SYSTEM = "faster_payment_system_verification";

	private static final Pattern PHONE = Pattern.compile("\\d{11}");

	private static final Pattern BANK = Pattern.compile("\\d{12}");

	private @Nullable String fault;

	private @Nullable String session;

	private @Nullable SmartglocalQuestion question;

	SmartglocalForm(byte[] body) {
		ObjectNode root = Json.read(body);
		if (root == null) {
			this.fault = "The body is not a JSON object";
			return;
		}
		this.session = filled(root, "session_id", "session_id");
		JsonNode method = root.path("payment_method");
		account(method);
		JsonNode participants = root.path("participant_details");
		recipient(participants.path("recipient"));
		this.question = new SmartglocalQuestion(method, participants);
	}

	/** The answer to a request that is refused, or null. */
	@Nullable Reply refusal() {
		return (this.fault != null) ? SmartglocalErrors.invalid(this.fault) : null;
	}

	/** The session's id, when the request is not refused. */
	String session() {
		return Objects.requireNonNull(this.session);
	}

	/** What is asked, when it is not refused. */
	SmartglocalQuestion question() {
		return Objects.requireNonNull(this.question);
	}

	private void account(JsonNode method) {
		String path = "payment_method.";
		that("bank_account".equals(filled(method, "type", path + "type")), path + "type must be bank_account");
		JsonNode account = method.path("bank_account");
		path += "bank_account.";
		that(SYSTEM.equals(filled(account, "system_type", path + "system_type")),
				path + "system_type must be " + SYSTEM);
		JsonNode verification = account.path(SYSTEM);
		path += SYSTEM + ".";
		String phone = filled(verification, "phone", path + "phone");
		that(phone != null && PHONE.matcher(phone).matches(),
				path + "phone must be 11 digits, country code and number, without a plus");
		String bank = filled(verification, "bank_id", path + "bank_id");
		that(bank != null && BANK.matcher(bank).matches(), path + "bank_id must be 12 digits");
	}

	private void recipient(JsonNode recipient) {
		String path = "participant_details.recipient.";
		filled(recipient, "first_name", path + "first_name");
		filled(recipient, "last_name", path + "last_name");
		JsonNode middle = recipient.path("middle_name");
		that(middle.isMissingNode() || middle.isNull() || middle.isString(), path + "middle_name must be a string");
	}

	private @Nullable String filled(JsonNode parent, String member, String path) {
		String value = Json.text(parent, member);
		that(value != null && !value.isBlank(), path + " is missing");
		return value;
	}

	// The first fault is the one that is told
	private void that(boolean fits, String problem) {
		if (!fits && this.fault == null) {
			this.fault = problem;
		}
	}

}
