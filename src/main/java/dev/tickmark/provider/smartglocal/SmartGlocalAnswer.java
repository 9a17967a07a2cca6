package dev.tickmark.provider.smartglocal;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.HttpReadings;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.RetryAfter;

/**
 * What Smart Glocal's answers amount to. A code in the envelope comes before the HTTP
 * status, which the pages do not tell for each.
 */
record SmartGlocalAnswer(HttpReadings http) {

	/** After so many keys in a row that were all used before, something else is wrong. */
	private static final int MOST_KEYS = 3;

	Reading read(Conversation conversation) {
		Call call = conversation.latest();
		if (!(call.answer() instanceof Received received)) {
			return this.http.read(conversation);
		}
		Progress progress = Progress.of(conversation);
		return switch (Reply.of(received)) {
			case Reply.Taken taken -> taken(conversation, progress, taken.session());
			case Reply.Refused refused -> refused(conversation, progress, received, refused);
			case Reply.Unclear _ -> unclear(conversation, progress, received);
		};
	}

	private Reading taken(Conversation conversation, Progress progress, Session session) {
		if (conversation.latest().kind() == CallKind.SESSION) {
			return (progress.step() == Progress.Step.ASK) ? new Reading.Further("the session is open")
					: retry("Smart Glocal opened no session that could be used.", null, null, null);
		}
		if (!progress.isOurs(session)) {
			return this.http.held("Smart Glocal's answer is about another session.", progress.session());
		}
		return switch (progress.step()) {
			case ASK -> new Reading.Further("the question never arrived");
			case OPEN -> new Reading.Further("the session ended before the question arrived");
			case LOOK -> session.isEmpty() && session.status().equals("created")
					&& progress.question() == Progress.Question.REFUSED
							? this.http.held("Smart Glocal neither takes the question nor has it.", session.id())
							: new Reading.Done(new Check(session, conversation.payee()).outcome());
		};
	}

	private Reading refused(Conversation conversation, Progress progress, Received received, Reply.Refused refused) {
		CallKind kind = conversation.latest().kind();
		return switch (refused.code()) {
			case PARTNER -> stranger(refused.shown());
			case TECHNICAL -> retry("Smart Glocal or the bank behind it failed to answer.", refused.shown(),
					RetryAfter.of(received, conversation.latest().answeredAt()), progress.session());
			case REQUEST -> invalid(conversation, progress, received, refused);
			case WRONG_STATE, KEY_USED -> busy(conversation, progress, refused);
			case STOPPED, OTHER -> switch (received.status()) {
				case 200, 400, 422 ->
					held("Smart Glocal refuses the call for a reason this program does not know.", progress, refused);
				default -> unclear(conversation, progress, received);
			};
		};
	}

	private Reading invalid(Conversation conversation, Progress progress, Received received, Reply.Refused refused) {
		// It is the address that is wrong, for every row
		if (received.status() == 404 || received.status() == 405) {
			return unclear(conversation, progress, received);
		}
		return (conversation.latest().kind() == CallKind.SUBMIT) ? wrong(progress, refused) : held(
				"Smart Glocal refuses the call as wrongly made, which is a fault of this program.", progress, refused);
	}

	/** The session, or the key, has been used: no failure, but something to look at. */
	private Reading busy(Conversation conversation, Progress progress, Reply.Refused refused) {
		boolean keyUsed = refused.code() == ErrorCode.KEY_USED;
		return switch (conversation.latest().kind()) {
			case SUBMIT -> new Reading.Further("the session has a question");
			case SESSION ->
				(keyUsed && usedKeys(conversation) % MOST_KEYS != 0) ? new Reading.Further("the key was used before")
						: held("Smart Glocal opens no session for this check.", progress, refused);
			case STATUS, LIST -> held("Smart Glocal does not let the session be read.", progress, refused);
		};
	}

	private static int usedKeys(Conversation conversation) {
		return conversation
			.inARow((call) -> call.kind() == CallKind.SESSION && call.answer() instanceof Received received
					&& Reply.of(received) instanceof Reply.Refused refused && refused.code() == ErrorCode.KEY_USED);
	}

	private Reading unclear(Conversation conversation, Progress progress, Received received) {
		return switch (received.status()) {
			case 200 -> retry("Smart Glocal's answer cannot be read.", null, null, progress.session());
			case 401 -> stranger("HTTP 401");
			case 400,
					422 ->
				(conversation.latest().kind() == CallKind.SUBMIT) ? this.http.read(conversation)
						: this.http.held("Smart Glocal refuses the call as wrongly made (HTTP " + received.status()
								+ "), which is a fault of this program.", progress.session());
			default -> this.http.read(conversation);
		};
	}

	/** Nothing but other keys would help. */
	private Reading stranger(@Nullable String told) {
		String keys = "tickmark.providers." + this.http.provider();
		return new Reading.Done(new Outcome.LaneFault(Finding
			.of(Verdict.PROVIDER_ERROR,
					"Smart Glocal does not accept our project or our signature (" + told + "); check " + keys
							+ ".project and " + keys
							+ ".private-key, and whether its public half is registered with Smart Glocal.")
			.basis(this.http.basis())
			.code(told)));
	}

	private Reading wrong(Progress progress, Reply.Refused refused) {
		return (progress.step() == Progress.Step.OPEN) ? new Reading.Further("the session may be gone")
				: rejected(progress, refused);
	}

	private Reading rejected(Progress progress, Reply.Refused refused) {
		return new Reading.Done(
				new Outcome.Rejected(Finding
					.of(Verdict.REJECTED_INPUT,
							"Smart Glocal refuses the phone, the bank or the name of this row (" + refused.shown()
									+ ").")
					.basis(this.http.basis())
					.code(refused.shown())
					.reference(progress.session())));
	}

	private Reading held(String reason, Progress progress, Reply.Refused refused) {
		return new Reading.Done(new Outcome.Held(Finding.of(Verdict.PROVIDER_ERROR, reason)
			.basis(this.http.basis())
			.code(refused.shown())
			.reference(progress.session())));
	}

	private Reading retry(String reason, @Nullable String code, @Nullable Duration after, @Nullable String reference) {
		Finding finding = Finding.of(Verdict.PROVIDER_ERROR, reason)
			.basis(this.http.basis())
			.code(code)
			.reference(reference);
		return new Reading.Done(new Outcome.Retryable(finding, after, true, false, finding));
	}

}
