package dev.tickmark.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Standing;
import dev.tickmark.ledger.Standings;
import dev.tickmark.ledger.desk.KeptUploads;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.JobDefinition;

/** Where people start runs, stop them and let them go on. */
@Service
public class Desk {

	private final KeptUploads kept;

	private final Uploads uploads;

	private final Acts acts;

	private final Standings standings;

	private final OwnerLocks locks;

	private final RunsAtWork atWork;

	private final Turns turns;

	private final UploadRun uploadRun;

	private final OtherRun otherRun;

	private final Workplace workplace;

	private final Acceptance acceptance;

	private final Clock clock = Clock.systemUTC();

	Desk(KeptUploads kept, Uploads uploads, Acts acts, Standings standings, OwnerLocks locks, RunsAtWork atWork,
			Turns turns, UploadRun uploadRun, OtherRun otherRun, Workplace workplace, Acceptance acceptance) {
		this.kept = kept;
		this.uploads = uploads;
		this.acts = acts;
		this.standings = standings;
		this.locks = locks;
		this.atWork = atWork;
		this.turns = turns;
		this.uploadRun = uploadRun;
		this.otherRun = otherRun;
		this.workplace = workplace;
		this.acceptance = acceptance;
	}

	/**
	 * Starts the run of an upload, or finds out that it was started before.
	 * @param deadline when it has to be over, such as 45m or 16:55; null leaves it to the
	 * job
	 * @param again whether a new run is wanted, though the content may have one
	 */
	public DeskReply start(Actor actor, long upload, JobDefinition job, @Nullable String deadline, boolean again) {
		try {
			if (deadline != null) {
				Deadline.parse(deadline);
			}
		}
		catch (IllegalArgumentException ex) {
			return new DeskReply.Refused(ex.getMessage() + ".");
		}
		Upload.Start start = new Upload.Start(job.name(), job.text(), deadline, again, this.workplace.sandbox(), actor,
				this.clock.instant());
		return this.acceptance.accept(name(upload),
				() -> this.kept.start(upload, start)
					.map((started) -> asked(actor, started, start))
					.orElseGet(() -> new Acceptance.Written(before(upload), null)));
	}

	/** The run has no number yet: START, which has it, is written when there is one. */
	private Acceptance.Written asked(Actor actor, Upload upload, Upload.Start start) {
		this.acts.add(actor,
				Deed.to(ActKind.START_ASKED, upload.name())
					.saying("upload " + upload.id() + ", job " + start.job() + (start.again() ? ", again" : "")),
				start.at());
		return new Acceptance.Written(new DeskReply.Accepted(upload), (stop) -> work(upload, stop));
	}

	private DeskReply before(long upload) {
		return this.kept.find(upload)
			.<DeskReply>map(DeskReply.Before::new)
			.orElseGet(() -> new DeskReply.Refused("There is no file " + upload
					+ " any more: with nothing done it is removed after a while. Bring it again."));
	}

	/** Withdraws an upload that waits for its turn, or stops its run. */
	public DeskReply withdraw(Actor actor, long upload) {
		Optional<Upload> found = this.kept.find(upload);
		Long run = found.map(Upload::run).orElse(null);
		if (run != null) {
			return stop(actor, run);
		}
		if (found.isPresent() && this.turns.stop(name(upload), "withdrawn by " + actor.who())) {
			this.acts.add(actor, Deed.to(ActKind.STOP, found.get().name()), this.clock.instant());
			return new DeskReply.Accepted(found.get());
		}
		return new DeskReply.Refused("File " + upload + " does not wait for its turn here.");
	}

	/**
	 * Stops a run of this process, whoever has begun it; calls in flight still land. One
	 * that is to go on and waits for its turn is withdrawn.
	 */
	public DeskReply stop(Actor actor, long run) {
		if (this.atWork.of(run).isPresent()) {
			if (this.atWork.stop(run, "stopped by " + actor.who())) {
				this.acts.add(actor, new Deed(ActKind.STOP, run, null, null), this.clock.instant());
			}
			return new DeskReply.Told(run);
		}
		if (place(run).filter((name) -> this.turns.stop(name, "withdrawn by " + actor.who())).isPresent()) {
			this.acts.add(actor, new Deed(ActKind.STOP, run, null, null), this.clock.instant());
			return new DeskReply.Told(run);
		}
		return this.standings.find(run)
			.<DeskReply>map((standing) -> new DeskReply.Refused((standing.owner() != null)
					? "Run " + run + " is worked on by " + standing.owner().name() + ": it can be stopped there only."
					: "Run " + run + " is not at work: there is nothing to stop."))
			.orElseGet(() -> noRun(run));
	}

	/** Lets a run go on that was stopped, failed, was cut off or has open rows. */
	public DeskReply goOn(Actor actor, long run) {
		if (this.atWork.of(run).isPresent()) {
			return new DeskReply.Told(run);
		}
		Optional<Standing> standing = this.standings.find(run);
		if (standing.isEmpty()) {
			return noRun(run);
		}
		Optional<String> obstacle = obstacle(standing.get());
		if (obstacle.isPresent()) {
			return new DeskReply.Refused(obstacle.get());
		}
		Optional<Upload> upload = this.kept.ofRun(run).filter(this.uploads::isHere);
		return upload.isPresent() ? goOn(actor, upload.get(), run) : goOn(actor, standing.get().run());
	}

