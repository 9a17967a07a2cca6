package dev.tickmark.provider.oauth;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.RetryAfter;

/**
 * Reads what a token address answers. Nothing from the answer's own words is shown.
 *
 * @param provider whose tokens these are
 * @param url the address as it may be shown
 */
record TokenRefusal(ProviderName provider, String url) {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	TokenAnswer read(Received received, Instant asked, Instant answered) {
		int status = received.status();
		JsonNode body = Json.read(received);
		if (Json.word(body.path("error")).equals("invalid_client")) {
			return stranger(status);
		}
		return switch (status) {
			case 200 -> {
				Token token = Token.of(body, asked);
				yield (token != null) ? new TokenAnswer.Given(token) : unreachable("its answer holds no token");
			}
			case 400, 401, 403 -> stranger(status);
			case 429, 503 -> busy(status, RetryAfter.of(received, answered));
			case 408, 500, 502, 504 -> unreachable("HTTP " + status);
			default -> fault("The token address " + this.url + " answered HTTP " + status
					+ "; check tickmark.providers." + this.provider + ".token-url.");
		};
	}

	/** It may pass: one attempt of the row is used up. */
	TokenAnswer unreachable(String problem) {
		Finding finding = error("The token address " + this.url + " gave no token: " + problem + ".");
		return new TokenAnswer.Refused(new Outcome.Retryable(finding, null, true, false, finding));
	}

	private TokenAnswer stranger(int status) {
		String keys = "tickmark.providers." + this.provider;
		return fault("The token address " + this.url + " refused our client id (HTTP " + status + "); check " + keys
				+ ".client-id and .client-secret.");
	}

	private TokenAnswer busy(int status, @Nullable Duration after) {
		Finding finding = error("The token address " + this.url + " asked us to wait (HTTP " + status + ").");
		return new TokenAnswer.Refused(
				new Outcome.Retryable(finding, (after != null) ? after : PAUSE, false, true, finding));
	}

	private static TokenAnswer fault(String reason) {
		return new TokenAnswer.Refused(new Outcome.LaneFault(error(reason)));
	}

	private static Finding error(String reason) {
		return Finding.of(Verdict.PROVIDER_ERROR, reason);
	}

}
