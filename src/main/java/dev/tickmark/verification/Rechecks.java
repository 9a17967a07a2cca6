package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Verifications;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Verification;

/**
 * Asks again what is due in one lane, a batch at a time, until nothing is open or nothing
 * more will be due in time.
 */
@Component
class Rechecks {

	private static final int BATCH = 100;

	private static final Duration LOOK = Duration.ofMillis(100);

	/** The longest that a round waits. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private final Verifications verifications;

	private final Conclusions conclusions;

	private final Attempts attempts;

	private final RecheckSettings settings;

	Rechecks(Verifications verifications, Conclusions conclusions, Attempts attempts, RecheckSettings settings) {
		this.verifications = verifications;
		this.conclusions = conclusions;
		this.attempts = attempts;
		this.settings = settings;
	}

	/** Asks what is due, or waits a little for what will be. */
	Round round(Session session, OpenLane lane) throws InterruptedException {
		if (session.over(lane.lane())) {
			return Round.LAST;
		}
		long run = session.run().id();
		List<Verification> due = this.verifications.due(run, lane.progress().provider(), Instant.now(), BATCH);
		if (!due.isEmpty()) {
			return ask(session, lane, due);
		}
		Optional<Instant> next = this.verifications.nextDue(run, lane.progress().provider());
		if (next.isEmpty() || next.get().isAfter(horizon(session))) {
			return Round.LAST;
		}
		await(session, next.get());
		return new Round(0, 0, false);
	}

	private Round ask(Session session, OpenLane lane, List<Verification> due) throws InterruptedException {
		List<Future<Optional<Change>>> asked = new ArrayList<>();
		for (Verification verification : due) {
			asked.add(lane.threads().submit(() -> this.attempts.attempt(session, lane, verification)));
		}
		List<Change> made = new ArrayList<>();
		for (Future<Optional<Change>> future : asked) {
			result(future).ifPresent(made::add);
		}
		this.conclusions.write(session, made);
		return new Round(due.size(), made.size(), false);
	}

	private static Optional<Change> result(Future<Optional<Change>> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("an attempt failed", ex.getCause());
		}
	}

	/** Until when this pass waits: the deadline, or as long as one delay may be. */
	private Instant horizon(Session session) {
		Instant deadline = session.deadline();
		return (deadline != null) ? deadline : Instant.now().plus(this.settings.maxDelay());
	}

	private static void await(Session session, Instant due) throws InterruptedException {
		Instant longest = Instant.now().plus(LONGEST_WAIT);
		Instant until = due.isBefore(longest) ? due : longest;
		while (Instant.now().isBefore(until) && !session.over()) {
			Duration left = Duration.between(Instant.now(), until);
			Thread.sleep((left.compareTo(LOOK) < 0) ? left.plusMillis(1) : LOOK);
		}
	}

	/**
	 * What came of a round.
	 *
	 * @param asked how many verifications were due
	 * @param written how many of them were asked
	 * @param last whether there is nothing more to wait for
	 */
	record Round(int asked, int written, boolean last) {

		static final Round LAST = new Round(0, 0, true);

	}

}