	private Optional<String> obstacle(Standing standing) {
		Run run = standing.run();
		if (standing.newer() != null) {
			return Optional.of("The same content has a newer run, run " + standing.newer() + ": go on with that one.");
		}
		if (run.state() == RunState.COMPLETE) {
			return Optional.of("Every row of run " + run.id() + " is final: there is nothing to go on with.");
		}
		if (standing.owner() != null) {
			return Optional.of("Run " + run.id() + " is worked on by " + standing.owner().name() + ".");
		}
		if (run.key().sandbox() != this.workplace.sandbox()) {
			return Optional.of(run.key().sandbox()
					? "Run " + run.id() + " is the sandbox's, and here the providers answer. Start tickmark serve with"
							+ " --sandbox to go on with it."
					: "Run " + run.id()
							+ " is the providers', and here the sandbox answers. Start tickmark serve without"
							+ " --sandbox to go on with it.");
		}
		return Optional.empty();
	}

	private DeskReply goOn(Actor actor, Upload upload, long run) {
		String name = name(upload.id());
		return this.turns.names().contains(name) ? new DeskReply.Told(run) : this.acceptance.accept(name, () -> {
			Instant now = this.clock.instant();
			return this.kept.goOn(upload.id(), now).map((goesOn) -> {
				this.acts.add(actor, new Deed(ActKind.CONTINUE, run, upload.name(), null), now);
				return new Acceptance.Written(new DeskReply.Accepted(goesOn), (stop) -> work(goesOn, stop));
			}).orElseGet(() -> new Acceptance.Written(before(upload.id()), null));
		});
	}

	private DeskReply goOn(Actor actor, Run run) {
		if (run.rows() == null) {
			return new DeskReply.Refused("The rows of run " + run.id() + " are not in the ledger yet, so only its file"
					+ " continues it: " + run.fileName() + ", with the job " + run.key().job()
					+ ". Bring that file here, or verify it where it was begun.");
		}
		String name = nameOfRun(run.id());
		return this.turns.names().contains(name) ? new DeskReply.Told(run.id()) : this.acceptance.accept(name, () -> {
			// who has asked for that cannot release it, also when its turn never comes
			Instant now = this.clock.instant();
			this.acts.add(actor, new Deed(ActKind.CONTINUE, run.id(), run.fileName(), null), now);
			return new Acceptance.Written(new DeskReply.Told(run.id()), this.otherRun.ask(run, now));
		});
	}

	/** The uploads that were started and have no run yet, in their order. */
	public List<Upload> waiting() {
		return this.kept.started().stream().filter((upload) -> upload.run() == null).toList();
	}

	/** Whether a run is to go on here, and its turn has not come. */
	public boolean isWaiting(long run) {
		return place(run).isPresent();
	}

	/** The runs that are to go on here and wait for their turn. */
	public List<Run> waitingRuns() {
		Set<String> names = this.turns.names();
		Stream<Long> uploaded = this.kept.started()
			.stream()
			.filter((upload) -> names.contains(name(upload.id())))
			.map(Upload::run)
			.filter(Objects::nonNull);
		Stream<Long> others = names.stream()
			.filter((name) -> name.startsWith(OtherRun.PLACE))
			.map((name) -> Long.valueOf(name.substring(OtherRun.PLACE.length())));
		return Stream.concat(uploaded, others)
			.distinct()
			.filter((run) -> this.atWork.of(run).isEmpty())
			.flatMap((run) -> this.standings.find(run).stream())
			.map(Standing::run)
			.toList();
	}

	/** Takes up what another process has left, if it is ours to do. */
	void takeUpWhatWasLeft() {
		for (Upload upload : this.kept.started()) {
			Upload.Start start = Objects.requireNonNull(upload.start());
			if (!this.turns.names().contains(name(upload.id())) && start.sandbox() == this.workplace.sandbox()
					&& this.uploads.isHere(upload) && this.locks.owner(UploadRun.key(upload).lock()).isEmpty()) {
				this.turns.take(name(upload.id()), (stop) -> work(upload, stop));
			}
		}
		this.otherRun.takeUpWhatWasLeft();
	}

	private void work(Upload upload, StopSignal stop) {
		if (this.uploadRun.work(upload, stop, this.turns)) {
			this.turns.cut();
		}
	}

	/** Under which name a run that is to go on waits for its turn here, if it does. */
	private Optional<String> place(long run) {
		Set<String> names = this.turns.names();
		return Stream
			.concat(Stream.of(nameOfRun(run)), this.kept.ofRun(run).map((upload) -> name(upload.id())).stream())
			.filter((name) -> names.contains(name) && this.atWork.of(run).isEmpty())
			.findFirst();
	}

	private static String nameOfRun(long run) {
		return OtherRun.PLACE + run;
	}

	private static String name(long upload) {
		return "upload " + upload;
	}

	private static DeskReply noRun(long run) {
		return new DeskReply.Refused("There is no run " + run + ".");
	}

	/** Asks all runs that people have started here to stop, and takes no more. */
	public void requestEnd() {
		this.turns.requestEnd();
	}

	/**
	 * The same, and waits until they have.
	 * @return whether every run has ended, and none was cut
	 */
	public boolean end() {
		return this.turns.end();
	}

}
