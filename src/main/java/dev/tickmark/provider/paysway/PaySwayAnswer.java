package dev.tickmark.provider.paysway;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.HttpReadings;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.Refusal;
import dev.tickmark.provider.RetryAfter;

/**
 * What PaySway's answers amount to. The dates are not read, so that either spelling of
 * them is welcome ({@code createdDate}, once {@code createdAt}).
 */
record PaySwayAnswer(HttpReadings http) {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/**
	 * Refusals that are no fault of the row. Assumption: the page on errors does not say
	 * with which HTTP status each comes.
	 *
	 * @see <a href="https://docs.paysway.io/get-started/errors">Errors</a>
	 */
	private static final Set<String> OUR_FAULTS = Set.of("IDEMPOTENCY_KEY_REQUEST_MISMATCH",
			"IDEMPOTENCY_KEY_HEADER_MISSING", "METADATA_TOO_MANY_KEYS", "METADATA_INVALID_KEY",
			"METADATA_INVALID_VALUE");

	Reading read(Conversation conversation) {
		Call call = conversation.latest();
		if (!(call.answer() instanceof Received received)) {
			return this.http.read(conversation);
		}
		return switch (received.status()) {
			case 200 -> verification(conversation, call, received);
			case 400, 422 -> refused(conversation, received);
			default -> this.http.read(conversation);
		};
	}

	private Reading refused(Conversation conversation, Received received) {
		String code = Refusal.of(received).code();
		if (code != null && OUR_FAULTS.contains(code)) {
			return this.http.held(
					"PaySway refuses the call as wrongly made (" + code + "), which is a fault of this program.", null);
		}
		if (code != null && code.startsWith("AUTH_")) {
			return this.http.laneFault(
					"PaySway refuses our credentials (" + code + "); check those under tickmark.providers.paysway.");
		}
		return this.http.read(conversation);
	}

	private Reading verification(Conversation conversation, Call call, Received received) {
		JsonNode body = Json.read(received);
		String id = Json.id(body.path("id"));
		if (id == null) {
			// The same key, or the same id, gives the same verification again
			return this.http.retry("PaySway's answer cannot be read.", null);
		}
		if (call.kind() == CallKind.STATUS && !call.path().equals(PaySway.path(id))) {
			return this.http.retry("PaySway's answer is one to another verification.", null);
		}
		// The page's own sample has a result and a failure beside PENDING: the state
		// comes
		// first
		return switch (Json.word(body.path("state"))) {
			case "PENDING" -> pending(id, RetryAfter.of(received, call.answeredAt()));
			case "COMPLETED" -> completed(body, id);
			case "FAILED" -> failed(conversation, body, id);
			default -> this.http.held("PaySway's answer has a state this program does not know.", id);
		};
	}

	private static Reading pending(String id, @Nullable Duration after) {
		Finding given = Finding.of(Verdict.UNABLE_TO_CHECK, "PaySway gave no answer in time.")
			.code("NO_ANSWER_IN_TIME")
			.reference(id);
		return new Reading.Done(new Outcome.Pending(
				Finding.of(Verdict.PENDING, "PaySway is still working on it.").reference(id), after, PATIENCE, given));
	}

	private static Reading completed(JsonNode body, String id) {
		Finding finding = Json.isAbsent(body.path("failureReason")) ? Result.of(body.path("result")).finding()
				: Finding.of(Verdict.PROVIDER_ERROR, "PaySway's answer says two different things.");
		finding = finding.reference(id);
		return new Reading.Done((finding.verdict() == Verdict.PROVIDER_ERROR) ? new Outcome.Held(finding)
				: new Outcome.Concluded(finding));
	}

	private Reading failed(Conversation conversation, JsonNode body, String id) {
		String reason = Json.word(body.path("failureReason"));
		return switch (reason) {
			case "INVALID_FIELD" -> new Reading.Done(new Outcome.Rejected(
					finding(Verdict.REJECTED_INPUT, "PaySway refuses the data of this row.", reason, id)));
			// The second word is that of an older contract
			case "UNSUPPORTED_FINANCIAL_INSTITUTION", "BANK_NOT_SUPPORTED" -> new Reading.Done(new Outcome.Concluded(
					finding(Verdict.UNABLE_TO_CHECK, "PaySway cannot reach this bank for such checks.", reason, id)));
			case Operation.UNAVAILABLE -> {
				String silent = "The bank cannot be reached at the moment.";
				yield retry(finding(Verdict.PROVIDER_ERROR, silent, reason, id),
						finding(Verdict.UNABLE_TO_CHECK, silent, reason, id));
			}
			case Operation.UNEXPECTED -> {
				Finding finding = finding(Verdict.PROVIDER_ERROR, "PaySway failed without telling why.", reason, id);
				yield (Operation.of(conversation).unexpected() > 1) ? new Reading.Done(new Outcome.Held(finding))
						: retry(finding, finding);
			}
			default -> this.http.held("PaySway failed for a reason this program does not know.", id);
		};
	}

	private static Reading retry(Finding finding, Finding exhausted) {
		return new Reading.Done(new Outcome.Retryable(finding, null, true, false, exhausted));
	}

	private static Finding finding(Verdict verdict, String reason, String code, String id) {
		return Finding.of(verdict, reason).code(code).reference(id);
	}

}
