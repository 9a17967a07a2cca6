package dev.tickmark.provider.smartglocal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.DocumentedOutcomesTests;

class SmartGlocalOutcomesTests extends DocumentedOutcomesTests {

	private static final Dialogue BEGUN = SmartGlocalExchange.begun();

	private static final Dialogue OPENED = SmartGlocalExchange.opened();

	private static final Dialogue ASKED = SmartGlocalExchange.asked();

	@Override
	protected String title() {
		return "Smart Glocal";
	}

	@Override
	protected List<Documented> outcomes() {
		return Stream.of(session(), running(), accepted(), cancelled(), refused(), byStatus())
			.flatMap(List::stream)
			.toList();
	}

	private static List<Documented> session() {
		String used = SmartGlocalExchange.refused("idempotency_key_already_exists");
		Dialogue doubtful = OPENED.inDoubt();
		return List.of(row("session/create: `created`", OPENED, null),
				row("session/create: another state", BEGUN.answered(200, SmartGlocalExchange.empty("in_progress")),
						Verdict.PROVIDER_ERROR),
				row("session/create: no `session.id`",
						BEGUN.answered(200, SmartGlocalExchange.CREATED.replace("\"id\"", "\"other\"")),
						Verdict.PROVIDER_ERROR),
				row("session/create: `idempotency_key_already_exists`", BEGUN.answered(400, used), null),
				row("session/create: the same for the third time",
						BEGUN.answered(400, used).answered(400, used).answered(400, used), Verdict.PROVIDER_ERROR),
				row("session/create: `invalid_request`",
						BEGUN.answered(400, SmartGlocalExchange.refused("invalid_request")), Verdict.PROVIDER_ERROR),
				row("session/create: no answer", BEGUN.unanswered(true), Verdict.PROVIDER_ERROR),
				row("session `created` after a question that may be lost",
						doubtful.answered(200, SmartGlocalExchange.CREATED), null),
				row("session `cancelled`, without a payment, after a question that may be lost",
						doubtful.answered(200, SmartGlocalExchange.empty("cancelled")), null));
	}

	private static List<Documented> running() {
		String running = SmartGlocalExchange.IN_PROGRESS;
		return List.of(row("session `in_progress`, payment `in_progress`", ASKED, Verdict.PENDING),
				read("session `created` after a question that was taken", SmartGlocalExchange.CREATED, Verdict.PENDING),
				read("session `in_progress`, payment `succeeded`",
						SmartGlocalExchange.states("in_progress", "succeeded"), Verdict.PENDING),
				read("session `in_progress`, payment `failed`", SmartGlocalExchange.states("in_progress", "failed"),
						Verdict.PENDING),
				read("session `in_progress`, payment `pending`", SmartGlocalExchange.states("in_progress", "pending"),
						Verdict.PROVIDER_ERROR),
				read("`next_action` `confirm`", SmartGlocalExchange.inSession(running, "\"next_action\":\"confirm\""),
						Verdict.PROVIDER_ERROR),
				read("`next_action` `capture`", SmartGlocalExchange.inSession(running, "\"next_action\":\"capture\""),
						Verdict.PROVIDER_ERROR),
				read("session `error`", SmartGlocalExchange.states("error", "failed"), Verdict.PROVIDER_ERROR),
				read("a session's state that is not documented", SmartGlocalExchange.states("paused", "in_progress"),
						Verdict.PROVIDER_ERROR),
				read("a payment's state that is not documented", SmartGlocalExchange.states("in_progress", "paused"),
						Verdict.PROVIDER_ERROR));
	}

	private static List<Documented> accepted() {
		String confirmed = SmartGlocalExchange.CONFIRMED;
		return List.of(read("session `accepted`, payment `succeeded`", confirmed, Verdict.MATCH),
				read("the same with `payout_list` and `payout_details`", SmartGlocalExchange.secondVersion(confirmed),
						Verdict.MATCH),
				row("the same at once, as the answer to the question", OPENED.answered(200, confirmed), Verdict.MATCH),
				read("session `accepted`, payment `in_progress`", SmartGlocalExchange.states("accepted", "in_progress"),
						Verdict.PROVIDER_ERROR),
				read("session `accepted`, payment `failed`", SmartGlocalExchange.states("accepted", "failed"),
						Verdict.PROVIDER_ERROR),
				read("session `accepted`, no payment", SmartGlocalExchange.empty("accepted"), Verdict.PROVIDER_ERROR),
				read("session `accepted`, payment in a state that is not documented",
						SmartGlocalExchange.states("accepted", "paused"), Verdict.PROVIDER_ERROR),
				read("session `accepted`, another phone", confirmed.replace("79261234567", "79261234568"),
						Verdict.PROVIDER_ERROR),
				read("session `accepted`, another bank", confirmed.replace("100000000069", "100000000111"),
						Verdict.PROVIDER_ERROR),
				read("no session state", confirmed.replace("\"status\": \"accepted\",", ""), Verdict.PROVIDER_ERROR),
				read("another session", confirmed.replace("ps_3230", "ps_3231"), Verdict.PROVIDER_ERROR));
	}

