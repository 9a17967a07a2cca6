package dev.tickmark.provider;

import java.util.Map;

import dev.tickmark.payee.Outcome;

/** Puts credentials on the requests to one provider. Used by many threads at once. */
public interface Authenticator {

	/** The headers that make a request ours; it may have to fetch a token first. */
	Authorization authorize(Request request);

	/** Tells that the provider answered 401 to a request with these headers. */
	void refused(Map<String, String> headers);

	/** Whether a request may be sent. */
	sealed interface Authorization {

		/** It may, with these headers added. */
		record Granted(Map<String, String> headers) implements Authorization {

			/** The names only: the values are credentials. */
			@Override
			public String toString() {
				return "Granted" + this.headers.keySet();
			}

		}

		/** It may not: nothing was sent to the provider's own address. */
		record Denied(Outcome outcome) implements Authorization {

		}

	}

}
