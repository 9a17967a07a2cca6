package dev.tickmark.web.api;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The key by which a program knows a submission again (IETF draft
 * httpapi-idempotency-key-header; the quotes that it asks for may be there or not).
 */
record IdempotencyKey(String value) {

	static final String HEADER = "Idempotency-Key";

	private static final Pattern FORM = Pattern.compile("\"?([!#-~]{8,100})\"?");

	/**
	 * Reads it.
	 * @throws ApiProblem when it is missing or malformed
	 */
	static IdempotencyKey of(@Nullable String header) {
		var matcher = FORM.matcher((header != null) ? header.strip() : "");
		if (!matcher.matches()) {
			throw ApiProblem
				.bad("The header " + HEADER + " is missing or malformed. Send a value of 8 to 100 characters,"
						+ " such as a UUID, that is this submission's alone, and the same one when you try it again.");
		}
		return new IdempotencyKey(matcher.group(1));
	}

}
