package dev.tickmark.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.DatabaseTrouble;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.desk.Continuations;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.Asking;
import dev.tickmark.verification.GoOnCommand;
import dev.tickmark.verification.VerifyResult;

/**
 * Lets a run go on that has no upload here: of a night, of the console, or of another
 * machine. Its rows are in the ledger; its file is not needed.
 */
@Component
class OtherRun {

	private static final Logger log = LoggerFactory.getLogger(OtherRun.class);

	/** How the place of one is called; its number follows. */
	static final String PLACE = "run ";

	private final VerificationJob verification;

	private final Continuations asked;

	private final Runs runs;

	private final OwnerLocks locks;

	private final RunsAtWork atWork;

	private final Turns turns;

	private final Workplace workplace;

	private final Clock clock = Clock.systemUTC();

	OtherRun(VerificationJob verification, Continuations asked, Runs runs, OwnerLocks locks, RunsAtWork atWork,
			Turns turns, Workplace workplace) {
		this.verification = verification;
		this.asked = asked;
		this.runs = runs;
		this.locks = locks;
		this.atWork = atWork;
		this.turns = turns;
		this.workplace = workplace;
	}

	/** Writes down that one is to go on; what is to be done then. */
	Consumer<StopSignal> ask(Run run, Instant at) {
		this.asked.ask(run.id(), at);
		return (stop) -> work(run, stop);
	}

	/** Takes up what another process has left, if it is ours to do. */
	void takeUpWhatWasLeft() {
		this.asked.open(this.workplace.sandbox())
			.stream()
			.flatMap((run) -> this.runs.find(run).stream())
			.filter((run) -> this.locks.owner(run.key().lock()).isEmpty())
			.forEach((run) -> this.turns.take(PLACE + run.id(), (stop) -> work(run, stop)));
	}

	/** Does so, unless it was stopped before its turn had come, or another was faster. */
	private void work(Run run, StopSignal stop) {
		if (stop.requested() && this.turns.isEnding()) {
			this.turns.cut();
			return;
		}
		if (stop.requested()) {
			this.asked.end(run.id());
			return;
		}
		this.asked.begin(run.id(), this.clock.instant())
			.ifPresent((begun) -> work(run, new Asking(begun.askedAt(), begun.begunAt()), stop));
	}

	private void work(Run run, Asking asking, StopSignal stop) {
		try (WatchedRun watcher = this.atWork.watch(new RunWatcher() {
		}, stop)) {
			VerifyResult result = this.verification
				.goOn(new GoOnCommand(run.id(), null, run.key().sandbox(), true, asking), watcher, stop);
			log.info("run {}: {}", run.id(), result.getClass().getSimpleName());
			if (this.turns.isEnding() && result instanceof VerifyResult.Stopped) {
				this.turns.cut();
			}
			else {
				settle(run.id(), result);
			}
		}
		catch (RuntimeException ex) {
			this.asked.refuse(run.id(), DatabaseTrouble.orOther(ex));
			throw ex;
		}
	}

	private void settle(long run, VerifyResult result) {
		switch (result) {
			case VerifyResult.Refused refused -> this.asked.refuse(run, refused.why());
			// whoever is at it ends what was asked for, or it is taken up again
			// afterwards
			case VerifyResult.Busy _ -> {
			}
			case VerifyResult.Finished _, VerifyResult.AlreadyComplete _, VerifyResult.Stopped _,
					VerifyResult.Failed _ ->
				this.asked.end(run);
		}
	}

}
