package dev.tickmark.provider.smartglocal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Refusal;

/**
 * What the session that our question went into amounts to. The service says whether the
 * phone is registered with the bank; that it compares a name is stated nowhere.
 *
 * @see <a href="https://developer.smart-glocal.com/docs/reference/objects/">The states of
 * sessions and payments</a>
 */
record Check(Session session, Payee payee) {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final String UNKNOWN_WORD = "Smart Glocal's answer has a word this program does not know.";

	private static final String CONTRADICTION = "Smart Glocal's answer says two different things.";

	Outcome outcome() {
		if (this.session.status().equals("error")) {
			return failing();
		}
		if (this.session.payments().size() > 1) {
			return held("Smart Glocal's answer holds more than the one check we asked for.");
		}
		Payment payment = this.session.isEmpty() ? null : this.session.payments().getFirst();
		if (payment != null && !payment.isAbout(this.payee)) {
			return held("Smart Glocal's answer is not about the phone and the bank we asked for.");
		}
		Payment.Status status = (payment != null) ? payment.status() : null;
		if (this.session.waits() || status == Payment.Status.PENDING || (payment != null && payment.waits())) {
			return held("Smart Glocal waits for a confirmation, which a check does not need.");
		}
		if (status == Payment.Status.UNKNOWN) {
			return held(UNKNOWN_WORD);
		}
		return switch (this.session.status()) {
			case "created", "in_progress" -> pending();
			case "accepted" -> accepted(status);
			case "cancelled" -> cancelled(status);
			default -> held(UNKNOWN_WORD);
		};
	}

	/** The provider's pages insist that this state is not final. */
	private Outcome failing() {
		Finding finding = finding(Verdict.PROVIDER_ERROR,
				"Smart Glocal reports a fault in this check, and that it is not over.", shown());
		return new Outcome.Retryable(finding, null, true, false, finding);
	}

	private Outcome pending() {
		return new Outcome.Pending(finding(Verdict.PENDING, "Smart Glocal is still working on it.", null), null,
				PATIENCE,
				finding(Verdict.UNABLE_TO_CHECK, "Smart Glocal gave no answer in time.", "NO_ANSWER_IN_TIME"));
	}

	private Outcome accepted(Payment.@Nullable Status status) {
		if (status != Payment.Status.SUCCEEDED || errors().findAny().isPresent()) {
			return held("Smart Glocal's answer is not clear enough to confirm the registration.");
		}
		return new Outcome.Concluded(new Finding(Verdict.MATCH, AccountState.UNKNOWN, NameMatch.NOT_CHECKED,
				AccountTypeMatch.UNKNOWN, Basis.REGISTRATION_ONLY,
				"The phone number is registered with this bank for fast payments; no name was compared.", null, null,
				this.session.id()));
	}

	private Outcome cancelled(Payment.@Nullable Status status) {
		if (status == Payment.Status.SUCCEEDED) {
			return held(CONTRADICTION);
		}
		List<String> codes = errors().map((error) -> Json.word(error.path("code"))).toList();
		if (codes.contains("") || codes.contains(Json.UNREADABLE)) {
			return held(UNKNOWN_WORD);
		}
		if (codes.stream().map(ErrorCode::of).anyMatch(ErrorCode::saysNothing)) {
			return new Outcome.Concluded(finding(Verdict.UNABLE_TO_CHECK,
					"Smart Glocal called the check off before anything was known.", shown()));
		}
		if (status == null) {
			return held("Smart Glocal's answer does not hold the check we asked for.");
		}
		return new Outcome.Concluded(finding(Verdict.ACCOUNT_NOT_FOUND,
				"The phone number is not registered with this bank for fast payments.", shown())
			.account(AccountState.NOT_FOUND));
	}

	private Stream<JsonNode> errors() {
		return Stream.concat(Stream.of(this.session.error()), this.session.payments().stream().map(Payment::error))
			.filter((error) -> !Json.isAbsent(error));
	}

	private @Nullable String shown() {
		return errors().map((error) -> Refusal.code(error.path("code")))
			.filter((code) -> code != null)
			.findFirst()
			.orElse(null);
	}

	private Outcome held(String reason) {
		return new Outcome.Held(finding(Verdict.PROVIDER_ERROR, reason, shown()));
	}

	private Finding finding(Verdict verdict, String reason, @Nullable String code) {
		return Finding.of(verdict, reason).basis(Basis.REGISTRATION_ONLY).code(code).reference(this.session.id());
	}

}
