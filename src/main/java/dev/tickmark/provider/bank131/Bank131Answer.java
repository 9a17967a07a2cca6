package dev.tickmark.provider.bank131;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.HttpReadings;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Reading;

/**
 * What Bank 131's answers amount to. A MATCH comes from reading a check only: what
 * {@code ok} would mean in the answer to the question is not documented.
 */
record Bank131Answer(HttpReadings http) {

	/** Bank 131 needs up to 2 days. */
	private static final Duration PATIENCE = Duration.ofDays(3);

	private static final Duration GRACE = Duration.ofSeconds(2);

	/** For so long after the settings were read, every check is read back at once. */
	private static final Duration TRIAL = Duration.ofSeconds(5);

	private static final String KEYS = "check tickmark.providers.bank131.";

	Reading read(Conversation conversation) {
		Call call = conversation.latest();
		if (!(call.answer() instanceof Received received)) {
			return this.http.read(conversation);
		}
		return switch (received.status()) {
			case 200 -> check(conversation, call, Said.of(received));
			case 400, 422 -> refused(conversation, call, received);
			case 405 ->
				(call.kind() == CallKind.STATUS)
						? this.http.laneFault("Bank 131 does not let a check be read by " + call.method()
								+ " (HTTP 405); " + KEYS + "read-back, which is get or post.")
						: this.http.read(conversation);
			// There is no token that could be replaced
			case 401 -> this.http.laneFault("Bank 131 refuses our proof (HTTP 401); " + KEYS
					+ "project and .private-key, and that Bank 131 has this machine's address on its list.");
			default -> this.http.read(conversation);
		};
	}

	private Reading refused(Conversation conversation, Call call, Received received) {
		JsonNode error = Json.read(received).path("error");
		// That is where the page has the code
		List<String> words = List.of(Json.word(error.path("description")), Json.word(error.path("code")));
		if (words.contains("request_header_validation_error")) {
			return fault("Bank 131 misses a header (request_header_validation_error); " + KEYS + "project",
					"request_header_validation_error");
		}
		if (call.kind() == CallKind.STATUS) {
			return this.http.held("Bank 131 refuses the call as wrongly made (HTTP " + received.status()
					+ "), which is a fault of this program.", null);
		}
		String code = "request_body_validation_error";
		return words
			.contains(code)
					? new Reading.Done(
							new Outcome.Rejected(
									Finding
										.of(Verdict.REJECTED_INPUT,
												"Bank 131 refuses the data of this row as not well formed (" + code
														+ ").")
										.basis(Basis.IDENTITY_DOCUMENT)
										.code(code)))
					: this.http.read(conversation);
	}

	private Reading check(Conversation conversation, Call call, Said said) {
		List<Call> calls = conversation.calls();
		Progress before = Progress.of(calls.subList(0, calls.size() - 1));
		Progress now = Progress.of(calls);
		String asked = (call.kind() == CallKind.STATUS) ? before.id() : null;
		if (asked != null && said.word() != Said.Word.ALREADY_EXISTS && !said.isAbout(asked)) {
			return this.http.retry("Bank 131's answer is one to another check.", null);
		}
		Statement statement = (asked != null) ? new Statement(asked, before.earlier(), before.sent())
				: new Statement(said.id(), false, false);
		return switch (said.word()) {
			case PENDING -> (now.id() == null) ? unreadable(now, statement) : isTrial(conversation, call)
					? new Reading.Further("the key may be wrong: it is read at once") : pending(statement, call, now);
			case CONFIRMED -> confirmed(asked != null, now, statement);
			case PASSPORT_NOT_CONFIRMED -> concluded(statement,
					statement.finding(Verdict.NO_MATCH, "Bank 131 does not confirm the passport", said.code()));
			case INN_NOT_CONFIRMED -> concluded(statement, statement.finding(Verdict.NO_MATCH,
					"Bank 131 does not confirm that the INN belongs to the passport", said.code()));
			case ALREADY_EXISTS -> alreadyThere(before, said, asked);
			case NOT_FOUND -> notFound(now, statement, asked);
			case BAD_SIGNATURE ->
				badSignature(statement, asked != null && wasSentBefore(calls, conversation.configuredAt()));
			case UNKNOWN_PROJECT ->
				fault("Bank 131 knows no project of this name (partner_project_not_found); " + KEYS + "project",
						said.code());
			case UNKNOWN -> held(statement.fault("Bank 131's answer has a word this program does not know", null));
			case CONTRADICTION -> held(statement.fault("Bank 131's answer says two different things", null));
			case UNREADABLE -> unreadable(now, statement);
		};
	}

