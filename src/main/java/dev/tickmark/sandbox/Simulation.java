package dev.tickmark.sandbox;

import java.util.Map;

/** One provider's documented behaviour, without sockets, limits and delays. */
interface Simulation {

	/** Where the simulated providers that know access tokens hand them out. */
	String TOKEN_PATH = "/oauth2/token";

	/**
	 * Answers a request for an access token, which no limit counts. Who signs instead
	 * hands out none.
	 */
	default Reply token(Inquiry inquiry) {
		return error(404);
	}

	/** Answers any other request. */
	Reply call(Inquiry inquiry);

	/**
	 * Which sort of call this is. {@link Calls#ALL} is one that is neither charged nor
	 * reads an answer.
	 */
	default Calls sort(Inquiry inquiry) {
		return inquiry.method().equals("POST") ? Calls.SUBMISSIONS : Calls.READS;
	}

	/** The provider's error body for this status. */
	Reply error(int status);

	/** Adds what every response of the provider carries. */
	default Reply dress(Reply reply, Inquiry inquiry) {
		return reply;
	}

	/** What a verification comes to whose answer has changed since, see {@link Drift}. */
	default Conclusion changed() {
		return Conclusion.NO_MATCH;
	}

	/** An id in the provider's form that nobody was given, always the same one. */
	String stray();

	/** The payees that choose an answer. */
	Markers<?> markers();

	/**
	 * What a lane must be told to be let in, beside the {@code base-url}: values by the
	 * key below the provider's name.
	 */
	Map<String, String> properties();

}
