package dev.tickmark.provider.oauth;

import dev.tickmark.payee.Outcome;

/** What came of asking for a token. */
sealed interface TokenAnswer {

	record Given(Token token) implements TokenAnswer {

	}

	record Refused(Outcome outcome) implements TokenAnswer {

	}

}
