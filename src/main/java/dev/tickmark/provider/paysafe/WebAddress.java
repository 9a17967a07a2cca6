package dev.tickmark.provider.paysafe;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import org.springframework.web.util.UriUtils;

/** Addresses that a person's browser is sent to. */
final class WebAddress {

	private static final int LONGEST = 2000;

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	private WebAddress() {
	}

	/** Whether it is a whole https address, or one of plain http on this machine. */
	static boolean isSafe(String address) {
		// In full an address is ASCII; anything else may be there to deceive the eye
		if (address.length() > LONGEST || !address.chars().allMatch((sign) -> sign > ' ' && sign < 0x7f)) {
			return false;
		}
		try {
			URI uri = new URI(address);
			String host = uri.getHost();
			if (host == null || uri.getScheme() == null || uri.getRawUserInfo() != null) {
				return false;
			}
			return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
				case "https" -> true;
				case "http" -> THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
				default -> false;
			};
		}
		catch (URISyntaxException _) {
			return false;
		}
	}

	/** The address with one more query parameter, before any fragment. */
	static String with(String address, String parameter, String value) {
		int hash = address.indexOf('#');
		String page = (hash < 0) ? address : address.substring(0, hash);
		String fragment = (hash < 0) ? "" : address.substring(hash);
		String joint = page.endsWith("?") || page.endsWith("&") ? "" : page.contains("?") ? "&" : "?";
		// Encodes all that base64 has beside letters and digits: + / =
		return page + joint + parameter + "=" + UriUtils.encode(value, StandardCharsets.UTF_8) + fragment;
	}

}
