package dev.tickmark.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads and validates the body of Banfico's verification request. */
final class BanficoForm {

	private static final String VERIFICATION = "data.verification";

	private static final String ACCOUNT = VERIFICATION + ".account";

	private static final int LONGEST_NAME = 150;

	// Assumption: no length is documented for ids; no known account id is longer
	private static final Pattern ANY_ID = Pattern.compile("\\S.{0,69}");

	private static final Pattern SCAN = Pattern.compile("\\d{14}");

	// Check digits are left alone: those of the documentation's own examples are wrong
	private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

	private final List<Fault> faults = new ArrayList<>();

	private @Nullable BanficoQuestion question;

	BanficoForm(byte[] body) {
		JsonNode root = Json.read(body);
		if (root == null) {
			this.faults.add(new Fault("INVALID_FIELD", null));
			return;
		}
		JsonNode verification = object(object(root, "data", "data", true), "verification", VERIFICATION, true);
		if (!verification.isObject()) {
			return;
		}
		List<String> types = types(verification.path("types"));
		initiator(object(verification, "initiator", VERIFICATION + ".initiator", false));
		JsonNode account = object(verification, "account", ACCOUNT, true);
		if (account.isObject()) {
			account(account, types);
		}
	}

	/** What is wrong; empty when nothing is. */
	List<Fault> faults() {
		return this.faults;
	}

	/** What is asked, when nothing is wrong. */
	BanficoQuestion question() {
		return Objects.requireNonNull(this.question);
	}

	private void account(JsonNode account, List<String> types) {
		String type = oneOf(account, "type", Set.of("PERSONAL", "BUSINESS"), false);
		String name = text(account, "name", ACCOUNT, false);
		if (name != null && name.length() > LONGEST_NAME) {
			invalid(ACCOUNT + ".name");
		}
		String idScheme = oneOf(account, "idScheme", Set.of("IBAN", "ACNR", "CUID", "UPIC", "SCAN"), true);
		String id = text(account, "id", ACCOUNT, true);
		if (id != null && idScheme != null && !pattern(idScheme).matcher(id).matches()) {
			invalid(ACCOUNT + ".id");
		}
		String secondaryId = text(account, "secondaryId", ACCOUNT, false);
		pair(object(account, "holdingEntity", ACCOUNT + ".holdingEntity", false), ACCOUNT + ".holdingEntity");
		JsonNode identities = account.path("identities");
		if (!identities.isMissingNode() && !identities.isNull() && !identities.isArray()) {
			invalid(ACCOUNT + ".identities");
		}
		identities.forEach(identity -> pair(identity, ACCOUNT + ".identities"));
		if (this.faults.isEmpty() && id != null && idScheme != null) {
			JsonNode first = identities.path(0);
			this.question = new BanficoQuestion(types, type, name, idScheme, id, secondaryId, Json.text(first, "type"),
					Json.text(first, "value"));
		}
	}

	private List<String> types(JsonNode types) {
		List<String> read = new ArrayList<>();
		if (types.isMissingNode() || types.isNull()) {
			missing(VERIFICATION + ".types");
		}
		else if (!types.isArray() || types.isEmpty()) {
			invalid(VERIFICATION + ".types");
		}
		for (JsonNode type : types) {
			if (type.isString() && Set.of("STATUS", "NAME", "ID").contains(type.stringValue())) {
				read.add(type.stringValue());
			}
			else {
				invalid(VERIFICATION + ".types");
			}
		}
		return read;
	}

	// Assumption: "conditionally mandatory" is not enforced, as no condition is
	// documented
	private void initiator(JsonNode initiator) {
		for (String member : List.of("idType", "idValue", "reference")) {
			text(initiator, member, VERIFICATION + ".initiator", false);
		}
	}

	private void pair(JsonNode pair, String path) {
		if (pair.isObject()) {
			text(pair, "type", path, true);
			text(pair, "value", path, true);
		}
		else if (!pair.isMissingNode()) {
			invalid(path);
		}
	}

	private JsonNode object(JsonNode parent, String member, String path, boolean mandatory) {
		JsonNode value = parent.path(member);
		boolean absent = value.isMissingNode() || value.isNull();
		if (absent && mandatory && (parent.isObject())) {
			missing(path);
		}
		else if (!absent && !value.isObject()) {
			invalid(path);
		}
		return absent ? Json.MAPPER.missingNode() : value;
	}

	private @Nullable String oneOf(JsonNode account, String member, Set<String> allowed, boolean mandatory) {
		String value = text(account, member, ACCOUNT, mandatory);
		if (value != null && !allowed.contains(value)) {
			invalid(ACCOUNT + "." + member);
			return null;
		}
		return value;
	}

	private @Nullable String text(JsonNode parent, String member, String path, boolean mandatory) {
		JsonNode value = parent.path(member);
		if (value.isMissingNode() || value.isNull()) {
			if (mandatory) {
				missing(path + "." + member);
			}
			return null;
		}
		if (!value.isString() || value.stringValue().isBlank()) {
			invalid(path + "." + member);
			return null;
		}
		return value.stringValue();
	}

	private static Pattern pattern(String idScheme) {
		return switch (idScheme) {
			case "SCAN" -> SCAN;
			case "IBAN" -> IBAN;
			default -> ANY_ID;
		};
	}

	private void missing(String path) {
		this.faults.add(new Fault("MISSING_FIELD", path));
	}

	private void invalid(String path) {
		this.faults.add(new Fault("INVALID_FIELD", path));
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param code INVALID_FIELD or MISSING_FIELD
	 * @param path the member at fault; null when the body is no JSON object
	 */
	record Fault(String code, @Nullable String path) {

		String message() {
			return this.code.equals("MISSING_FIELD") ? "Must not be null" : "The field is invalid, unexpected value";
		}

	}

}