	/**
	 * Whether this is one of a lane's first questions. A wrong signature shows only when
	 * a check is read, and thousands should not be sent with it meanwhile.
	 */
	private static boolean isTrial(Conversation conversation, Call call) {
		Instant since = conversation.configuredAt();
		return call.kind() == CallKind.SUBMIT && !call.sentAt().isBefore(since)
				&& Duration.between(since, call.sentAt()).compareTo(TRIAL) < 0;
	}

	private static Reading pending(Statement statement, Call call, Progress now) {
		Finding finding = statement.finding(Verdict.PENDING,
				"Bank 131 is still checking, which takes 10 minutes to 2 days; the same command picks the answer up",
				null);
		Finding given = statement.finding(Verdict.UNABLE_TO_CHECK, "Bank 131 gave no answer in time",
				"NO_ANSWER_IN_TIME");
		return new Reading.Done(new Outcome.Pending(finding, Cadence.after(call, now.pendingSince()), PATIENCE, given));
	}

	private Reading confirmed(boolean read, Progress now, Statement statement) {
		if (read) {
			return concluded(statement,
					statement.finding(Verdict.MATCH, "Bank 131 confirms the passport and the INN", null));
		}
		return (now.id() != null) ? new Reading.Further("accepted") : unreadable(now, statement);
	}

	private static Reading alreadyThere(Progress before, Said said, @Nullable String asked) {
		Progress since = (asked != null) ? before : Progress.of(List.of());
		if (since.leads(said)) {
			return new Reading.Further("there is an earlier check");
		}
		Statement statement = new Statement((asked != null) ? asked : said.id(), false, false);
		return held(statement.fault(
				(said.id() != null) ? "Bank 131's checks of this INN and contract refer to each other"
						: "Bank 131 has checked this INN and contract before, but does not name that check",
				said.code()));
	}

	private static Reading notFound(Progress now, Statement statement, @Nullable String asked) {
		Finding finding = statement.fault((asked != null) ? "Bank 131 does not know its own check (request_not_found)"
				: "Bank 131's answer does not fit the question (request_not_found)", "request_not_found");
		// It is to be sent again, by the next pass
		return (now.id() == null) ? held(finding)
				: new Reading.Done(new Outcome.Retryable(finding, GRACE, false, false, finding));
	}

	private static boolean wasSentBefore(List<Call> calls, Instant time) {
		return calls.reversed()
			.stream()
			.filter((call) -> call.kind() == CallKind.SUBMIT)
			.findFirst()
			.filter((question) -> question.sentAt().isBefore(time))
			.isPresent();
	}

	/**
	 * A signature is judged when the check is read, perhaps by a later process with
	 * another key: then the check is sent again.
	 */
	private static Reading badSignature(Statement statement, boolean otherKey) {
		String code = "invalid_sign";
		if (statement.earlier()) {
			// Another key's fault, perhaps: ours may be the right one
			return held(statement
				.fault("Bank 131 holds a check that was not signed properly; ask Bank 131 to remove it", code));
		}
		if (otherKey) {
			return new Reading.Further("badly signed, perhaps with an older key");
		}
		return fault("Bank 131 does not accept our signature (invalid_sign); " + KEYS
				+ "private-key and .signature, and that Bank 131 has the public half of the key", code);
	}

	/** Reading again costs nothing; nor does asking again, as it names the same check. */
	private Reading unreadable(Progress now, Statement statement) {
		String sentence = "Bank 131's answer cannot be read";
		// In pairs: a later pass gets its second try as well
		return (now.unreadable() % 2 == 1) ? this.http.retry(sentence + ".", null)
				: held(statement.fault(sentence, null));
	}

	/**
	 * An earlier check was made of the same INN and contract; whether it was made of the
	 * same passport, the ledger may know.
	 */
	private static Reading concluded(Statement statement, Finding finding) {
		return new Reading.Done(statement.earlier() ? new Outcome.Adopted(finding, statement.finding(
				Verdict.UNABLE_TO_CHECK,
				"Bank 131 has checked this INN and contract before, with other data, and would check them anew only under"
						+ " another contract number",
				"already_exists")) : new Outcome.Concluded(finding));
	}

	private static Reading held(Finding finding) {
		return new Reading.Done(new Outcome.Held(finding));
	}

	private static Reading fault(String sentence, @Nullable String code) {
		return new Reading.Done(new Outcome.LaneFault(
				Finding.of(Verdict.PROVIDER_ERROR, sentence + ".").basis(Basis.IDENTITY_DOCUMENT).code(code)));
	}

}
