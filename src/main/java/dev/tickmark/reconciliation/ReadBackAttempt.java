package dev.tickmark.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.ReadBack;
import dev.tickmark.ledger.ReadBackJournal;
import dev.tickmark.ledger.ReadBackOutcome;
import dev.tickmark.ledger.ReadBackOutcome.Conclusion;
import dev.tickmark.ledger.ReadBackResult;
import dev.tickmark.ledger.Verifications;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;
import dev.tickmark.provider.Admission;
import dev.tickmark.provider.Authenticator.Authorization;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.Request;

/** One verification being read back: the calls of one go. */
final class ReadBackAttempt {

	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	/** What was made a moment ago may not be there to be read yet. */
	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

	/** So many times its attempts a verification is asked for while a lane is out. */
	private static final int MOST_IN_OUTAGES = 4;

	private final ReconciliationSession session;

	private final ReadingLane open;

	private final Lane lane;

	private final Provider provider;

	private final ReadBack item;

	private final ReadBackJournal journal;

	private final Verifications verifications;

	private Conversation conversation;

	private int made;

	private @Nullable Request authorized;

	private @Nullable Outcome denied;

	/** Whether what was unknown may be there in a moment. */
	private boolean isEarly;

	ReadBackAttempt(ReconciliationSession session, ReadingLane open, ReadBack item, ReadBackJournal journal,
			Verifications verifications) {
		this.session = session;
		this.open = open;
		this.lane = open.lane();
		this.provider = this.lane.provider();
		this.item = item;
		this.journal = journal;
		this.verifications = verifications;
		Verification verification = item.verification();
		this.conversation = new Conversation(item.identity(), verification.id(), verification.payee(),
				verification.calls(), false, Instant.EPOCH);
	}

	/**
	 * Asks until there is an answer that can be compared, or nothing is left to try.
	 */
	Optional<ReadBackOutcome> run() {
		int failures = 0;
		Compared latest = Compared.notReadable("");
		while (failures < this.session.settings().attempts()) {
			switch (ask()) {
				case ReadBackTurn.Nobody _ -> {
					return Optional.empty();
				}
				case ReadBackTurn.Settled settled -> {
					return Optional.of(outcome(settled.compared()));
				}
				case ReadBackTurn.Again again -> {
					latest = again.otherwise();
					failures += again.counts() ? 1 : 0;
				}
			}
		}
		return Optional.of(outcome(latest));
	}

	private ReadBackTurn ask() {
		if (this.isEarly) {
			await();
		}
		Request request = this.provider.readBack(this.conversation, this.item.reference());
		return switch (this.lane.admit(this.open.use().party(), request.kind(), () -> this.session.over(this.lane),
				() -> prepare(request))) {
			case Admission.Refused.STOPPING, Admission.Refused.STOPPED_LANE -> new ReadBackTurn.Nobody();
			case Admission.Refused.UNPREPARED -> judged(Objects.requireNonNull(this.denied));
			case Admission.Granted granted -> {
				call(Objects.requireNonNull(this.authorized), granted.permit());
				yield answered();
			}
		};
	}

	private ReadBackTurn answered() {
		this.isEarly = isUnknown() && isFresh();
		if (isUnknown()) {
			return this.isEarly ? new ReadBackTurn.Again(Compared.unknown(), true)
					: new ReadBackTurn.Settled(Compared.unknown());
		}
		return switch (this.provider.read(this.conversation)) {
			case Reading.Done done -> judged(own(done.outcome()));
			// whose token has run out is no failure of the verification
			case Reading.Further further -> new ReadBackTurn.Again(
					isStatus(200) ? Compared.without(this.item, further.why()) : Compared.notReadable(further.why()),
					!isStatus(401));
		};
	}

	private ReadBackTurn judged(Outcome outcome) {
		if (outcome instanceof Outcome.LaneFault fault && !isForbidden()) {
			this.lane.stop(fault);
			return new ReadBackTurn.Nobody();
		}
		return ((this.made > 0) ? Compared.of(this.item, outcome, isStatus(200)) : Optional.<Compared>empty())
			.<ReadBackTurn>map(ReadBackTurn.Settled::new)
			.orElseGet(() -> new ReadBackTurn.Again(Compared.notReadable(outcome.finding().reason()), heed(outcome)));
	}

