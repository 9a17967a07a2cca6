package dev.tickmark.release;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.PayableHalf;
import dev.tickmark.ledger.release.PayableHalves;
import dev.tickmark.payee.Clearance;
import dev.tickmark.report.ClearanceText;

/**
 * Releases what can be paid of a run, or refuses to: by somebody who has neither uploaded
 * nor started nor continued it. The decision and its entry in the audit table are one
 * transaction, and it holds for the rows that it was made about.
 */
@Component
public class Release {

	private final Runs runs;

	private final PayableHalves halves;

	private final Decisions decisions;

	private final Acts acts;

	private final ReleasedFiles files;

	private final TransactionTemplate transaction;

	private final Clock clock = Clock.systemUTC();

	Release(Runs runs, PayableHalves halves, Decisions decisions, Acts acts, ReleasedFiles files,
			PlatformTransactionManager transactions) {
		this.runs = runs;
		this.halves = halves;
		this.decisions = decisions;
		this.acts = acts;
		this.files = files;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Releases what the latest report has found, and writes the payable half. */
	public Decided release(Actor actor, long run, @Nullable String comment) {
		return release(actor, run, comment, null);
	}

	/**
	 * Releases what can be paid, and writes the payable half.
	 * @param seen the hash of the rows that the person was shown; null when it does not
	 * matter
	 */
	public Decided release(Actor actor, long run, @Nullable String comment, @Nullable String seen) {
		String said = Comment.of(comment);
		Decided decided = decide(actor, run, said, seen, (half, now) -> {
			if (said == null && isRefused(half)) {
				throw new NotPossible("It was refused before: say why it is released even so.");
			}
			this.decisions.release(half, actor.who(), said, now);
			return new Deed(ActKind.RELEASE, run, subject(half), said);
		});
		return (decided instanceof Decided.Done) ? new Decided.Done(this.files.write(run)) : decided;
	}

	/** Refuses to release what the latest report has found. */
	public Decided refuse(Actor actor, long run, String comment) {
		return refuse(actor, run, comment, null);
	}

	/**
	 * Refuses to release what can be paid.
	 * @param comment why; required
	 * @param seen the hash of the rows that the person was shown; null when it does not
	 * matter
	 */
	public Decided refuse(Actor actor, long run, String comment, @Nullable String seen) {
		String said = Comment.of(comment);
		if (said == null) {
			return new Decided.Refused("Say why: a refusal needs a comment.");
		}
		Decided decided = decide(actor, run, said, seen, (half, now) -> {
			if (isRefused(half)) {
				throw new NotPossible("Somebody was faster: it is refused already.");
			}
			this.decisions.refuse(half, actor.who(), said, now);
			return new Deed(ActKind.REFUSE_RELEASE, run, subject(half), said);
		});
		return (decided instanceof Decided.Done) ? new Decided.Done(this.files.write(run)) : decided;
	}

	/**
	 * Writes the files of a run once more, whatever was decided.
	 * @return why they could not be, a sentence or two; null when they are there
	 */
	public @Nullable String write(Actor actor, long run) {
		this.acts.add(actor, new Deed(ActKind.WRITE_REPORT, run, null, null), Instant.now(this.clock));
		return this.files.write(run);
	}

	/**
	 * Why somebody cannot decide about a run now, in a sentence; empty when nothing is in
	 * the way.
	 */
	public Optional<String> obstacle(String who, long run) {
		Optional<Run> found = this.runs.find(run);
		return found.isEmpty() ? Optional.of(unknown(run)) : obstacle(who, run, found.get().state());
	}

	private Optional<String> obstacle(String who, long run, RunState state) {
		if (this.halves.find(run).isEmpty()) {
			return Optional.of("Nothing of run " + run + " waits for a release: its job does not ask for one, or it has"
					+ " written no report yet.");
		}
		if (!state.hasEnded()) {
			return Optional.of("Run " + run + " has not ended: it can be released when it has.");
		}
		return this.decisions.isOwn(run, who)
				? Optional.of("You have uploaded, started or continued run " + run + ": a second person has to decide.")
				: Optional.empty();
	}

	private Decided decide(Actor actor, long run, @Nullable String comment, @Nullable String seen, Decision decision) {
		if (!Comment.fits(comment)) {
			return new Decided.Refused(Comment.TOO_LONG);
		}
		try {
			this.transaction.executeWithoutResult((_) -> {
				RunState state = this.decisions.hold(run).orElseThrow(() -> new NotPossible(unknown(run)));
				obstacle(actor.who(), run, state).ifPresent((why) -> {
					throw new NotPossible(why);
				});
				PayableHalf half = this.halves.find(run).orElseThrow();
				if (seen != null && !seen.equals(half.sha256())) {
					throw new NotPossible("The run has gone on since you looked: it has other payable rows now. Look at"
							+ " them, and decide again.");
				}
				if (this.decisions.clearance(run, half.sha256()) instanceof Clearance.Released released) {
					throw new NotPossible("Somebody was faster. " + ClearanceText.of(released));
				}
				Instant now = Instant.now(this.clock);
				this.acts.add(actor, decision.make(half, now), now);
			});
			return new Decided.Done(null);
		}
		catch (NotPossible ex) {
			return new Decided.Refused(Objects.requireNonNull(ex.getMessage()));
		}
	}

	private boolean isRefused(PayableHalf half) {
		return this.decisions.clearance(half.run(), half.sha256()) instanceof Clearance.Held held
				&& held.refused() != null;
	}

	private static String subject(PayableHalf half) {
		return half.rows() + " rows of pass " + half.pass() + ", " + half.sha256().substring(0, 16);
	}

	private static String unknown(long run) {
		return "There is no run " + run + ".";
	}

	/** Writes a decision down. */
	@FunctionalInterface
	private interface Decision {

		Deed make(PayableHalf half, Instant now);

	}

}
