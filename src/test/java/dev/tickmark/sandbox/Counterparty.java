package dev.tickmark.sandbox;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * How each provider is asked about a payee, and what it says in a few words; a fixture.
 */
enum Counterparty {

	BANFICO("2000001234", "ACTIVE FULL_MATCH", "ACTIVE NO_MATCH ANNM", "404") {

		@Override
		String ask(Sandbox sandbox, String ending) throws Exception {
			return told(ProviderClient.banfico(sandbox).verify(ProviderClient.scan(number(ending), ",,,Ada Penrose")))
				.at("/data/result/id")
				.asString("");
		}

		@Override
		String read(Sandbox sandbox, String ending, String id) throws Exception {
			HttpResponse<String> response = ProviderClient.banfico(sandbox).get("/v1.0/account-verifications/" + id);
			JsonNode result = ProviderClient.json(response).at("/data/result");
			return words(response, result.at("/account/status"), result.at("/account/nameCheckStatus"),
					result.at("/responder/schemeResponseCodes/0"));
		}

	},

	PAYSWAY("DE0212030000000020", "COMPLETED ACTIVE MATCH", "COMPLETED ACTIVE NO_MATCH", "404") {

		@Override
		String ask(Sandbox sandbox, String ending) throws Exception {
			return told(ProviderClient.paysway(sandbox)
				.verify(ProviderClient.iban(number(ending), "Ada Penrose"), UUID.randomUUID())).path("id").asString("");
		}

		@Override
		String read(Sandbox sandbox, String ending, String id) throws Exception {
			HttpResponse<String> response = ProviderClient.paysway(sandbox).get("/payments/verifications/" + id);
			JsonNode body = ProviderClient.json(response);
			return words(response, body.path("state"), body.at("/result/accountStatus"),
					body.at("/result/accountHolderName/matchStatus"));
		}

	},

	SMARTGLOCAL("7926123", "accepted succeeded", "cancelled failed recipient_not_found", "400") {

		@Override
		String ask(Sandbox sandbox, String ending) throws Exception {
			SignedClient client = SignedClient.smartglocal(sandbox);
			String session = client.session();
			client.verify(session, number(ending));
			return session;
		}

		@Override
		String read(Sandbox sandbox, String ending, String id) throws Exception {
			HttpResponse<String> response = SignedClient.smartglocal(sandbox)
				.post("/api/v1/session/status", "{\"session_id\":\"" + id + "\"}");
			JsonNode session = ProviderClient.json(response).path("session");
			return words(response, session.path("status"), session.at("/payout_list/0/status"),
					session.at("/error/code"));
		}

	},

	BANK131("450912", "ok valid", "error passport_validation_failure", "error request_not_found") {

		@Override
		String ask(Sandbox sandbox, String ending) throws Exception {
			return told(check(sandbox, ending)).at("/data/id").asString("");
		}

		@Override
		String read(Sandbox sandbox, String ending, String id) throws Exception {
			HttpResponse<String> response = ProviderClient
				.send(SignedClient.bank131(sandbox).request("/api/v1.1/check/" + id));
			JsonNode body = ProviderClient.json(response);
			return words(response, body.path("status"), body.at("/data/description"), body.at("/error/code"));
		}

	},

	PAYSAFE("880012", "COMPLETED", "FAILED NAME_MISMATCH", "404") {

		@Override
		String ask(Sandbox sandbox, String ending) throws Exception {
			return told(ProviderClient.paysafe(sandbox).open(number(ending))).path("id").asString("");
		}

		@Override
		String read(Sandbox sandbox, String ending, String id) throws Exception {
			HttpResponse<String> response = ProviderClient.paysafe(sandbox).session(number(ending), id);
			JsonNode session = ProviderClient.json(response);
			return words(response, session.path("sessionStatus"), session.path("statusReason"));
		}

	};

	final String positive;

	final String changed;

	final String unknown;

	private final String start;

	Counterparty(String start, String positive, String changed, String unknown) {
		this.start = start;
		this.positive = positive;
		this.changed = changed;
		this.unknown = unknown;
	}

	/** Asks about the payee with this ending; the reference of what was taken in. */
	abstract String ask(Sandbox sandbox, String ending) throws Exception;

	/** What reading it back says. */
	abstract String read(Sandbox sandbox, String ending, String id) throws Exception;

	/** The number that is asked about. */
	String number(String ending) {
		return this.start + ending;
	}

	/** Asks Bank 131 about a passport, under a contract of its own. */
	static HttpResponse<String> check(Sandbox sandbox, String ending) throws Exception {
		SignedClient client = SignedClient.bank131(sandbox);
		String body = Questionnaire.of(BANK131.number(ending))
			.with("agent_contract_number", "A-" + ending)
			.signedBy(client);
		return client.post("/api/v1.1/check", body);
	}

	private static JsonNode told(HttpResponse<String> response) {
		JsonNode body = Json.read(response.body().getBytes(StandardCharsets.UTF_8));
		return (body != null) ? body : Json.object();
	}

	private static String words(HttpResponse<String> response, JsonNode... members) {
		if (response.statusCode() != 200) {
			return Integer.toString(response.statusCode());
		}
		return Arrays.stream(members)
			.map((member) -> member.asString(""))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.joining(" "));
	}

}
