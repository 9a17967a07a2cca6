package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.CallJournal;
import dev.tickmark.ledger.CallRecorder;
import dev.tickmark.ledger.Verifications;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.Verification;
import dev.tickmark.provider.Admission;
import dev.tickmark.provider.Authenticator.Authorization;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.Request;

/**
 * Makes one attempt at a verification: the calls that it takes, each admitted by the
 * lane, marked before it is sent and journalled as its answer arrives.
 */
@Component
class Attempts {

	/** No provider needs as many; it ends a conversation that turns in circles. */
	private static final int MOST_CALLS = 8;

	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	private final CallJournal journal;

	private final CallRecorder recorder;

	private final Verifications verifications;

	private final Meters meters;

	Attempts(CallJournal journal, CallRecorder recorder, Verifications verifications, Meters meters) {
		this.journal = journal;
		this.recorder = recorder;
		this.verifications = verifications;
		this.meters = meters;
	}

	/**
	 * Makes an attempt.
	 * @return what becomes of the verification; empty when nothing was asked because the
	 * session is over
	 */
	Optional<Change> attempt(Session session, OpenLane open, Verification verification) {
		return session.work(() -> attemptWithin(session, open, verification));
	}

	private Optional<Change> attemptWithin(Session session, OpenLane open, Verification verification) {
		Attempt attempt = new Attempt(session, open, verification);
		Optional<Change> change = attempt.run()
			.map((outcome) -> settled(open.lane().provider(), verification, outcome))
			.map((outcome) -> new Aftermath(session.recheck()).of(verification, attempt.asked(), attempt.refusals(),
					outcome, Instant.now(), attempt.answeredAt()));
		change.ifPresent((made) -> {
			open.progress().ended(verification.attempts() == 0, made);
			this.meters.attempted(open.lane().provider().name(), made);
		});
		return change;
	}

	/**
	 * An answer that was there already is this question's unless it is another's, or may
	 * be: that of a question whose own answer never came.
	 */
	private Outcome settled(Provider provider, Verification verification, Outcome outcome) {
		if (!(outcome instanceof Outcome.Adopted adopted)) {
			return outcome;
		}
		String reference = Objects.requireNonNull(adopted.finding().providerReference());
		boolean anothers = this.verifications.mayBeAnothers(verification.id(), reference, provider.sharedBy());
		return new Outcome.Concluded(anothers ? adopted.otherwise() : adopted.finding());
	}

	private final class Attempt {

		private final Session session;

		private final OpenLane open;

		private final Lane lane;

		private final Verification verification;

		private Conversation conversation;

		private final Instant began = Instant.now();

		private int made;

		private boolean marked;

		private @Nullable Request authorized;

		private @Nullable Outcome denied;

		Attempt(Session session, OpenLane open, Verification verification) {
			this.session = session;
			this.open = open;
			this.lane = open.lane();
			this.verification = verification;
			this.conversation = new Conversation(session.run().identity(), verification.id(), verification.payee(),
					verification.calls(), verification.inDoubt(), open.use().party().joinedAt());
		}

		Optional<Outcome> run() {
			// an answer that reached the journal is adopted, not asked for again
			if (this.verification.answerWaits() && read() instanceof Reading.Done done) {
				return Optional.of(done.outcome());
			}
			while (this.made < MOST_CALLS) {
				Request request = this.lane.provider().next(this.conversation);
				switch (admit(request)) {
					case Admission.Refused.STOPPING -> {
						return interrupted();
					}
					case Admission.Refused.STOPPED_LANE -> {
						return Optional.of(Objects.requireNonNull(this.lane.fault()));
					}
					case Admission.Refused.UNPREPARED -> {
						return Optional.of(heed(Objects.requireNonNull(this.denied)));
					}
					case Admission.Granted granted -> call(Objects.requireNonNull(this.authorized), granted.permit());
				}
				if (read() instanceof Reading.Done done) {
					return Optional.of(heed(done.outcome()));
				}
			}
			return Optional.of(new Outcome.Held(Finding.of(Verdict.PROVIDER_ERROR,
					"The exchange with the provider did not come to an end after " + MOST_CALLS + " calls.")));
		}

		private Admission admit(Request request) {
			long start = System.nanoTime();
			Admission admission = this.lane.admit(this.open.use().party(), request.kind(),
					() -> this.session.over(this.lane), () -> prepare(request));
			Attempts.this.meters.waited(this.lane.provider().name(), Duration.ofNanos(System.nanoTime() - start));
			return admission;
		}

		/** Whether it was asked: now, or by the process whose answer is adopted. */
		boolean asked() {
			return this.made > 0 || this.verification.answerWaits();
		}

		/**
		 * How often in a row, since the run uses the lane, the provider said it is full.
		 */
		int refusals() {
			return this.conversation.inARow((call) -> call.answer() instanceof Answer.Received received
					&& (received.status() == 429 || received.status() == 503)
					&& !call.sentAt().isBefore(this.conversation.configuredAt()));
		}

		Instant answeredAt() {
			return this.conversation.calls().isEmpty() ? Instant.now() : this.conversation.latest().answeredAt();
		}

		private Reading read() {
			return this.lane.provider().read(this.conversation);
		}

		/** Gets the credentials and marks the verification, just before its turn. */
		private boolean prepare(Request request) {
			return switch (this.lane.authorize(request)) {
				case Authorization.Denied refusal -> {
					this.denied = refusal.outcome();
					yield false;
				}
				case Authorization.Granted granted -> {
					this.authorized = granted.request();
					Attempts.this.journal.asking(this.verification.id(), number(), this.session.run().term());
					this.marked = true;
					yield true;
				}
			};
		}

		private void call(Request request, Admission.Permit permit) {
			Call call = this.lane.send(request, number(), permit);
			Attempts.this.recorder.record(this.session.run().identity(), this.verification.id(), call,
					() -> this.session.stop("the database does not take the answers"));
			this.conversation = this.conversation.plus(call);
			this.made++;
			this.open.progress().called(request.kind());
			Attempts.this.meters.called(this.lane.provider().name(), call);
		}

		/**
		 * The number of the next call. One that was lost keeps its own: the gap tells.
		 */
		private int number() {
			int latest = this.conversation.calls().isEmpty() ? 0 : this.conversation.latest().number();
			Integer lost = this.verification.askingCall();
			return Math.max(latest, (lost != null) ? lost : 0) + 1;
		}

		/** What an outcome means for the lane as a whole. */
		private Outcome heed(Outcome outcome) {
			if (outcome instanceof Outcome.LaneFault fault) {
				this.lane.stop(fault);
			}
			if (outcome instanceof Outcome.Retryable retryable && retryable.pausesLane()) {
				Duration after = retryable.after();
				// all that waited for the same refusal pause the lane once
				Instant sentAt = (this.made > 0) ? this.conversation.latest().sentAt() : this.began;
				if (this.lane.pause((after != null) ? after : SHORTEST_PAUSE, sentAt)) {
					Attempts.this.meters.paused(this.lane.provider().name());
				}
			}
			return outcome;
		}

		/** The session ended while the next call waited for its turn. */
		private Optional<Outcome> interrupted() {
			if (this.made == 0) {
				if (this.marked) {
					Attempts.this.journal.withdraw(this.verification.id(), this.verification.askingCall(),
							this.session.run().term());
				}
				return Optional.empty();
			}
			Finding finding = Finding.of(Verdict.PROVIDER_ERROR,
					"The run was stopped before the exchange with the provider was complete.");
			return Optional.of(new Outcome.Retryable(finding, null, false, false, finding));
		}

	}

}
