package dev.tickmark.sandbox;

/** One provider's documented behaviour, without sockets, limits and delays. */
interface Simulation {

	/** Where every simulated provider hands out access tokens. */
	String TOKEN_PATH = "/oauth2/token";

	/** Answers a request for an access token. */
	Reply token(Inquiry inquiry);

	/** Answers any other request. */
	Reply call(Inquiry inquiry);

	/** The provider's error body for this status. */
	Reply error(int status);

	/** Adds what every response of the provider carries. */
	default Reply dress(Reply reply, Inquiry inquiry) {
		return reply;
	}

	/** The accounts and names that choose an answer. */
	Markers<?> markers();

}
