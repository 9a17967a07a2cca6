package dev.tickmark.provider.paysway;

import org.jspecify.annotations.Nullable;

/** Answers in the forms the contract has had. */
final class PaySwayBodies {

	static final String ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

	static final String NEWEST = """
			{"id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","createdDate":"2026-03-02T22:00:00Z",
			"updatedDate":"2026-03-02T22:00:01Z","state":"COMPLETED","result":{"accountStatus":"ACTIVE",
			"accountHolderName":{"matchStatus":"FULL_MATCH"},"accountType":{"matchStatus":"MATCH"},
			"schemeResponseCode":"EPC_VOP_MTCH"},"metadata":{}}""";

	static final String OLDEST = """
			{"id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","createdAt":"2023-11-07T05:31:56Z",
			"updatedAt":"2023-11-07T05:31:56Z","state":"COMPLETED","result":{"accountStatus":"VALID",
			"accountHolderName":{"matchStatus":"MATCH"}},"failureReason":null}""";

	private PaySwayBodies() {
	}

	static String completed(String result) {
		return """
				{"id":"%s","createdDate":"2026-03-02T22:00:00Z","updatedDate":"2026-03-02T22:00:01Z",
				"state":"COMPLETED","result":%s}""".formatted(ID, result);
	}

	static String failed(String id, String reason) {
		return """
				{"id":"%s","createdDate":"2026-03-02T22:00:00Z","updatedDate":"2026-03-02T22:00:01Z",
				"state":"FAILED","failureReason":"%s"}""".formatted(id, reason);
	}

	static String result(@Nullable String account, @Nullable String name, @Nullable String type,
			@Nullable String code) {
		String state = (account != null) ? "\"accountStatus\":\"" + account + "\"," : "";
		String match = (name != null) ? "\"matchStatus\":\"" + name + "\"," : "";
		String kind = (type != null) ? "\"accountType\":{\"matchStatus\":\"" + type + "\"}," : "";
		String scheme = (code != null) ? "\"schemeResponseCode\":\"" + code + "\"," : "";
		return "{" + state + kind + scheme + "\"accountHolderName\":{" + match + "\"verifiedName\":\"Jeanne Dupont\"}}";
	}

}
