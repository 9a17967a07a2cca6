package dev.tickmark.sandbox;

import java.time.Instant;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Banfico's verification results. */
final class BanficoResult {

	private static final String PARTICIPANT = "0015800001SANDBOXA";

	private BanficoResult() {
	}

	/** The result as it reads once it is ready. */
	static Reply ready(String id, BanficoQuestion question, BanficoReport report, long receivedAt) {
		boolean vop = question.vop();
		String name = (report.named() && question.asksName()) ? Holder.similar(String.valueOf(question.name())) : null;
		ObjectNode body = Json.object();
		ObjectNode result = body.putObject("data").putObject("result").put("id", id);
		if (report.message() != null && !vop) {
			result.put("message", report.message());
		}
		if (report != BanficoReport.NO_ACCOUNT) {
			account(result.putObject("account"), question, report, name);
		}
		ObjectNode responder = result.putObject("responder")
			.put("accountVerificationScheme", vop ? "EPC_VOP" : "UK_COP")
			.put("apiVersion", "1.0");
		String code = report.code(vop);
		if (code != null) {
			responder.putArray("schemeResponseCodes").add(code);
		}
		responder.put("receivedTime", Instant.ofEpochMilli(receivedAt).toString())
			.put("data", schemeData(vop, code, name));
		responder.putObject("entity")
			.put("idType", "PARTICIPANT_ORG_ID")
			.put("idValue", PARTICIPANT)
			.put("reference", "SBX" + id.substring(0, 8));
		return Reply.json(200, body);
	}

	/** Assumption: 202 is listed without an example. */
	static Reply pending(String id, long waitMillis, Behaviour behaviour) {
		ObjectNode body = Json.object();
		body.putObject("data")
			.putObject("result")
			.put("id", id)
			.put("message", "The verification was accepted and is being processed");
		long expected = Math.ceilDiv(behaviour.pendingFor().toMillis(), 1000);
		long wait = Math.clamp(Math.ceilDiv(waitMillis, 1000), 1, Math.max(1, expected));
		return Reply.json(202, body)
			.with("Retry-After", wait)
			.with("Expected-Response-Seconds", Math.max(1, expected))
			.with("Responder-SLA-Seconds", Math.max(10, expected));
	}

	private static void account(ObjectNode account, BanficoQuestion question, BanficoReport report,
			@Nullable String name) {
		account.put("id", question.id());
		if (question.secondaryId() != null) {
			account.put("secondaryId", question.secondaryId());
		}
		account.put("status", report.status(question.vop()));
		if (question.asksName() && report.nameCheck() != null) {
			account.put("nameCheckStatus", report.nameCheck());
		}
		if (name != null) {
			account.put("respondedName", name);
		}
		if (question.asksIdentity()) {
			// Assumption: the values of this status are not documented
			account.putObject("identities")
				.put("status", (report == BanficoReport.MATCHED) ? "FULL_MATCH" : "UNABLE_TO_MATCH")
				.put("type", question.identityType())
				.put("value", question.identityValue());
		}
	}

	/** The scheme's own answer, in Base64: Pay.UK's form, or (an assumption) EPC's. */
	private static String schemeData(boolean vop, @Nullable String code, @Nullable String name) {
		ObjectNode data = Json.object();
		if (vop) {
			data.put("partyNameMatch", (code != null) ? code : "NOAP");
		}
		else {
			ObjectNode report = data.putObject("Data").putObject("VerificationReport").put("Matched", code == null);
			if (code != null) {
				report.put("ReasonCode", code);
			}
			data.putObject("Links").put("Self", "/pay.uk/v2.0/confirmation-payee/name-verification");
			data.putObject("Meta");
		}
		if (name != null) {
			(vop ? data : data.withObject("/Data/VerificationReport")).put(vop ? "matchedName" : "Name", name);
		}
		return Base64.getEncoder().encodeToString(Json.bytes(data));
	}

}
