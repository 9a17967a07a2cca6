package dev.tickmark.sandbox;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Some banks of the Faster Payment System, by their ids there. */
final class SmartglocalBanks {

	private SmartglocalBanks() {
	}

	static Reply list() {
		ObjectNode envelope = Json.object().put("status", "ok");
		ArrayNode banks = envelope.putArray("banks");
		add(banks, "100000000004", "Т-Банк", "T-Bank");
		add(banks, "100000000069", "СДМ-Банк", "SDM-Bank");
		add(banks, "100000000111", "Сбербанк", "Sberbank");
		return Reply.json(200, envelope);
	}

	private static void add(ArrayNode banks, String id, String russian, String english) {
		banks.addObject().put("id", id).put("ru_name", russian).put("eng_name", english);
	}

}
