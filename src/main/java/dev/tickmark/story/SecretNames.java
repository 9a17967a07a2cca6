package dev.tickmark.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells by its name whether a member of an answer lets somebody in. */
final class SecretNames {

	/** Wherever they stand in a name, in one word with others too. */
	private static final List<String> PARTS = List.of("token", "secret", "passw", "passcode", "pwd", "securecode",
			"accesscode", "authcode", "verificationcode", "confirmationcode", "securitycode", "activationcode",
			"smscode", "onetime", "redirect", "callback", "credential", "authorization", "cookie", "signature",
			"apikey", "privatekey", "jwt");

	/** As a word of a name: {@code returnUrl}, {@code pay_link}. */
	private static final Set<String> WORDS = Set.of("url", "urls", "uri", "uris", "href", "link", "links", "deeplink",
			"pin", "otp", "cvv", "cvc", "key", "sign", "hash", "nonce", "qr", "auth", "bearer");

	private SecretNames() {
	}

	static boolean include(String name) {
		String flat = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
		return PARTS.stream().anyMatch(flat::contains) || flat.endsWith("url") || flat.endsWith("uri")
				|| Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+"))
					.map((word) -> word.toLowerCase(Locale.ROOT))
					.anyMatch(WORDS::contains);
	}

}
