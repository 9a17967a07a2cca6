package dev.tickmark.provider.paysafe;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Answer.Missing;
import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.Json;

/**
 * How far a conversation has come.
 *
 * @param step what comes next
 * @param over the sessions that are known to be over, whatever a list may say
 * @param unknown how often in a row Paysafe did not know the session that is followed
 * @param internalErrors how many sessions ended by a fault of Paysafe's own
 */
record Progress(Step step, Set<String> over, int unknown, int internalErrors) {

	/** A session that was just opened may not be there yet; then it is gone. */
	private static final int MOST_UNKNOWN = 3;

	static Progress of(Conversation conversation) {
		Progress progress = new Progress(Step.Look.FIRST, Set.of(), 0, 0);
		for (Call call : conversation.calls()) {
			progress = switch (call.kind()) {
				case LIST -> progress.listed(call);
				case SUBMIT -> progress.opened(call);
				case STATUS -> progress.followed(call);
				case SESSION -> progress;
			};
		}
		// The call that was lost may have opened a session; and what a list said to an
		// earlier process need not be so any more
		boolean doubtful = conversation.inDoubt() || (!conversation.calls().isEmpty()
				&& conversation.latest().sentAt().isBefore(conversation.configuredAt()));
		return (doubtful && progress.step instanceof Step.Open) ? progress.at(Step.Look.FIRST) : progress;
	}

	private Progress listed(Call call) {
		// A crash may have sent us back to the first page
		Step.Look look = (this.step instanceof Step.Look page) ? page : Step.Look.FIRST;
		List<@Nullable Session> sessions = isSuccess(call.answer()) ? Session.list((Received) call.answer()) : null;
		if (sessions == null) {
			return at(look);
		}
		Instant now = Lifetime.moment(call);
		return sessions.stream()
			.filter(Objects::nonNull)
			.filter((session) -> session.isOpen(now) && !this.over.contains(session.id()))
			.findFirst()
			.map((session) -> at(new Step.Follow(session.id())))
			.orElseGet(() -> at((sessions.size() >= Step.Look.SIZE && look.page() + 1 < Step.Look.MOST)
					? new Step.Look(look.page() + 1) : new Step.Open()));
	}

	/**
	 * Only what certainly opened no session a moment ago may be sent again. Paysafe knows
	 * no idempotency, and its list tells.
	 */
	private Progress opened(Call call) {
		Session session = session(call.answer());
		if (session != null) {
			return at(new Step.Follow(session.id())).unless(session.failure(call), session.id());
		}
		boolean unopened = switch (call.answer()) {
			case Missing missing -> !missing.sent();
			case Received received -> received.status() == 401;
		};
		return at(unopened ? new Step.Open() : Step.Look.FIRST);
	}

	private Progress followed(Call call) {
		if (!(this.step instanceof Step.Follow follow)) {
			return this;
		}
		if (call.answer() instanceof Received received && received.status() == 404) {
			return (this.unknown + 1 < MOST_UNKNOWN)
					? new Progress(this.step, this.over, this.unknown + 1, this.internalErrors) : at(Step.Look.FIRST);
		}
		Session session = session(call.answer());
		if (session == null || !session.id().equals(follow.id())) {
			return at(follow);
		}
		return at(follow).unless(session.failure(call), follow.id());
	}

	private Progress at(Step next) {
		return new Progress(next, this.over, 0, this.internalErrors);
	}

	private Progress unless(@Nullable Failure failure, String session) {
		if (failure == null || !failure.callsForAnotherSession()) {
			return this;
		}
		Set<String> more = new HashSet<>(this.over);
		more.add(session);
		int errors = this.internalErrors + ((failure == Failure.INTERNAL_ERROR) ? 1 : 0);
		return new Progress(Step.Look.FIRST, Set.copyOf(more), 0, errors);
	}

	private static @Nullable Session session(Answer answer) {
		return isSuccess(answer) ? Session.of(Json.read((Received) answer)) : null;
	}

	private static boolean isSuccess(Answer answer) {
		return answer instanceof Received received && received.status() == 200;
	}

}
