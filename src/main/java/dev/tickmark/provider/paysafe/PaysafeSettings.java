package dev.tickmark.provider.paysafe;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Paysafe's lane needs beside its credentials, below
 * {@code tickmark.providers.paysafe}.
 *
 * @param returnUrl {@code return-url}: where the customer's browser goes afterwards;
 * https, or plain http to this machine. Required once the lane is used
 * @param codeParameter {@code code-parameter}: the query parameter in which the link
 * bears the secure code. Assumption: Paysafe's page says that there is one, not what it
 * is called
 */
record PaysafeSettings(@Nullable String returnUrl, @DefaultValue("secureCode") String codeParameter) {

	private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9._~-]{1,50}");

	PaysafeSettings {
		returnUrl = (returnUrl == null || returnUrl.isBlank()) ? null : returnUrl.strip();
		if (returnUrl != null && !WebAddress.isSafe(returnUrl)) {
			throw new IllegalArgumentException("return-url: must be a whole https address like"
					+ " https://www.example.com/verified (plain http is for this machine only)");
		}
		if (!PARAMETER.matcher(codeParameter).matches()) {
			throw new IllegalArgumentException(
					"code-parameter: must be at most 50 letters, digits and signs of . _ ~ -, like secureCode");
		}
	}

}
