package dev.tickmark.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Figures;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunFile;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.Verifications;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Lanes;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.JobDefinition;

/** Finds out which run a command means. */
@Component
class RunStart {

	private static final int LONGEST_PATH = 300;

	private final Runs runs;

	private final Verifications verifications;

	private final Recovery recovery;

	private final Figures figures;

	private final Lanes lanes;

	private final RunDefinition definitions;

	RunStart(Runs runs, Verifications verifications, Recovery recovery, Figures figures, Lanes lanes,
			RunDefinition definitions) {
		this.runs = runs;
		this.verifications = verifications;
		this.recovery = recovery;
		this.figures = figures;
		this.lanes = lanes;
		this.definitions = definitions;
	}

	/**
	 * Begins or takes up a run.
	 * @throws BadDefinition when the run keeps a definition that cannot be used any more;
	 * nothing has changed then
	 */
	Begun begin(VerifyCommand command, RunKey key) throws BadDefinition {
		Optional<Run> latest = this.runs.latest(key);
		// an unfinished run is continued even so: the same command must never pay twice
		boolean finished = latest.isPresent() && (latest.get().state().hasEnded() || isRehearsal(latest.get()));
		if (latest.isEmpty() || (command.again() && finished)) {
			return new Begun.Working(this.runs.create(key, file(command.file()), command.job().text(),
					command.reports(), command.reuseWithin()), false);
		}
		Run run = latest.get();
		if (isRehearsal(run)) {
			return new Begun.Rehearsed(run);
		}
		return switch (goOn(run, this.definitions.of(run, command.job()))) {
			case Begun.Working working when !run.state().hasEnded() ->
				new Begun.Working(defined(working.run(), command), true);
			case Begun begun -> begun;
		};
	}

	/**
	 * Takes up a run by its number alone. The caller holds its lock.
	 * @param job the definition that it keeps
	 */
	Begun begin(long number, JobDefinition job) {
		Run run = this.runs.find(number).orElseThrow();
		Run latest = this.runs.latest(run.key()).orElse(run);
		if (latest.id() != number) {
			return new Begun.Refused("Run " + number + " does not go on: run " + latest.id()
					+ " is a later one of the same content. Continue that one, if it is not complete.");
		}
		if (run.rows() == null) {
			return new Begun.Refused("The rows of run " + number
					+ " are not in the ledger yet, so only its file continues it, which was " + harmless(run.filePath())
					+ ". Give that file to the job " + run.key().job() + " again.");
		}
		return isRehearsal(run) ? new Begun.Rehearsed(run) : goOn(run, job);
	}

	/** The path of a file may have anything in it. */
	private static String harmless(String path) {
		String shown = (path.length() > LONGEST_PATH) ? path.substring(0, LONGEST_PATH) + "…" : path;
		return shown.replaceAll("\\p{Cntrl}", "?");
	}

	private Begun goOn(Run run, JobDefinition job) {
		return switch (run.state()) {
			case COMPLETE -> new Begun.Complete(run);
			case OPEN -> {
				this.recovery.adopt(run);
				reopen(run, job);
				yield new Begun.Working(this.runs.beginPass(run.id()), true);
			}
			case STARTED, STOPPED, FAILED -> {
				reopen(run, job);
				yield new Begun.Working(this.recovery.takeUp(run), true);
			}
		};
	}

	private static RunFile file(PayeeFile file) {
		return new RunFile(file.path().toAbsolutePath().normalize(), file.size(), file.layout().format().written(),
				file.layout().header());
	}

	private void reopen(Run run, JobDefinition job) {
		this.verifications.reopen(run.id(), Instant.now(), this.definitions.recheck(job).maxDelay());
	}

	/** Rows that are not taken in yet will be as the command says now. */
	private Run defined(Run run, VerifyCommand command) {
		return (run.rows() != null) ? run
				: this.runs.define(run.id(), command.job().text(), file(command.file()), command.job().reuseWithin());
	}

	/**
	 * Whether a sandbox in a process of its own has answered this run, and the providers
	 * are real ones by now. Its verdicts must not pass for theirs.
	 */
	private boolean isRehearsal(Run run) {
		List<Figures.LaneCount> counts = run.key().sandbox() ? List.of() : this.figures.lanes(run.id());
		return counts.stream().anyMatch(Figures.LaneCount::sandbox) && this.lanes
			.leaveThisMachine(counts.stream().map((lane) -> new ProviderName(lane.provider())).toList());
	}

}
