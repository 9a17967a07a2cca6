package dev.tickmark.provider.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.provider.Json;

/**
 * An access token.
 *
 * @param authorization the value of the Authorization header
 * @param renewAt from when on another token is fetched
 */
record Token(String authorization, Instant renewAt) {

	/** Assumption for an answer that does not tell: short, since 401 costs a call. */
	private static final Duration UNTOLD = Duration.ofSeconds(300);

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofHours(24);

	private static final Duration WIDEST_MARGIN = Duration.ofSeconds(30);

	/** What a header can carry; longer ones no server would take. */
	private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,8000}");

	/**
	 * Reads a token answer; null when there is no usable token in it.
	 * @param asked when it was asked for: its life may have begun then
	 */
	static @Nullable Token of(JsonNode answer, Instant asked) {
		JsonNode value = answer.path("access_token");
		String type = Json.word(answer.path("token_type"));
		if (!value.isString() || !FORM.matcher(value.stringValue()).matches()
				|| !(type.isEmpty() || type.equalsIgnoreCase("Bearer"))) {
			return null;
		}
		Duration life = life(answer.path("expires_in"));
		Duration tenth = life.dividedBy(10);
		Duration margin = (tenth.compareTo(WIDEST_MARGIN) > 0) ? WIDEST_MARGIN : tenth;
		return new Token("Bearer " + value.stringValue(), asked.plus(life).minus(margin));
	}

	private static Duration life(JsonNode expiresIn) {
		double seconds = expiresIn.isNumber() ? expiresIn.doubleValue() : 0;
		if (Json.word(expiresIn).matches("\\d{1,9}")) {
			seconds = Long.parseLong(Json.word(expiresIn));
		}
		if (!(seconds > 0)) {
			return UNTOLD;
		}
		Duration life = Duration.ofSeconds((long) Math.min(seconds, LONGEST.toSeconds()));
		return (life.compareTo(SHORTEST) < 0) ? SHORTEST : life;
	}

	/** Tells nothing of the token. */
	@Override
	public String toString() {
		return "Token[until " + this.renewAt + "]";
	}

}