	private boolean prepare(Request request) {
		return switch (this.lane.authorize(request)) {
			case Authorization.Denied refusal -> {
				this.denied = refusal.outcome();
				yield false;
			}
			case Authorization.Granted granted -> {
				this.authorized = granted.request();
				yield true;
			}
		};
	}

	private void call(Request request, Admission.Permit permit) {
		Call call = this.lane.send(request, this.item.calls() + this.made + 1, permit);
		this.journal.record(this.session.reconciliation().id(), this.item.verification().id(), call);
		this.conversation = this.conversation.plus(call);
		this.made++;
		this.open.progress().called();
	}

	/**
	 * An answer that was there already is this question's, unless it is another's.
	 */
	private Outcome own(Outcome outcome) {
		if (!(outcome instanceof Outcome.Adopted adopted)) {
			return outcome;
		}
		boolean anothers = this.verifications.mayBeAnothers(this.item.verification().id(), this.item.reference(),
				this.provider.sharedBy());
		return new Outcome.Concluded(anothers ? adopted.otherwise() : adopted.finding());
	}

	/**
	 * Whether what failed counts as one of the attempts. A full lane waits, and so does
	 * one that is out of service, though not for ever: it may be this verification that
	 * it fails at.
	 */
	private boolean heed(Outcome outcome) {
		if (!(outcome instanceof Outcome.Retryable retryable)) {
			return true;
		}
		if (retryable.pausesLane()) {
			Duration after = retryable.after();
			this.lane.pause((after != null) ? after : SHORTEST_PAUSE,
					(this.made > 0) ? this.conversation.latest().sentAt() : Instant.now());
		}
		boolean outage = this.lane.outSince() != null
				&& this.item.calls() + this.made < MOST_IN_OUTAGES * this.session.settings().attempts();
		return !retryable.pausesLane() && !outage;
	}

	/**
	 * Asking is forbidden or allowed to all alike; what may be read can depend on whose
	 * it was, as when the account with the provider is another now.
	 */
	private boolean isForbidden() {
		return this.made > 0 && isStatus(403);
	}

	private boolean isUnknown() {
		return this.made > 0 && this.conversation.latest().answer() instanceof Answer.Received received
				&& this.provider.isUnknown(received);
	}

	private boolean isFresh() {
		return !this.item.verification().calls().isEmpty()
				&& this.item.verification().calls().getLast().sentAt().isAfter(Instant.now().minus(FRESH));
	}

	/** What was unknown a moment ago would be so at once again. */
	private void await() {
		try {
			Thread.sleep(BETWEEN_ATTEMPTS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isStatus(int status) {
		return this.conversation.latest().answer() instanceof Answer.Received received && received.status() == status;
	}

	/** Who works on a run concludes what is open in it. */
	private boolean isAnothers() {
		return this.session.material() instanceof Material.Answers answers
				&& answers.leftOut().contains(this.item.run());
	}

	private ReadBackOutcome outcome(Compared read) {
		Compared compared = isAnothers() ? read.leftOpen() : read;
		Finding here = this.item.here();
		Instant readAt = (this.made > 0) ? this.conversation.latest().answeredAt() : Instant.now();
		return new ReadBackOutcome(this.item.verification().id(), compared.result(),
				(here != null) ? here.verdict() : null, compared.difference(), compared.there(), readAt,
				(compared.result() == ReadBackResult.CONCLUDED)
						? conclusion(Objects.requireNonNull(compared.there()), readAt) : null);
	}

	private Conclusion conclusion(Finding finding, Instant readAt) {
		Verification verification = this.item.verification();
		Call call = this.conversation.latest();
		int latest = verification.calls().isEmpty() ? 0 : verification.calls().getLast().number();
		Integer lost = verification.askingCall();
		Call own = new Call(Math.max(latest, (lost != null) ? lost : 0) + 1, call.kind(), call.method(), call.path(),
				call.sentAt(), call.took(), call.repeat(), call.answer());
		return new Conclusion(new Change(verification.id(), VerificationState.CONCLUDED, null,
				verification.attempts() + 1, 0, null, null, finding, readAt), own, this.item.term());
	}

}
