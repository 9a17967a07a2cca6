package dev.tickmark.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** Bank 131's documented questionnaire; a fixture. */
final class Questionnaire {

	private final ObjectNode payload = Json.object();

	private Questionnaire() {
	}

	static Questionnaire of(String passport) {
		return new Questionnaire().with("first_name", "Иван")
			.with("last_name", "Иванов")
			.with("patronymic", "Иванович")
			.with("birthday", "01.02.1980")
			.with("birthplace", "Москва")
			.with("inn", "500100732259")
			.with("identity_document", "Паспорт РФ")
			.with("passport_number", passport)
			.with("issuer", "ОВД № 1")
			.with("issuer_code", "770-001")
			.with("issuer_date", "29.02.2012")
			.with("citizenship", "РФ")
			.with("postcode", "101000")
			.with("address", "Москва, ул. Мира, 1")
			.with("email", "ivan@example.org")
			.with("phone_number", "79261234567")
			.with("agent_contract_number", "A-1")
			.with("agent_contract_date", "01.01.2026")
			.with("beneficial_owners", "отсутствует")
			.with("public_officials", "Нет")
			.with("migration_card", "-")
			.with("right_to_stay_in_rf", "-");
	}

	Questionnaire with(String field, String value) {
		this.payload.put(field, value);
		return this;
	}

	Questionnaire without(String field) {
		this.payload.remove(field);
		return this;
	}

	/** The envelope, signed with this client's key. */
	String signedBy(SignedClient client) throws Exception {
		return signed(client.signature(Bank131Payload.text(this.payload) + "\r\n"));
	}

	String signed(String signature) {
		ObjectNode envelope = Json.object();
		envelope.set("payload", this.payload);
		return envelope.put("signature", signature).toString();
	}

}
