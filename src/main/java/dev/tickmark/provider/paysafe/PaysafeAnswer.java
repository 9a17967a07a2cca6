package dev.tickmark.provider.paysafe;

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
import dev.tickmark.provider.Refusal;

/**
 * What Paysafe's answers amount to.
 *
 * @param http what all providers' statuses have in common
 * @param sessions what a session's status amounts to
 */
record PaysafeAnswer(HttpReadings http, SessionAnswer sessions) {

	private static final String LIMIT = "DW-BANK-ACCOUNT-LIMIT-EXCEEDED";

	private static final String UNKNOWN_ID = "5269";

	private static final String NO_NUMBER = "DW-CUSTOMER-ID-SHOULD-BE-NUMERIC";

	Reading read(Conversation conversation) {
		Call call = conversation.latest();
		if (!(call.answer() instanceof Received received)) {
			return this.http.read(conversation);
		}
		return switch (received.status()) {
			case 200 -> (call.kind() == CallKind.LIST) ? listed(conversation, received)
					: this.sessions.read(conversation, received);
			case 400 -> refused(conversation, call, received);
			case 404 -> (call.kind() != CallKind.STATUS && UNKNOWN_ID.equals(Refusal.of(received).code()))
					? unknownCustomer() : plainly(conversation);
			default -> plainly(conversation);
		};
	}

	private Reading listed(Conversation conversation, Received received) {
		if (Session.list(received) == null) {
			return this.http.retry("Paysafe's list of sessions cannot be read.", null);
		}
		return new Reading.Further(switch (Progress.of(conversation).step()) {
			case Step.Look _ -> "the list goes on";
			case Step.Open _ -> "no session is open";
			case Step.Follow _ -> "a session is open already";
		});
	}

	private Reading refused(Conversation conversation, Call call, Received received) {
		if (LIMIT.equals(Refusal.of(received).code())) {
			Finding finding = Finding
				.of(Verdict.ACTION_REQUIRED,
						"The customer has reached Paysafe's limit of verified accounts and open sessions;"
								+ " a session must be finished or closed, or an account removed.")
				.basis(Basis.OWNERSHIP)
				.code(LIMIT);
			return new Reading.Done(new Outcome.ActionRequired(finding, null, null));
		}
		if (call.kind() == CallKind.SUBMIT && namesReturnUrl(received)) {
			return this.http.laneFault("Paysafe refuses the address that customers return to;"
					+ " check tickmark.providers.paysafe.return-url.");
		}
		if (call.kind() == CallKind.LIST && NO_NUMBER.equals(Refusal.of(received).code())) {
			return new Reading.Done(new Outcome.Rejected(
					Finding.of(Verdict.REJECTED_INPUT, "Paysafe refuses the customer id, which must be a number.")
						.basis(Basis.OWNERSHIP)
						.code(NO_NUMBER)));
		}
		return plainly(conversation);
	}

	private Reading plainly(Conversation conversation) {
		return this.http.read(Discretion.in(conversation));
	}

	/** Every row is sent with it, and none is at fault. */
	private static boolean namesReturnUrl(Received received) {
		for (JsonNode error : Json.read(received).path("error").path("fieldErrors")) {
			if (Json.word(error.path("field")).equals("returnUrl")) {
				return true;
			}
		}
		return false;
	}

	private static Reading unknownCustomer() {
		return new Reading.Done(
				new Outcome.Rejected(Finding.of(Verdict.REJECTED_INPUT, "Paysafe knows no such customer.")
					.basis(Basis.OWNERSHIP)
					.code(UNKNOWN_ID)));
	}

}
