package dev.tickmark.release;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.RememberedMatch;
import dev.tickmark.ledger.release.RememberedMatches;
import dev.tickmark.ledger.release.RememberedMatches.Candidate;
import dev.tickmark.payee.AcceptedMatch;

/**
 * Close matches that persons accept for later runs, for a time. The provider is asked all
 * the same, and when it says anything else, the acceptance is none.
 */
@Component
public class Matches {

	private final RememberedMatches remembered;

	private final Decisions decisions;

	private final Acts acts;

	private final ReleaseSettings settings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	@Autowired
	Matches(RememberedMatches remembered, Decisions decisions, Acts acts, ReleaseSettings settings,
			PlatformTransactionManager transactions) {
		this(remembered, decisions, acts, settings, transactions, Clock.systemUTC());
	}

	Matches(RememberedMatches remembered, Decisions decisions, Acts acts, ReleaseSettings settings,
			PlatformTransactionManager transactions, Clock clock) {
		this.remembered = remembered;
		this.decisions = decisions;
		this.acts = acts;
		this.settings = settings;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Until when what is accepted now would hold. */
	public Instant until() {
		return now().plus(this.settings.rememberFor());
	}

	/**
	 * How a row stands towards being accepted.
	 * @param row its number in the run
	 */
	public Standing standing(long run, long row) {
		Optional<CloseMatch> match = this.remembered.candidate(run, row).flatMap(CloseMatch::of);
		return new Standing(match.isPresent(),
				match.flatMap((found) -> this.remembered.inForce(found.answer(), now())).orElse(null));
	}

	/**
	 * Accepts a row's close match for later runs.
	 * @param row its number in the run
	 * @param comment why; required
	 */
	public Decided remember(Actor actor, long run, long row, @Nullable String comment) {
		String said = Comment.of(comment);
		if (said == null) {
			return new Decided.Refused("Say why the payee is the right one: an acceptance needs a comment.");
		}
		if (!Comment.fits(said)) {
			return new Decided.Refused(Comment.TOO_LONG);
		}
		if (this.decisions.isOwn(run, actor.who())) {
			return new Decided.Refused("You have uploaded, started or continued run " + run
					+ ": somebody else accepts its close matches.");
		}
		Optional<Candidate> found = this.remembered.candidate(run, row);
		if (found.isEmpty()) {
			return new Decided.Refused("Run " + run + " has no row " + row + " that was asked about.");
		}
		Optional<CloseMatch> match = CloseMatch.of(found.get());
		if (match.isEmpty()) {
			return new Decided.Refused("Row " + row + " of run " + run + ", on line " + found.get().row().line()
					+ ", has " + Objects.requireNonNullElse(found.get().verdict(), "no verdict yet")
					+ ": only a CLOSE_MATCH can be accepted.");
		}
		return remember(actor, said, match.get());
	}

	private Decided remember(Actor actor, String comment, CloseMatch match) {
		return decide(() -> {
			Instant now = now();
			AcceptedMatch accepted = new AcceptedMatch(actor.who(), now, now.plus(this.settings.rememberFor()),
					comment);
			RememberedMatch added = this.remembered.add(match.answer(), accepted)
				.orElseThrow(() -> new NotPossible(
						"This close match is accepted already" + this.remembered.inForce(match.answer(), now)
							.map((there) -> ", by " + there.accepted().by())
							.orElse("") + "."));
			this.acts.add(actor, new Deed(ActKind.REMEMBER_MATCH, added.run(), subject(added), comment), now);
		});
	}

	/** Ends an acceptance: what is answered from now on does not count by it. */
	public Decided forget(Actor actor, long id, @Nullable String comment) {
		String said = Comment.of(comment);
		if (!Comment.fits(said)) {
			return new Decided.Refused(Comment.TOO_LONG);
		}
		return decide(() -> {
			Instant now = now();
			RememberedMatch ended = this.remembered.end(id, actor.who(), said, now)
				.orElseThrow(() -> new NotPossible("There is no accepted match " + id + " that still holds."));
			this.acts.add(actor, new Deed(ActKind.FORGET_MATCH, ended.run(), subject(ended), said), now);
		});
	}

	/** The latest of them, those that have ended too. */
	public List<RememberedMatch> list() {
		return this.remembered.list(RememberedMatches.MOST);
	}

	private static String subject(RememberedMatch match) {
		return "match " + match.id() + ", " + match.row().words();
	}

	private Decided decide(Runnable work) {
		try {
			this.transaction.executeWithoutResult((_) -> work.run());
			return new Decided.Done(null);
		}
		catch (NotPossible ex) {
			return new Decided.Refused(Objects.requireNonNull(ex.getMessage()));
		}
	}

	private Instant now() {
		return Instant.now(this.clock);
	}

	/**
	 * How a row stands towards being accepted.
	 *
	 * @param acceptable whether it has a close match
	 * @param holds the acceptance that holds for the same answer now; null when none does
	 */
	public record Standing(boolean acceptable, @Nullable RememberedMatch holds) {

	}

}
