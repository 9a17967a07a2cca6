package dev.tickmark.provider;

import dev.tickmark.payee.Outcome;

/**
 * Proves to one provider that its requests are ours: by a token, or by a signature over
 * the body. Used by many threads at once.
 */
public interface Authenticator {

	/** Makes a request ours; it may have to fetch a token first. */
	Authorization authorize(Request request);

	/** Tells that the provider answered 401 to a request that was authorized here. */
	void refused(Request sent);

	/** Whether the next request makes it fetch a token. */
	default boolean needsToken() {
		return false;
	}

	/** Whether a request may be sent. */
	sealed interface Authorization {

		/**
		 * It may.
		 *
		 * @param request the request exactly as it is to be sent
		 */
		record Granted(Request request) implements Authorization {

		}

		/** It may not: nothing was sent to the provider's own address. */
		record Denied(Outcome outcome) implements Authorization {

		}

	}

}
