package dev.tickmark.sandbox;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be switched in Smart Glocal alone.
 *
 * @param listNames how a session names its list of payments
 * @param nameMismatchCancels whether somebody else's name cancels the session; only the
 * registration is documented to be looked at
 * @param notRegisteredCode the error code of a recipient who is not registered; none is
 * documented
 */
record SmartglocalSwitches(@DefaultValue("by-method") ListNames listNames,
		@DefaultValue("false") boolean nameMismatchCancels,
		@DefaultValue("recipient_not_found") String notRegisteredCode) {

	/** The names of the list of payments, and of the details in it. */
	enum ListNames {

		/**
		 * As Bank 131's PHP SDK sees it: V1 from the verification, V2 from the status.
		 */
		BY_METHOD,
		/** {@code payments} with {@code payment_method}. */
		V1,
		/** {@code payout_list} with {@code payout_details}. */
		V2

	}

}
