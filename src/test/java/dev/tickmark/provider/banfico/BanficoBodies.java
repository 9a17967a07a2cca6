package dev.tickmark.provider.banfico;

import org.jspecify.annotations.Nullable;

/** Answers about the account GB15ABBY30000012345678. */
final class BanficoBodies {

	private BanficoBodies() {
	}

	static String body(@Nullable String status, @Nullable String name, @Nullable String codes) {
		String known = (status != null) ? "\"status\":\"" + status + "\"," : "";
		String checked = (name != null) ? "\"nameCheckStatus\":\"" + name + "\"," : "";
		String coded = (codes != null) ? "\"schemeResponseCodes\":" + codes + "," : "";
		return """
				{"data":{"result":{"id":"A1","account":{%s%s"respondedName":"J Doe","id":"GB15ABBY30000012345678"},
				"responder":{%s"accountVerificationScheme":"UK_COP"}}}}""".formatted(known, checked, coded);
	}

}
