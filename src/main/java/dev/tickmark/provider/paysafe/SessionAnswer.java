package dev.tickmark.provider.paysafe;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Action;
import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.HttpReadings;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Reading;

/**
 * What a session's status amounts to.
 *
 * @param http for what cannot be read
 * @param codeParameter the query parameter for the secure code
 */
record SessionAnswer(HttpReadings http, String codeParameter) {

	/** Where nobody can tell how long a session lives. */
	private static final Duration DEFAULT_WAIT = Duration.ofSeconds(15);

	/** The end of looking at a session that never ends: from then on, once in a pass. */
	private static final int MOST_LOOKS = 60;

	private static final Duration PATIENCE = Duration.ofHours(1);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	Reading read(Conversation conversation, Received received) {
		Call call = conversation.latest();
		Session session = Session.of(Json.read(received));
		if (session == null) {
			return this.http.retry("Paysafe's answer cannot be read.", null);
		}
		if (call.kind() == CallKind.STATUS && !call.path().equals(Paysafe.path(conversation.payee(), session.id()))) {
			return this.http.held("Paysafe's answer is one about another session.", null);
		}
		String fault = session.fault();
		if (fault != null) {
			return this.http.held(fault, session.id());
		}
		Failure failure = session.failure(call);
		if (failure != null) {
			return failed(failure, session, Opening.of(conversation, session.id()),
					Progress.of(conversation).internalErrors());
		}
		return switch (session.status()) {
			case "ACTIVE", "AWAITING_USER_INPUT" -> waiting(conversation, session);
			case "ONGOING_VERIFICATION" -> pending(call, session);
			case "COMPLETED" -> completed(call, session);
			case "FAILED" ->
				this.http.held("Paysafe's session failed for a reason this program does not know.", session.id());
			default -> this.http.held("Paysafe's answer has a status this program does not know.", session.id());
		};
	}

	private static Reading failed(Failure failure, Session session, @Nullable Opening opening, int internalErrors) {
		if (failure == Failure.SESSION_EXPIRED && opening == null) {
			// Nobody could be given its link
			return new Reading.Further("a session that was open already has expired");
		}
		Finding finding = failure.finding(session.id());
		return new Reading.Done(switch (failure) {
			case UNSUPPORTED_BANK, NAME_MISMATCH, INSTRUMENT_NOT_UNIQUE, MISSING_DETAILS ->
				new Outcome.Concluded(finding);
			case SESSION_EXPIRED, USER_ABANDONED_PROCESS, USER_INTERACTION_ERROR ->
				new Outcome.ActionRequired(finding, null, null);
			// A second session at once, and not a third: each needs its person
			case INTERNAL_ERROR -> (internalErrors % 2 == 1)
					? new Outcome.Retryable(finding, null, true, false, finding) : new Outcome.Held(finding);
			case OTHER -> new Outcome.Held(finding);
		});
	}

	private Reading waiting(Conversation conversation, Session session) {
		Opening opening = Opening.of(conversation, session.id());
		String link = (opening != null) ? opening.link(this.codeParameter) : null;
		Instant ends = (session.lifetime() != null) ? session.lifetime().ends() : null;
		String reason = reason(opening != null, link != null, (ends != null) ? TIME.format(ends) : null);
		Finding finding = Finding.of(Verdict.ACTION_REQUIRED, reason)
			.basis(Basis.OWNERSHIP)
			.code(session.status())
			.reference(session.id());
		return new Reading.Done(
				new Outcome.ActionRequired(finding, nextLook(conversation, session), new Action(link, ends)));
	}

	private static String reason(boolean ours, boolean linked, @Nullable String end) {
		String by = (end != null) ? " by " + end : "";
		if (linked) {
			return "The customer has to open the link" + by + " and show Paysafe which bank account is theirs.";
		}
		if (ours) {
			return "The customer has to act" + by + ", but Paysafe gave no link that can be handed over safely.";
		}
		return "A session is open already" + ((end != null) ? " until " + end : "")
				+ "; whoever opened it was told its link, which Paysafe tells once. When it has expired, a new one can be opened.";
	}

	private static @Nullable Duration nextLook(Conversation conversation, Session session) {
		String path = conversation.latest().path();
		long looks = conversation.calls()
			.stream()
			.filter((call) -> call.kind() == CallKind.STATUS && call.path().equals(path))
			.count();
		return (looks < MOST_LOOKS) ? wait(conversation.latest(), session) : null;
	}

	private static Reading pending(Call call, Session session) {
		Finding given = Finding.of(Verdict.UNABLE_TO_CHECK, "Paysafe gave no answer in time.")
			.basis(Basis.OWNERSHIP)
			.code("NO_ANSWER_IN_TIME")
			.reference(session.id());
		Finding finding = Finding.of(Verdict.PENDING, "Paysafe is verifying the account that the customer named.")
			.basis(Basis.OWNERSHIP)
			.reference(session.id());
		return new Reading.Done(new Outcome.Pending(finding, wait(call, session), PATIENCE, given));
	}

	private static Reading completed(Call call, Session session) {
		if (call.kind() != CallKind.STATUS) {
			return new Reading.Further("a new session cannot be complete: it is read back");
		}
		return new Reading.Done(new Outcome.Concluded(new Finding(Verdict.MATCH, AccountState.UNKNOWN,
				NameMatch.NOT_CHECKED, AccountTypeMatch.UNKNOWN, Basis.OWNERSHIP,
				"The customer has proved that the account is theirs.", null, null, session.id())));
	}

	private static Duration wait(Call call, Session session) {
		Lifetime lifetime = session.lifetime();
		return (lifetime != null) ? lifetime.wait(Lifetime.moment(call)) : DEFAULT_WAIT;
	}

}
