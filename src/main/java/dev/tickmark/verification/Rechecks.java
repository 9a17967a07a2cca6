package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.Verifications;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Verification;

/**
 * Asks again what is due in one lane, round by round, until nothing is open or nothing
 * more will be due in time.
 */
@Component
class Rechecks {

	private static final Duration LOOK = Duration.ofMillis(100);

	/** How soon it is noticed that another lane was unable to check something. */
	private static final Duration LOOK_ELSEWHERE = Duration.ofMillis(500);

	/** Answers that come within such a time are written together. */
	private static final Duration GATHERED = Duration.ofMillis(100);

	/** A round goes on with what has become due meanwhile, but not for longer. */
	private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

	/** The longest that a round waits. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private final Verifications verifications;

	private final FallingBack fallingBack;

	private final Conclusions conclusions;

	private final Attempts attempts;

	private final TransactionTemplate transaction;

	Rechecks(Verifications verifications, FallingBack fallingBack, Conclusions conclusions, Attempts attempts,
			PlatformTransactionManager transactions) {
		this.verifications = verifications;
		this.fallingBack = fallingBack;
		this.conclusions = conclusions;
		this.attempts = attempts;
		// never that of the step: what is due next must see it
		this.transaction = new TransactionTemplate(transactions,
				new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
	}

	/** Asks what is due, or waits a little for what will be. */
	Round round(Session session, OpenLane lane) throws InterruptedException {
		if (session.over(lane.lane())) {
			return Round.LAST;
		}
		// in this order, so that nothing comes unseen
		boolean mayGetMore = this.fallingBack.mayGoOn(lane, session);
		this.fallingBack.to(lane, session);
		boolean asking = lane.isAsking();
		long run = session.run().id();
		List<Verification> due = this.verifications.due(run, lane.progress().provider(), Instant.now(),
				lane.inFlight());
		if (!due.isEmpty()) {
			lane.quiet().set(false);
			return ask(session, lane, due);
		}
		Optional<Instant> next = this.verifications.nextDue(run, lane.progress().provider());
		boolean waits = next.isPresent() && !next.get().isAfter(session.horizon());
		lane.quiet().set(!waits && !asking);
		if (!waits && !mayGetMore) {
			return Round.LAST;
		}
		// what is asked for the first time meanwhile, here or elsewhere, may be due
		// before
		Instant until = waits ? next.get() : Instant.now().plus(LONGEST_WAIT);
		Duration look = asking ? LOOK : mayGetMore ? LOOK_ELSEWHERE : LONGEST_WAIT;
		Instant again = Instant.now().plus(look);
		await(session, again.isBefore(until) ? again : until);
		return new Round(0, 0, false);
	}

	/**
	 * Keeps the lane busy: while some are asked, what has become due joins them, so that
	 * nobody waits for the slowest.
	 */
	private Round ask(Session session, OpenLane lane, List<Verification> due) throws InterruptedException {
		Instant end = Instant.now().plus(LONGEST_ROUND);
		Batch batch = new Batch((verification) -> this.attempts.attempt(session, lane, verification), lane.threads());
		batch.ask(due);
		int written = 0;
		while (batch.inFlight() > 0) {
			List<Change> made = batch.answered(GATHERED);
			// committed before anybody looks what is due
			this.transaction.executeWithoutResult((_) -> this.conclusions.write(session, made));
			written += made.size();
			if (batch.inFlight() <= lane.inFlight() / 2 && Instant.now().isBefore(end) && !session.over(lane.lane())) {
				batch.ask(this.verifications.due(session.run().id(), lane.progress().provider(), Instant.now(),
						lane.inFlight()));
			}
		}
		return new Round(batch.asked(), written, false);
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
