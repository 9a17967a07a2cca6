package dev.tickmark.provider.paysway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.DocumentedOutcomesTests;

class PaySwayOutcomesTests extends DocumentedOutcomesTests {

	private static final Dialogue ASKED = Dialogue.about(new PaySway(),
			Dialogue.payee(Column.NAME, "Jean Dupont", Column.IBAN, "FR1420041010050500013M02606"));

	/** The page's own sample. */
	private static final Dialogue PENDING = ASKED.answered(200, Dialogue.sample("paysway/response-schema"));

	@Override
	protected String title() {
		return "PaySway";
	}

	@Override
	protected List<Documented> outcomes() {
		return Stream.of(completed(), unclear(), failed(), refused(), byStatus()).flatMap(List::stream).toList();
	}

	private static List<Documented> completed() {
		List<Documented> rows = new ArrayList<>();
		rows.add(row("`PENDING`", PENDING, Verdict.PENDING));
		rows.add(said("NOT_FOUND", null, null, "EPC_VOP_NOAP", Verdict.UNABLE_TO_CHECK));
		rows.add(said("NOT_FOUND", null, null, null, Verdict.ACCOUNT_NOT_FOUND));
		rows.add(said("NOT_FOUND", null, null, "UK_COP_AC01", Verdict.ACCOUNT_NOT_FOUND));
		rows.add(said("NOT_FOUND", null, null, "UK_COP_IVCR", Verdict.ACCOUNT_NOT_FOUND));
		rows.add(said("FORBIDDEN", null, null, null, Verdict.UNABLE_TO_CHECK));
		rows.add(said("FORBIDDEN", null, null, "UK_COP_OPTO", Verdict.UNABLE_TO_CHECK));
		rows.add(said("FORBIDDEN", null, null, "UK_COP_ACNS", Verdict.UNABLE_TO_CHECK));
		rows.add(said("INACTIVE", "FULL_MATCH", null, null, Verdict.ACCOUNT_UNUSABLE));
		rows.add(said("CLOSED", null, null, null, Verdict.ACCOUNT_UNUSABLE));
		for (String active : List.of("ACTIVE", "VALID")) {
			for (String full : List.of("FULL_MATCH", "MATCH")) {
				rows.add(said(active, full, null, null, Verdict.MATCH));
			}
		}
		rows.add(said("ACTIVE", "FULL_MATCH", "MATCH", "EPC_VOP_MTCH", Verdict.MATCH));
		rows.add(said("ACTIVE", "FULL_MATCH", "NO_MATCH", null, Verdict.CLOSE_MATCH));
		rows.add(said("ACTIVE", "FULL_MATCH", null, "UK_COP_BANM", Verdict.CLOSE_MATCH));
		rows.add(said("ACTIVE", "FULL_MATCH", null, "UK_COP_PANM", Verdict.CLOSE_MATCH));
		rows.add(said("ACTIVE", "PARTIAL_MATCH", null, null, Verdict.CLOSE_MATCH));
		rows.add(said("ACTIVE", "PARTIAL_MATCH", null, "EPC_VOP_CMTC", Verdict.CLOSE_MATCH));
		for (String code : List.of("UK_COP_MBAM", "UK_COP_BAMM", "UK_COP_PAMM")) {
			rows.add(said("ACTIVE", "PARTIAL_MATCH", "NO_MATCH", code, Verdict.CLOSE_MATCH));
		}
		rows.add(said("ACTIVE", "CLOSE_MATCH", null, null, Verdict.CLOSE_MATCH));
		rows.add(said("ACTIVE", "NO_MATCH", null, null, Verdict.NO_MATCH));
		rows.add(said("ACTIVE", "NO_MATCH", null, "EPC_VOP_NMTC", Verdict.NO_MATCH));
		rows.add(said("ACTIVE", "NO_MATCH", null, "UK_COP_ANNM", Verdict.NO_MATCH));
		rows.add(said("ACTIVE", null, null, null, Verdict.UNABLE_TO_CHECK));
		rows.add(said("ACTIVE", null, null, "EPC_VOP_NOAP", Verdict.UNABLE_TO_CHECK));
		return rows;
	}

	private static List<Documented> unclear() {
		String match = PaySwayBodies.NEWEST;
		return List.of(said("ACTIVE", "FULL_MATCH", null, "EPC_VOP_NMTC", Verdict.PROVIDER_ERROR),
				said("ACTIVE", "FULL_MATCH", null, "EPC_VOP_NOAP", Verdict.PROVIDER_ERROR),
				said("ACTIVE", "FULL_MATCH", null, "EPC_VOP_XXXX", Verdict.PROVIDER_ERROR),
				said("SLEEPING", "FULL_MATCH", null, null, Verdict.PROVIDER_ERROR),
				said("ACTIVE", "ALMOST", null, null, Verdict.PROVIDER_ERROR),
				said("ACTIVE", "FULL_MATCH", "ALMOST", null, Verdict.PROVIDER_ERROR),
				said(null, "FULL_MATCH", null, null, Verdict.PROVIDER_ERROR),
				row("`COMPLETED` without a result", ASKED.answered(200, PaySwayBodies.completed("null")),
						Verdict.PROVIDER_ERROR),
				row("`COMPLETED` with a `failureReason`",
						ASKED.answered(200, PaySwayBodies.OLDEST.replace("null", "\"INVALID_FIELD\"")),
						Verdict.PROVIDER_ERROR),
				row("a state that is not documented", ASKED.answered(200, match.replace("COMPLETED", "PAUSED")),
						Verdict.PROVIDER_ERROR),
				row("no `id`", ASKED.answered(200, match.replace("\"id\"", "\"other\"")), Verdict.PROVIDER_ERROR),
				row("read back: another `id`", PENDING.answered(200, match.replace("3c90c3cc", "00000000")),
						Verdict.PROVIDER_ERROR),
				row("HTTP 200, a body that cannot be read", ASKED.answered(200, "{\"id\":"), Verdict.PROVIDER_ERROR),
				row("HTTP 200, a body that is too long", ASKED.with(new Answer.Received(200, Map.of(), match, true)),
						Verdict.PROVIDER_ERROR));
	}

