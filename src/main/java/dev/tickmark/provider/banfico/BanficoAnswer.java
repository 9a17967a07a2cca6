package dev.tickmark.provider.banfico;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

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
import dev.tickmark.provider.RetryAfter;

/**
 * What Banfico's answers amount to.
 * <p>
 * The HTTP status comes first, since 408 and 503 bear the same {@code code}, and 421 that
 * of a 405. The scheme's own answer in {@code responder.data} is not needed: the samples
 * show it cut off.
 */
record BanficoAnswer(HttpReadings http) {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	Reading read(Conversation conversation) {
		Call call = conversation.latest();
		if (!(call.answer() instanceof Received received)) {
			return this.http.read(conversation);
		}
		return switch (received.status()) {
			case 200 -> result(conversation, received);
			case 202 -> accepted(conversation, received);
			case 408 -> silent(received, call);
			case 421 -> concluded(Finding
				.of(Verdict.UNABLE_TO_CHECK, "Banfico does not serve this country or this kind of account number.")
				.code("NOT_SERVED"));
			default -> this.http.read(conversation);
		};
	}

	private Reading result(Conversation conversation, Received received) {
		JsonNode result = Json.read(received).path("data").path("result");
		String id = Json.id(result.path("id"));
		String fault = fault(conversation, result, id);
		if (fault != null) {
			return unreadable(conversation, fault, id);
		}
		Finding finding = Statement.of(result).finding().reference(id);
		return new Reading.Done(switch (finding.verdict()) {
			case PROVIDER_ERROR -> new Outcome.Held(finding);
			case REJECTED_INPUT -> new Outcome.Rejected(finding);
			default -> new Outcome.Concluded(finding);
		});
	}

	/** Why this cannot be the answer to our question; null when it can. */
	private static @Nullable String fault(Conversation conversation, JsonNode result, @Nullable String id) {
		if (id == null) {
			return "Banfico's answer cannot be read.";
		}
		if (!isOurs(conversation, id)) {
			return "Banfico's answer is one to another verification.";
		}
		JsonNode account = result.path("account");
		if (!Json.isAbsent(account)
				&& !plain(Json.word(account.path("id"))).equals(plain(BanficoQuestion.account(conversation.payee())))) {
			return "Banfico's answer is not about the account we asked for.";
		}
		return null;
	}

	/** Reading again costs nothing, asking again may. */
	private Reading unreadable(Conversation conversation, String reason, @Nullable String id) {
		return (conversation.latest().kind() == CallKind.STATUS) ? this.http.retry(reason, null)
				: this.http.held(reason, id);
	}

	/**
	 * Assumption: the page lists 202 without a sample. Taken to be an id without an
	 * account yet, to be read back until there is one.
	 */
	private Reading accepted(Conversation conversation, Received received) {
		String id = Progress.named(received);
		if (conversation.latest().kind() == CallKind.STATUS) {
			// What was asked for is what is pending, whatever a body says
			id = Progress.of(conversation).id();
		}
		if (id == null) {
			return this.http.held("Banfico accepted the question without an id to ask for.", null);
		}
		Duration after = RetryAfter.of(received, conversation.latest().answeredAt());
		after = (after != null) ? after : RetryAfter.seconds(received, "expected-response-seconds");
		Finding given = Finding.of(Verdict.UNABLE_TO_CHECK, "The bank gave no answer in time.")
			.code("NO_ANSWER_IN_TIME")
			.reference(id);
		return new Reading.Done(
				new Outcome.Pending(Finding.of(Verdict.PENDING, "The bank has not answered yet.").reference(id), after,
						patience(received, after), given));
	}

	/** Three times what the bank promises, and long enough to have asked at all. */
	private static Duration patience(Received received, @Nullable Duration after) {
		Duration promised = RetryAfter.seconds(received, "responder-sla-seconds");
		Duration patience = (promised != null) ? promised.multipliedBy(3) : PATIENCE;
		Duration least = (after != null) ? after.multipliedBy(2) : Duration.ZERO;
		return (patience.compareTo(least) < 0) ? least : patience;
	}

	private static Reading silent(Received received, Call call) {
		String reason = "The bank gave Banfico no answer in time.";
		String code = "RESPONDER_TIMEOUT";
		return new Reading.Done(new Outcome.Retryable(Finding.of(Verdict.PROVIDER_ERROR, reason).code(code),
				RetryAfter.of(received, call.answeredAt()), true, false,
				Finding.of(Verdict.UNABLE_TO_CHECK, reason).code(code)));
	}

	private static Reading concluded(Finding finding) {
		return new Reading.Done(new Outcome.Concluded(finding));
	}

	private static boolean isOurs(Conversation conversation, String id) {
		return conversation.latest().kind() == CallKind.SUBMIT || Objects.equals(Progress.of(conversation).id(), id);
	}

	private static String plain(String account) {
		return account.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
	}

}
