package dev.tickmark.verification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.QuestionStory;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.PayableHalf;
import dev.tickmark.ledger.release.PayableHalves;
import dev.tickmark.ledger.release.RememberedMatch;
import dev.tickmark.ledger.release.RememberedMatches;
import dev.tickmark.payee.AcceptedMatch;
import dev.tickmark.payee.Clearance;
import dev.tickmark.payee.Finding;
import dev.tickmark.report.Payable;
import dev.tickmark.verification.definition.JobDefinition;

/**
 * Says whether what can be paid of a run may be handed out. It goes by the rows as they
 * are: a release holds for the rows it was given for, and for no others.
 */
@Component
class Clearances {

	private final PayableHalves halves;

	private final Decisions decisions;

	private final RunDefinition definitions;

	private final RememberedMatches remembered;

	Clearances(PayableHalves halves, Decisions decisions, RunDefinition definitions, RememberedMatches remembered) {
		this.halves = halves;
		this.decisions = decisions;
		this.definitions = definitions;
		this.remembered = remembered;
	}

	/** By the definition that a run keeps. */
	Clearance of(Run run) {
		return of(run, this.definitions.keptOrOwn(run));
	}

	/** While nobody else works on the run: its rows stay as they are. */
	Clearance of(Run run, JobDefinition job) {
		return this.definitions.isFourEyes(run)
				? this.decisions.clearance(run.id(), this.halves.digest(run.id(), job.payable()).sha256Hex())
				: new Clearance.NotNeeded();
	}

	/**
	 * Looks once more, when the rows have passed.
	 * @throws IllegalStateException when these may not be handed out, and are to be
	 */
	void require(Run run, Clearance known, Payable payable) {
		if (!known.isHeld() && this.decisions.clearance(run.id(), payable.sha256()).isHeld()) {
			throw new IllegalStateException("the payable rows of run " + run.id() + " are others than were released");
		}
	}

	/** How many rows are close matches that persons have accepted. */
	long accepted(long run) {
		return this.halves.accepted(run);
	}

	/** Whether a row is paid, and why. */
	Explained.Payment payment(Run run, JobDefinition job, QuestionStory question) {
		Finding finding = question.finding();
		@Nullable AcceptedMatch accepted = this.remembered.of(run.id(), question.verification().id())
			.map(RememberedMatch::accepted)
			.orElse(null);
		boolean payable = finding != null && (accepted != null || job.payable().contains(finding.verdict()));
		return new Explained.Payment(payable, accepted, of(run, job));
	}

	/** Notes what there is to be released. */
	void note(Run run, Payable payable) {
		this.halves.note(new PayableHalf(run.id(), run.pass(), payable.sha256(), payable.rows(), payable.accepted(),
				payable.sums(), payable.unreadable(), Instant.now()));
	}

}
