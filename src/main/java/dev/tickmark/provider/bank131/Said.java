package dev.tickmark.provider.bank131;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.provider.Json;

/**
 * What the body of an HTTP 200 says. The codes decide, never a description: these are in
 * Russian or English.
 *
 * @param word what it amounts to
 * @param code the error's code as the page has it; null for none, and for one that the
 * page does not have
 * @param id the check that it names; null when it names none that can be read
 * @param named whether it names a check at all
 * @see <a href="https://developer.131.ru/docs/en/verification/verification-status/">The
 * provider's page</a>
 */
record Said(Word word, @Nullable String code, @Nullable String id, boolean named) {

	private static final int LONGEST_ID = 300;

	private static final Said NOTHING = new Said(Word.UNREADABLE, null, null, false);

	static Said of(Received received) {
		JsonNode body = Json.read(received);
		JsonNode data = body.path("data");
		if (!data.isObject() && !Json.isAbsent(data)) {
			return NOTHING;
		}
		JsonNode error = body.path("error");
		Word word = switch (Json.word(body.path("status"))) {
			case "pending" -> Json.isAbsent(error) ? Word.PENDING : Word.CONTRADICTION;
			// The second is another page's name of the first
			case "ok", "success" -> Json.isAbsent(error) ? Word.CONFIRMED : Word.CONTRADICTION;
			case "error" -> byCode(Json.word(error.path("code")));
			case "", Json.UNREADABLE -> Word.UNREADABLE;
			default -> Word.UNKNOWN;
		};
		JsonNode id = data.path("id");
		return new Said(word, word.isCode() ? Json.text(error.path("code")) : null, id(id), !Json.isAbsent(id));
	}

	private static Word byCode(String code) {
		return switch (code) {
			case "passport_validation_failure" -> Word.PASSPORT_NOT_CONFIRMED;
			case "inn_validation_failure" -> Word.INN_NOT_CONFIRMED;
			case "already_exists" -> Word.ALREADY_EXISTS;
			case "request_not_found" -> Word.NOT_FOUND;
			case "invalid_sign" -> Word.BAD_SIGNATURE;
			case "partner_project_not_found" -> Word.UNKNOWN_PROJECT;
			case "", Json.UNREADABLE -> Word.UNREADABLE;
			default -> Word.UNKNOWN;
		};
	}

	/** The page calls it a number and shows a text: both are kept as they are written. */
	private static @Nullable String id(JsonNode node) {
		if (!node.isIntegralNumber()) {
			return Json.id(node);
		}
		String digits = node.bigIntegerValue().toString();
		return (digits.length() <= LONGEST_ID) ? digits : null;
	}

	/** Whether it may be the answer to a question about this check. */
	boolean isAbout(String check) {
		return !this.named || check.equals(this.id);
	}

	/** The words there are. */
	enum Word {

		PENDING, CONFIRMED, PASSPORT_NOT_CONFIRMED, INN_NOT_CONFIRMED, ALREADY_EXISTS, NOT_FOUND, BAD_SIGNATURE,
		UNKNOWN_PROJECT,
		/** A word that the page does not have. */
		UNKNOWN,
		/** Good and bad at once. */
		CONTRADICTION,
		/** Not one whole JSON object of the documented form. */
		UNREADABLE;

		/** Whether it stands for one of the documented error codes. */
		boolean isCode() {
			return switch (this) {
				case PASSPORT_NOT_CONFIRMED, INN_NOT_CONFIRMED, ALREADY_EXISTS, NOT_FOUND, BAD_SIGNATURE,
						UNKNOWN_PROJECT ->
					true;
				case PENDING, CONFIRMED, UNKNOWN, CONTRADICTION, UNREADABLE -> false;
			};
		}

	}

}
