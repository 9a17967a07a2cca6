package dev.tickmark.sandbox;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and validates the body of PaySway's verification request. What is malformed is
 * refused with 400; a value that does not fit its scheme makes a FAILED verification (an
 * assumption: the documentation does not draw the line).
 */
final class PayswayForm {

	private static final int MOST_KEYS = 10;

	private static final int LONGEST_VALUE = 250;

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,40}");

	private @Nullable Reply refusal;

	private @Nullable PayswayQuestion question;

	private @Nullable JsonNode metadata;

	private String content = "";

	PayswayForm(byte[] body) {
		ObjectNode root = Json.read(body);
		if (root == null) {
			refuse("BAD_REQUEST", "The body is not a JSON object");
			return;
		}
		this.content = Json.canonical(root);
		JsonNode details = root.path("details");
		if (!details.isObject()) {
			missing("details");
			return;
		}
		metadata(root.path("metadata"));
		String country = required(details, "country", "details.country");
		JsonNode id = details.path("creditorAccount").path("id");
		String account = required(id, "value", "details.creditorAccount.id.value");
		String idType = required(id, "type", "details.creditorAccount.id.type");
		oneOf(idType, Set.of("IBAN", "ACCOUNT_NUMBER"), "details.creditorAccount.id.type");
		JsonNode creditor = details.path("creditor");
		String name = required(creditor, "name", "details.creditor.name");
		String type = Json.text(creditor, "type");
		oneOf(type, Set.of("INDIVIDUAL", "BUSINESS"), "details.creditor.type");
		String memberId = Json.text(details.path("creditorAgent").path("clearingSystemMemberId"), "memberId");
		if ("ACCOUNT_NUMBER".equals(idType)) {
			present(type, "details.creditor.type");
			present(memberId, "details.creditorAgent.clearingSystemMemberId.memberId");
		}
		if (country != null && account != null && idType != null && name != null) {
			this.question = new PayswayQuestion(country, idType, account, memberId, name, type);
		}
	}

	/** The answer to a request that is refused, or null. */
	@Nullable Reply refusal() {
		return this.refusal;
	}

	/** What is asked, when it is not refused. */
	PayswayQuestion question() {
		return Objects.requireNonNull(this.question);
	}

	@Nullable JsonNode metadata() {
		return this.metadata;
	}

	/** The whole body, in one form whatever the order of its members. */
	String content() {
		return this.content;
	}

	private void metadata(JsonNode given) {
		if (given.isMissingNode() || given.isNull()) {
			return;
		}
		if (!given.isObject()) {
			refuse("BAD_REQUEST", "metadata must be an object");
			return;
		}
		if (given.size() > MOST_KEYS) {
			refuse("METADATA_TOO_MANY_KEYS", "metadata may have at most " + MOST_KEYS + " keys");
		}
		given.properties().forEach(entry -> {
			if (!KEY.matcher(entry.getKey()).matches()) {
				refuse("METADATA_INVALID_KEY", "A metadata key must match ^" + KEY + "$");
			}
			JsonNode value = entry.getValue();
			if (!value.isString() || value.stringValue().length() > LONGEST_VALUE) {
				refuse("METADATA_INVALID_VALUE", "A metadata value must be a string of at most " + LONGEST_VALUE);
			}
		});
		this.metadata = given;
	}

	private @Nullable String required(JsonNode parent, String member, String path) {
		String value = Json.text(parent, member);
		boolean filled = value != null && !value.isBlank();
		present(filled ? value : null, path);
		return filled ? value : null;
	}

	private void present(@Nullable String value, String path) {
		if (value == null) {
			missing(path);
		}
	}

	private void oneOf(@Nullable String value, Set<String> allowed, String path) {
		if (value != null && !allowed.contains(value)) {
			refuse("BAD_REQUEST", path + " has an unknown value");
		}
	}

	private void missing(String path) {
		refuse("JSON_PAYLOAD_MISSING_REQUIRED_FIELD", "Missing required field: " + path);
	}

	// The first fault is the one that is told
	private void refuse(String code, String message) {
		if (this.refusal == null) {
			this.refusal = PayswayErrors.of(400, code, message);
		}
	}

}