	private static List<Documented> failed() {
		return List.of(failed("INVALID_FIELD", Verdict.REJECTED_INPUT),
				failed("UNSUPPORTED_FINANCIAL_INSTITUTION", Verdict.UNABLE_TO_CHECK),
				failed("BANK_NOT_SUPPORTED", Verdict.UNABLE_TO_CHECK),
				failed("UNAVAILABLE_FINANCIAL_INSTITUTION", Verdict.PROVIDER_ERROR),
				failed("UNEXPECTED_ERROR", Verdict.PROVIDER_ERROR),
				row("`FAILED` `UNEXPECTED_ERROR`, a second time",
						ASKED.answered(200, PaySwayBodies.failed("a1", "UNEXPECTED_ERROR"))
							.answered(200, PaySwayBodies.failed("a2", "UNEXPECTED_ERROR")),
						Verdict.PROVIDER_ERROR),
				failed("SOMETHING_NEW", Verdict.PROVIDER_ERROR));
	}

	/** The page on errors does not say with which HTTP status each code comes. */
	private static List<Documented> refused() {
		List<Documented> rows = new ArrayList<>();
		for (String code : List.of("BAD_REQUEST", "JSON_PAYLOAD_MISSING_REQUIRED_FIELD")) {
			rows.add(refused(400, code, Verdict.REJECTED_INPUT));
		}
		for (String code : List.of("IDEMPOTENCY_KEY_HEADER_MISSING", "METADATA_TOO_MANY_KEYS", "METADATA_INVALID_KEY",
				"METADATA_INVALID_VALUE", "AUTH_UNSUPPORTED_GRANT_TYPE", "AUTH_MISSING_CLIENT_CREDENTIALS")) {
			rows.add(refused(400, code, Verdict.PROVIDER_ERROR));
		}
		for (int status : new int[] { 400, 409, 422 }) {
			rows.add(refused(status, "IDEMPOTENCY_KEY_REQUEST_MISMATCH", Verdict.PROVIDER_ERROR));
		}
		for (String code : List.of("AUTH_INVALID_CLIENT_CREDENTIALS", "AUTH_TOKEN_NOT_FOUND",
				"AUTH_M2M_TOKEN_NOT_FOUND", "AUTH_TOKEN_INVALID")) {
			rows.add(refused(401, code, null));
		}
		return rows;
	}

	private static List<Documented> byStatus() {
		Dialogue gone = PENDING.answered(404, "");
		List<Documented> rows = new ArrayList<>();
		rows.add(row("HTTP 422 without a code", ASKED.answered(422, ""), Verdict.REJECTED_INPUT));
		rows.add(row("HTTP 401, a second time", ASKED.answered(401, "").answered(401, ""), Verdict.PROVIDER_ERROR));
		rows.add(refused(403, "FORBIDDEN", Verdict.PROVIDER_ERROR));
		rows.add(refused(404, "NOT_FOUND", Verdict.PROVIDER_ERROR));
		rows.add(row("read back: HTTP 404", gone, Verdict.PROVIDER_ERROR));
		rows.add(row("read back: HTTP 404 for the third time", gone.answered(404, "").answered(404, ""),
				Verdict.PROVIDER_ERROR));
		rows.add(refused(429, "AUTH_TOO_MANY_REQUESTS", Verdict.PROVIDER_ERROR));
		rows.add(refused(500, "UNEXPECTED_ERROR", Verdict.PROVIDER_ERROR));
		for (int status : new int[] { 302, 405, 408, 502, 503, 504 }) {
			rows.add(row("HTTP " + status, ASKED.answered(status, ""), Verdict.PROVIDER_ERROR));
		}
		rows.add(row("no connection", ASKED.unanswered(false), Verdict.PROVIDER_ERROR));
		rows.add(row("no answer", ASKED.unanswered(true), Verdict.PROVIDER_ERROR));
		return rows;
	}

	/** A completed verification with these words, as they are in the fields. */
	private static Documented said(@Nullable String account, @Nullable String name, @Nullable String type,
			@Nullable String code, Verdict verdict) {
		String outcome = ((account != null) ? "`" + account + "`" : "no `accountStatus`")
				+ ((name != null) ? ", name `" + name + "`" : ", no `matchStatus`")
				+ ((type != null) ? ", account type `" + type + "`" : "")
				+ ((code != null) ? ", code `" + code + "`" : "");
		String body = PaySwayBodies.completed(PaySwayBodies.result(account, name, type, code));
		return row(outcome, ASKED.answered(200, body), verdict);
	}

	private static Documented failed(String reason, Verdict verdict) {
		return row("`FAILED` `" + reason + "`", ASKED.answered(200, PaySwayBodies.failed("a1", reason)), verdict);
	}

	private static Documented refused(int status, String code, @Nullable Verdict verdict) {
		String body = "{\"code\":\"" + code + "\",\"message\":\"x\"}";
		return row("HTTP " + status + " `" + code + "`", ASKED.answered(status, body), verdict);
	}

	private static Documented row(String outcome, Dialogue dialogue, @Nullable Verdict verdict) {
		return new Documented(outcome, dialogue, verdict);
	}

}
