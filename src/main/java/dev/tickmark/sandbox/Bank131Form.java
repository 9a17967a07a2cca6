package dev.tickmark.sandbox;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a check of v1.1: the questionnaire and its signature.
 *
 * @see <a href="https://developer.131.ru/docs/en/verification/verification-process/">Bank
 * 131: verification process</a>
 */
final class Bank131Form {

	// The e-mail goes by two names, see below
	private static final List<String> MANDATORY = List.of("first_name", "last_name", "birthday", "birthplace", "inn",
			"identity_document", "passport_number", "issuer", "issuer_code", "issuer_date", "citizenship", "postcode",
			"address", "phone_number", "agent_contract_number", "agent_contract_date", "beneficial_owners",
			"public_officials", "migration_card", "right_to_stay_in_rf");

	private static final Pattern PASSPORT = Pattern.compile("\\d{10}");

	// A person has 12 digits; that a company's 10 are taken in is documented, too
	private static final Pattern INN = Pattern.compile("\\d{12}|\\d{10}");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu")
		.withResolverStyle(ResolverStyle.STRICT);

	private final JsonNode payload;

	private final String signature;

	Bank131Form(byte[] body) {
		ObjectNode root = Json.orEmpty(body);
		this.payload = root.path("payload");
		this.signature = root.path("signature").asString("");
	}

	/** Whether everything is there and has its form. */
	boolean isComplete() {
		return !this.signature.isBlank() && MANDATORY.stream().noneMatch(field -> of(field).isBlank()) && hasEmail()
				&& PASSPORT.matcher(passport()).matches() && INN.matcher(of("inn")).matches()
				&& isDate(of("issuer_date"));
	}

	/** Whether the signature is made of this questionnaire with this key. */
	boolean isSigned(PartnerKey key) {
		return key.signed(Bank131Payload.signed(this.payload), this.signature);
	}

	String passport() {
		return of("passport_number");
	}

	String name() {
		return String.join(" ", of("first_name"), of("patronymic"), of("last_name"));
	}

	/** What makes a second check the same. */
	String naturalKey() {
		return of("inn") + "\n" + of("agent_contract_number");
	}

	/** The same for the same questionnaire. */
	long hash() {
		return Fingerprint.of("bank131\n" + Bank131Payload.text(this.payload));
	}

	// Assumption: the field is mandatory, its name differs between the pages
	private boolean hasEmail() {
		return !of("email").isBlank() || !of("e-mail").isBlank();
	}

	private String of(String field) {
		JsonNode value = this.payload.path(field);
		return value.isString() ? value.stringValue() : "";
	}

	private static boolean isDate(String text) {
		try {
			LocalDate.parse(text, DATE);
			return true;
		}
		catch (DateTimeParseException _) {
			return false;
		}
	}

}
