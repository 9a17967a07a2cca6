package dev.tickmark.provider.banfico;

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

class BanficoOutcomesTests extends DocumentedOutcomesTests {

	private static final Dialogue ASKED = Dialogue.about(new Banfico(),
			Dialogue.payee(Column.NAME, "John Doe", Column.IBAN, "GB15ABBY30000012345678"));

	private static final Dialogue ACCEPTED = ASKED.answered(202, "{\"data\":{\"result\":{\"id\":\"A1\"}}}");

	@Override
	protected String title() {
		return "Banfico";
	}

	@Override
	protected List<Documented> outcomes() {
		return Stream.of(pending(), account(), name(), unclear(), byStatus()).flatMap(List::stream).toList();
	}

	private static List<Documented> pending() {
		return List.of(row("HTTP 202 with an id", ACCEPTED, Verdict.PENDING),
				row("HTTP 202 without an id", ASKED.answered(202, "{}"), Verdict.PROVIDER_ERROR),
				row("read back: HTTP 202", ACCEPTED.answered(202, ""), Verdict.PENDING));
	}

	private static List<Documented> account() {
		return List.of(said("NOT_FOUND", "UNABLE_TO_MATCH", "AC01", Verdict.ACCOUNT_NOT_FOUND),
				said("NOT_FOUND", null, null, Verdict.ACCOUNT_NOT_FOUND),
				said("NOT_FOUND", "UNABLE_TO_MATCH", "IVCR", Verdict.REJECTED_INPUT),
				said("INACTIVE", "FULL_MATCH", null, Verdict.ACCOUNT_UNUSABLE),
				said("CLOSED", "UNABLE_TO_MATCH", null, Verdict.ACCOUNT_UNUSABLE),
				said("CLOSED", "UNABLE_TO_MATCH", "CASS", Verdict.ACCOUNT_UNUSABLE),
				said("FORBIDDEN", "UNABLE_TO_MATCH", null, Verdict.UNABLE_TO_CHECK),
				said("FORBIDDEN", "UNABLE_TO_MATCH", "OPTO", Verdict.UNABLE_TO_CHECK),
				said("FORBIDDEN", "UNABLE_TO_MATCH", "ACNS", Verdict.UNABLE_TO_CHECK),
				said("UNABLE_TO_MATCH", "UNABLE_TO_MATCH", null, Verdict.UNABLE_TO_CHECK),
				said("UNABLE_TO_MATCH", "UNABLE_TO_MATCH", "SCNS", Verdict.UNABLE_TO_CHECK),
				said("UNABLE_TO_MATCH", "UNABLE_TO_MATCH", "NOAP", Verdict.UNABLE_TO_CHECK));
	}

	private static List<Documented> name() {
		List<Documented> rows = new ArrayList<>();
		rows.add(said("ACTIVE", "FULL_MATCH", null, Verdict.MATCH));
		rows.add(said("ACTIVE", "FULL_MATCH", "MATC", Verdict.MATCH));
		rows.add(said("ACTIVE", "FULL_MATCH", "MTCH", Verdict.MATCH));
		rows.add(said("ACTIVE", "PARTIAL_MATCH", null, Verdict.CLOSE_MATCH));
		for (String code : List.of("MBAM", "BAMM", "PAMM", "CMTC", "BANM", "PANM")) {
			rows.add(said("ACTIVE", "PARTIAL_MATCH", code, Verdict.CLOSE_MATCH));
		}
		rows.add(said("ACTIVE", "FULL_MATCH", "BANM", Verdict.CLOSE_MATCH));
		rows.add(said("ACTIVE", "FULL_MATCH", "PANM", Verdict.CLOSE_MATCH));
		rows.add(said("ACTIVE", "NO_MATCH", null, Verdict.NO_MATCH));
		rows.add(said("ACTIVE", "NO_MATCH", "ANNM", Verdict.NO_MATCH));
		rows.add(said("ACTIVE", "NO_MATCH", "NMTC", Verdict.NO_MATCH));
		rows.add(said("ACTIVE", "UNABLE_TO_MATCH", null, Verdict.UNABLE_TO_CHECK));
		rows.add(said("ACTIVE", null, null, Verdict.UNABLE_TO_CHECK));
		return rows;
	}

