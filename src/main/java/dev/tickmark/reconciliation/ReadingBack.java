package dev.tickmark.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

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

/**
 * Reads one verification back at its provider. Reading asks nothing anew, so a call that
 * was lost with its process is simply made again.
 */
@Component
class ReadingBack {

	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	/** What was made a moment ago may not be there to be read yet. */
	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

	/** So many times its attempts a verification is asked for while a lane is out. */
	private static final int MOST_IN_OUTAGES = 4;

	private final ReadBackJournal journal;

	private final Verifications verifications;

	ReadingBack(ReadBackJournal journal, Verifications verifications) {
		this.journal = journal;
		this.verifications = verifications;
	}

	/**
	 * Reads it back.
	 * @return what came of it; empty when nobody is asked any more
	 */
	Optional<ReadBackOutcome> read(ReconciliationSession session, ReadingLane lane, ReadBack item) {
		Optional<ReadBackOutcome> read = session.work(() -> new Attempt(session, lane, item).run());
		read.ifPresent((_) -> lane.progress().read());
		return read;
	}

	private final class Attempt {

		private final ReconciliationSession session;

		private final ReadingLane open;

		private final Lane lane;

		private final Provider provider;

		private final ReadBack item;

		private Conversation conversation;

		private int made;

		private @Nullable Request authorized;

		private @Nullable Outcome denied;

		Attempt(ReconciliationSession session, ReadingLane open, ReadBack item) {
			this.session = session;
			this.open = open;
			this.lane = open.lane();
			this.provider = this.lane.provider();
			this.item = item;
			Verification verification = item.verification();
			this.conversation = new Conversation(item.identity(), verification.id(), verification.payee(),
					verification.calls(), false, Instant.EPOCH);
		}

		Optional<ReadBackOutcome> run() {
			int failures = 0;
			boolean read = false;
			String why = "";
			asking: while (failures < this.session.settings().attempts()) {
				Request request = this.provider.readBack(this.conversation, this.item.reference());
				Outcome outcome;
				switch (this.lane.admit(request.kind(), () -> this.session.over(this.lane), () -> prepare(request))) {
					case Admission.Refused.STOPPING, Admission.Refused.STOPPED_LANE -> {
						return Optional.empty();
					}
					case Admission.Refused.UNPREPARED -> outcome = Objects.requireNonNull(this.denied);
					case Admission.Granted granted -> {
						call(Objects.requireNonNull(this.authorized), granted.permit());
						if (isUnknown()) {
							if (!isFresh()) {
								break asking;
							}
							waitAfter(++failures);
							continue;
						}
						switch (this.provider.read(this.conversation)) {
							case Reading.Done done -> outcome = own(done.outcome());
							case Reading.Further further -> {
								why = further.why();
								read = isSuccess();
								// whose token has run out is no failure of the
								// verification
								failures += isStatus(401) ? 0 : 1;
								continue;
							}
						}
					}
				}
				if (outcome instanceof Outcome.LaneFault fault && !isForbidden()) {
					this.lane.stop(fault);
					return Optional.empty();
				}
				Optional<Compared> compared = (this.made > 0) ? Compared.of(this.item, outcome, isSuccess())
						: Optional.empty();
				if (compared.isPresent()) {
					return compared.map(this::outcome);
				}
				why = outcome.finding().reason();
				read = false;
				failures += heed(outcome) ? 1 : 0;
			}
			return Optional.of(outcome(isUnknown() ? Compared.unknown()
					: read ? Compared.without(this.item, why) : Compared.notReadable(why)));
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
			ReadingBack.this.journal.record(this.session.reconciliation().id(), this.item.verification().id(), call);
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
			boolean anothers = ReadingBack.this.verifications.mayBeAnothers(this.item.verification().id(),
					this.item.reference(), this.provider.sharedBy());
			return new Outcome.Concluded(anothers ? adopted.otherwise() : adopted.finding());
		}

		/**
		 * Whether what failed counts as one of the attempts. A full lane waits, and so
		 * does one that is out of service, though not for ever: it may be this
		 * verification that it fails at.
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
		 * Asking is forbidden or allowed to all alike; what may be read can depend on
		 * whose it was, as when the account with the provider is another now.
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

		/** What fails at once would fail at once again, until nothing is left to try. */
		private void waitAfter(int failures) {
			if (failures >= this.session.settings().attempts() || this.session.over(this.lane)) {
				return;
			}
			try {
				Thread.sleep(BETWEEN_ATTEMPTS);
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		}

		private boolean isSuccess() {
			return isStatus(200);
		}

		private boolean isStatus(int status) {
			return this.conversation.latest().answer() instanceof Answer.Received received
					&& received.status() == status;
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
			Call own = new Call(Math.max(latest, (lost != null) ? lost : 0) + 1, call.kind(), call.method(),
					call.path(), call.sentAt(), call.took(), call.repeat(), call.answer());
			return new Conclusion(new Change(verification.id(), VerificationState.CONCLUDED, null,
					verification.attempts() + 1, 0, null, null, finding, readAt), own, this.item.term());
		}

	}

}
