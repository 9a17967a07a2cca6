package dev.tickmark.sandbox;

/** What the result of a check at Bank 131 may say. */
enum Bank131Report {

	VALID, SUCCESS, NO_DATA, PASSPORT_VALIDATION_FAILURE, INN_VALIDATION_FAILURE, ALREADY_EXISTS, EXISTS_NOWHERE,
	REQUEST_NOT_FOUND, INVALID_SIGN, UNKNOWN_STATUS, UNKNOWN_CODE, NO_ERROR, CUT, CUT_ONCE;

	/** What it comes to, where it does not refer to another check. */
	Conclusion conclusion() {
		return switch (this) {
			case VALID, SUCCESS, NO_DATA, CUT_ONCE -> Conclusion.MATCH;
			case PASSPORT_VALIDATION_FAILURE, INN_VALIDATION_FAILURE -> Conclusion.NO_MATCH;
			case ALREADY_EXISTS, EXISTS_NOWHERE, REQUEST_NOT_FOUND, INVALID_SIGN, UNKNOWN_STATUS, UNKNOWN_CODE,
					NO_ERROR, CUT ->
				Conclusion.OPEN;
		};
	}

}