	private static List<Documented> unclear() {
		String match = BanficoBodies.body("ACTIVE", "FULL_MATCH", null);
		return List.of(said("ACTIVE", "FULL_MATCH", "ANNM", Verdict.PROVIDER_ERROR),
				said("ACTIVE", "FULL_MATCH", "SCNF", Verdict.PROVIDER_ERROR),
				said("SLEEPING", "FULL_MATCH", null, Verdict.PROVIDER_ERROR),
				said("ACTIVE", "ALMOST", null, Verdict.PROVIDER_ERROR),
				said(null, "FULL_MATCH", null, Verdict.PROVIDER_ERROR),
				row("no `account`", ASKED.answered(200, "{\"data\":{\"result\":{\"id\":\"A1\"}}}"),
						Verdict.PROVIDER_ERROR),
				row("no `id`", ASKED.answered(200, match.replace("\"id\":\"A1\",", "")), Verdict.PROVIDER_ERROR),
				row("another account", ASKED.answered(200, match.replace("12345678", "12345679")),
						Verdict.PROVIDER_ERROR),
				row("read back: another `id`", ACCEPTED.answered(200, match.replace("A1", "A2")),
						Verdict.PROVIDER_ERROR),
				row("HTTP 200, a body that cannot be read", ASKED.answered(200, "{\"data\":"), Verdict.PROVIDER_ERROR),
				row("HTTP 200, a body that is too long", ASKED.with(new Answer.Received(200, Map.of(), match, true)),
						Verdict.PROVIDER_ERROR));
	}

	private static List<Documented> byStatus() {
		Dialogue gone = ACCEPTED.answered(404, sample(404));
		return List.of(error(400, Verdict.REJECTED_INPUT),
				row("HTTP 422", ASKED.answered(422, sample(400)), Verdict.REJECTED_INPUT), error(401, null),
				row("HTTP 401 `UNAUTHORISED`, a second time",
						ASKED.answered(401, sample(401)).answered(401, sample(401)), Verdict.PROVIDER_ERROR),
				error(403, Verdict.PROVIDER_ERROR), error(404, Verdict.PROVIDER_ERROR),
				row("read back: HTTP 404 `NOT_FOUND`", gone, Verdict.PROVIDER_ERROR),
				row("read back: HTTP 404 `NOT_FOUND`, for the third time",
						gone.answered(404, sample(404)).answered(404, sample(404)), Verdict.PROVIDER_ERROR),
				row("HTTP 405", ASKED.answered(405, ""), Verdict.PROVIDER_ERROR), error(408, Verdict.PROVIDER_ERROR),
				row("HTTP 409", ASKED.answered(409, ""), Verdict.PROVIDER_ERROR), error(421, Verdict.UNABLE_TO_CHECK),
				error(429, Verdict.PROVIDER_ERROR), error(500, Verdict.PROVIDER_ERROR),
				row("HTTP 502", ASKED.answered(502, ""), Verdict.PROVIDER_ERROR), error(503, Verdict.PROVIDER_ERROR),
				row("HTTP 504", ASKED.answered(504, ""), Verdict.PROVIDER_ERROR),
				row("HTTP 302", ASKED.answered(302, ""), Verdict.PROVIDER_ERROR),
				row("no connection", ASKED.unanswered(false), Verdict.PROVIDER_ERROR),
				row("no answer", ASKED.unanswered(true), Verdict.PROVIDER_ERROR));
	}

	/** An answer with these words, as they are in the fields. */
	private static Documented said(@Nullable String status, @Nullable String name, @Nullable String code,
			Verdict verdict) {
		String outcome = ((status != null) ? "`" + status + "`" : "no `status`")
				+ ((name != null) ? ", name `" + name + "`" : ", no `nameCheckStatus`")
				+ ((code != null) ? ", code `" + code + "`" : "");
		String body = BanficoBodies.body(status, name, (code != null) ? "[\"" + code + "\"]" : null);
		return row(outcome, ASKED.answered(200, body), verdict);
	}

	/** The page's own sample of an error. */
	private static Documented error(int status, @Nullable Verdict verdict) {
		String code = sample(status).replaceFirst("(?s).*?\"code\": \"(\\w+)\".*", "$1");
		return row("HTTP " + status + " `" + code + "`", ASKED.answered(status, sample(status)), verdict);
	}

	private static String sample(int status) {
		return Dialogue.sample("banfico/error-" + status);
	}

	private static Documented row(String outcome, Dialogue dialogue, @Nullable Verdict verdict) {
		return new Documented(outcome, dialogue, verdict);
	}

}