	private static List<Documented> cancelled() {
		List<Documented> rows = new ArrayList<>();
		rows.add(read("session `cancelled`, payment `failed`", SmartGlocalExchange.states("cancelled", "failed"),
				Verdict.ACCOUNT_NOT_FOUND));
		rows.add(read("session `cancelled` with a code that is in no list",
				SmartGlocalExchange.cancelled("recipient_not_found"), Verdict.ACCOUNT_NOT_FOUND));
		rows.add(read("session `cancelled` with `session_cancelled`",
				SmartGlocalExchange.cancelled("session_cancelled"), Verdict.ACCOUNT_NOT_FOUND));
		for (String code : List.of("session_cancelled_by_partner", "operation_rejected", "internal_error",
				"provider_internal_error", "provider_issuer_unavailable", "provider_timeout", "routing_internal_error",
				"provider_exceeds_amount_limit", "invalid_request")) {
			rows.add(read("session `cancelled` with `" + code + "`", SmartGlocalExchange.cancelled(code),
					Verdict.UNABLE_TO_CHECK));
		}
		rows.add(read("session `cancelled`, payment `succeeded`", SmartGlocalExchange.states("cancelled", "succeeded"),
				Verdict.PROVIDER_ERROR));
		rows.add(read("session `cancelled`, without the payment that was there", SmartGlocalExchange.empty("cancelled"),
				Verdict.PROVIDER_ERROR));
		return rows;
	}

	private static List<Documented> refused() {
		List<Documented> rows = new ArrayList<>();
		rows.add(code("invalid_request", 400, Verdict.REJECTED_INPUT));
		rows.add(row("session/status: `invalid_request`",
				ASKED.answered(400, SmartGlocalExchange.refused("invalid_request")), Verdict.PROVIDER_ERROR));
		rows.add(code("identification_error", 401, Verdict.PROVIDER_ERROR));
		rows.add(code("authentication_error", 401, Verdict.PROVIDER_ERROR));
		rows.add(code("authorization_error", 403, Verdict.PROVIDER_ERROR));
		for (String technical : List.of("internal_error", "provider_internal_error", "provider_issuer_unavailable",
				"provider_timeout", "routing_internal_error")) {
			rows.add(code(technical, 200, Verdict.PROVIDER_ERROR));
		}
		rows.add(code("session_wrong_state", 409, null));
		rows.add(code("idempotency_key_already_exists", 400, null));
		for (String other : List.of("session_cancelled", "session_cancelled_by_partner", "operation_rejected",
				"provider_exceeds_amount_limit", "taxpayer_not_found")) {
			rows.add(code(other, 400, Verdict.PROVIDER_ERROR));
		}
		rows.add(row("`error` without a code, HTTP 200", OPENED.answered(200, "{\"status\":\"error\"}"),
				Verdict.PROVIDER_ERROR));
		return rows;
	}

	private static List<Documented> byStatus() {
		List<Documented> rows = new ArrayList<>();
		rows.add(row("HTTP 200, a body that cannot be read", OPENED.answered(200, "<html>"), Verdict.PROVIDER_ERROR));
		rows.add(row("HTTP 200, a body that is too long",
				OPENED.with(new Answer.Received(200, Map.of(), SmartGlocalExchange.CONFIRMED, true)),
				Verdict.PROVIDER_ERROR));
		for (int status : new int[] { 400, 422 }) {
			rows.add(row("HTTP " + status + " without a code", OPENED.answered(status, ""), Verdict.REJECTED_INPUT));
			rows.add(row("session/status: HTTP " + status + " without a code", ASKED.answered(status, ""),
					Verdict.PROVIDER_ERROR));
		}
		Dialogue gone = ASKED.answered(404, "");
		rows.add(row("session/status: HTTP 404", gone, Verdict.PROVIDER_ERROR));
		rows.add(row("session/status: HTTP 404 for the third time", gone.answered(404, "").answered(404, ""),
				Verdict.PROVIDER_ERROR));
		for (int status : new int[] { 302, 401, 403, 404, 405, 408, 409, 429, 500, 502, 503, 504 }) {
			rows.add(row("HTTP " + status + " without a code", OPENED.answered(status, ""), Verdict.PROVIDER_ERROR));
		}
		rows.add(row("no connection", OPENED.unanswered(false), Verdict.PROVIDER_ERROR));
		rows.add(row("no answer", OPENED.unanswered(true), Verdict.PROVIDER_ERROR));
		return rows;
	}

	/** What the question is refused with. */
	private static Documented code(String code, int status, @Nullable Verdict verdict) {
		return row("`error` with `" + code + "`", OPENED.answered(status, SmartGlocalExchange.refused(code)), verdict);
	}

	/** What the session is read as, once the question was taken. */
	private static Documented read(String outcome, String body, Verdict verdict) {
		return row(outcome, ASKED.answered(200, body), verdict);
	}

	private static Documented row(String outcome, Dialogue dialogue, @Nullable Verdict verdict) {
		return new Documented(outcome, dialogue, verdict);
	}

}
