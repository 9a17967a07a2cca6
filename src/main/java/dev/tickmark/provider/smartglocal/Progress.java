package dev.tickmark.provider.smartglocal;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer.Missing;
import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.provider.Conversation;

/**
 * How far a conversation has come.
 * <p>
 * A session takes one question. So whether a lost question arrived is read from its
 * session, and a session that never got it is asked the same again. A session whose
 * opening was lost stays unused, which costs nothing.
 *
 * @param step what to do next
 * @param session the id of the session that was opened last; null before there is one
 * @param opened how many times a session was to be opened
 * @param question what is known of the question in that session
 * @param openedAt when that session was opened; null before there is one
 * @param unknown how often the service did not know that session any more
 */
record Progress(Step step, @Nullable String session, int opened, Question question, @Nullable Instant openedAt,
		int unknown) {

	/** A session that was opened longer ago may be gone before it is used. */
	private static final Duration FRESH = Duration.ofMinutes(1);

	/** After so many looks in vain it is gone for good. */
	private static final int MOST_UNKNOWN = 3;

	static Progress of(Conversation conversation) {
		Progress progress = new Progress(Step.OPEN, null, 0, Question.UNKNOWN, null, 0);
		for (Call call : conversation.calls()) {
			progress = progress.after(call);
		}
		return conversation.inDoubt() ? progress.inDoubt() : progress;
	}

	private Progress inDoubt() {
		return switch (this.step) {
			case OPEN ->
				new Progress(Step.OPEN, this.session, this.opened + 1, this.question, this.openedAt, this.unknown);
			case ASK, LOOK -> step(Step.LOOK, this.question);
		};
	}

	private Progress after(Call call) {
		return switch (call.kind()) {
			case SESSION -> opened(call);
			case SUBMIT -> asked(call);
			case STATUS -> looked(call);
			case LIST -> this;
		};
	}

	private Progress opened(Call call) {
		String fresh = fresh(call);
		return (fresh != null) ? new Progress(Step.ASK, fresh, this.opened + 1, Question.UNKNOWN, call.answeredAt(), 0)
				: new Progress(Step.OPEN, this.session, this.opened + 1, Question.UNKNOWN, this.openedAt, 0);
	}

	/** The id of a session that nothing has been asked in; null when there is none. */
	private static @Nullable String fresh(Call call) {
		if (!(call.answer() instanceof Received received && Reply.of(received) instanceof Reply.Taken taken)) {
			return null;
		}
		Session session = taken.session();
		return (session.status().equals("created") && session.isEmpty()) ? session.id() : null;
	}

	private Progress asked(Call call) {
		return switch (call.answer()) {
			case Missing missing -> step(missing.sent() ? Step.LOOK : Step.ASK, this.question);
			case Received received -> switch (Reply.of(received)) {
				case Reply.Taken taken -> step(Step.LOOK, isOurs(taken.session()) ? Question.ARRIVED : this.question);
				case Reply.Refused refused -> refused(refused.code(), call);
				case Reply.Unclear _ -> step(isTurnedAway(received.status()) ? Step.ASK : Step.LOOK, this.question);
			};
		};
	}

	private Progress refused(ErrorCode code, Call call) {
		return switch (code) {
			case PARTNER -> step(Step.ASK, this.question);
			case WRONG_STATE, KEY_USED -> step(Step.LOOK, Question.REFUSED);
			// Perhaps it is the session that is refused, and not what was asked
			case REQUEST -> isStale(call) ? step(Step.OPEN, Question.UNKNOWN) : step(Step.LOOK, this.question);
			case TECHNICAL, STOPPED, OTHER -> step(Step.LOOK, this.question);
		};
	}

	/** Whether nobody can have taken the question, going by the HTTP status alone. */
	private static boolean isTurnedAway(int status) {
		return switch (status) {
			case 401, 403, 404, 405, 429, 503 -> true;
			default -> status >= 300 && status < 400;
		};
	}

	private boolean isStale(Call call) {
		return this.openedAt != null && Duration.between(this.openedAt, call.sentAt()).compareTo(FRESH) > 0;
	}

	/** Whether an answer says that there is no such session. */
	static boolean isUnknown(Received answer) {
		return answer.status() == 404
				|| (Reply.of(answer) instanceof Reply.Refused refused && refused.code() == ErrorCode.REQUEST);
	}

	private Progress looked(Call call) {
		if (call.answer() instanceof Received answer && isUnknown(answer)) {
			// Another check costs nothing
			return (this.unknown + 1 < MOST_UNKNOWN)
					? new Progress(Step.LOOK, this.session, this.opened, this.question, this.openedAt, this.unknown + 1)
					: step(Step.OPEN, Question.UNKNOWN);
		}
		if (!(call.answer() instanceof Received received && Reply.of(received) instanceof Reply.Taken taken
				&& isOurs(taken.session()))) {
			// The question may have been lost with the process that asked it
			return step(Step.LOOK, this.question);
		}
		if (!taken.session().isEmpty()) {
			return step(Step.LOOK, Question.ARRIVED);
		}
		if (this.question != Question.UNKNOWN) {
			return step(Step.LOOK, this.question);
		}
		return switch (taken.session().status()) {
			case "created" -> step(Step.ASK, Question.UNKNOWN);
			case "cancelled" -> step(Step.OPEN, Question.UNKNOWN);
			default -> step(Step.LOOK, Question.UNKNOWN);
		};
	}

	/** Whether this is the session that we opened. */
	boolean isOurs(Session answered) {
		return this.session != null && this.session.equals(answered.id());
	}

	private Progress step(Step next, Question known) {
		return new Progress(next, this.session, this.opened, known, this.openedAt, this.unknown);
	}

	/** What to do next. */
	enum Step {

		/** Open a session. */
		OPEN,
		/** Put the question. */
		ASK,
		/** Read what became of it. */
		LOOK

	}

	/** What is known of the question in its session. */
	enum Question {

		/** Not put yet, or lost on its way. */
		UNKNOWN,
		/** The session has it. */
		ARRIVED,
		/** The session would not take it, because it has one. */
		REFUSED

	}

}
