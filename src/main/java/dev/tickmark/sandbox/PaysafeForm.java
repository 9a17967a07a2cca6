package dev.tickmark.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and validates the body that opens a session with Paysafe. */
final class PaysafeForm {

	/** The one type of instrument that can be verified. */
	static final String VERIFIABLE = "US_BANK_ACCOUNT";

	private static final Set<String> TYPES = Set.of("SEPA_BANK_ACCOUNT", "UK_BANK_ACCOUNT", VERIFIABLE,
			"CCI_BANK_ACCOUNT", "CARD");

	// Assumption: no length is documented
	private static final int LONGEST_URL = 2000;

	private final Map<String, String> faults = new TreeMap<>();

	private final @Nullable Reply refusal;

	private String returnUrl = "";

	PaysafeForm(byte[] body) {
		ObjectNode root = Json.read(body);
		this.refusal = (root != null) ? read(root) : PaysafeErrors.unparseable();
	}

	/** The answer to a request that is refused, or null. */
	@Nullable Reply refusal() {
		return this.refusal;
	}

	/** Where the person is sent in the end, when the request is not refused. */
	String returnUrl() {
		return this.returnUrl;
	}

	private @Nullable Reply read(ObjectNode root) {
		String type = text(root, "instrumentType");
		if (type != null && !TYPES.contains(type)) {
			this.faults.put("instrumentType", "must be one of the documented types");
		}
		String url = text(root, "returnUrl");
		if (url != null && !isAddress(url)) {
			this.faults.put("returnUrl", "must be a valid URL");
		}
		if (!this.faults.isEmpty()) {
			return PaysafeErrors.fields(this.faults);
		}
		this.returnUrl = String.valueOf(url);
		return VERIFIABLE.equals(type) ? null : PaysafeErrors.instrumentType();
	}

	private @Nullable String text(ObjectNode root, String member) {
		JsonNode value = root.path(member);
		if (value.isMissingNode() || value.isNull()) {
			this.faults.put(member, "must not be null");
			return null;
		}
		// What is no text fits neither the types nor the form of an address
		return value.isString() ? value.stringValue() : "";
	}

	private static boolean isAddress(String url) {
		try {
			URI address = new URI(url);
			boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
			return web && address.getHost() != null && url.length() <= LONGEST_URL;
		}
		catch (URISyntaxException _) {
			return false;
		}
	}

}
