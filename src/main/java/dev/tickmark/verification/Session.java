package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Allowance;
import dev.tickmark.provider.Lane;
import dev.tickmark.report.Duplicates;
import dev.tickmark.verification.definition.JobDefinition;

/** A run while this process works on it. */
final class Session {

	private final Run run;

	private final @Nullable PayeeFile file;

	private final OwnerLocks.Holder locks;

	private final @Nullable Instant deadline;

	private final Patience patience;

	private final Instant opened = Instant.now();

	private final RecheckSettings recheck;

	private final JobDefinition job;

	private final StopSignal stop;

	private final RunWatcher watcher;

	private final Map<ProviderName, OpenLane> lanes = new ConcurrentHashMap<>();

	private final List<LaneUse> uses = new CopyOnWriteArrayList<>();

	private final AtWork atWork = new AtWork();

	private volatile boolean ended;

	private final AtomicBoolean newActions = new AtomicBoolean();

	private volatile Duplicates duplicates = Duplicates.NONE;

	private volatile @Nullable Exception failure;

	Session(Run run, Task task, OwnerLocks.Holder locks, @Nullable Instant deadline, RecheckSettings recheck,
			StopSignal stop, RunWatcher watcher) {
		this.run = run;
		this.file = task.file();
		this.locks = locks;
		this.deadline = deadline;
		this.patience = task.patience();
		this.recheck = recheck;
		this.job = task.job();
		this.stop = stop;
		this.watcher = watcher;
	}

	Run run() {
		return this.run;
	}

	/** The file that it takes its rows from, while they are not in the ledger. */
	PayeeFile file() {
		return Objects.requireNonNull(this.file, "file");
	}

	/** When this run's rechecks are due. */
	RecheckSettings recheck() {
		return this.recheck;
	}

	/** What is done with the file. */
	JobDefinition job() {
		return this.job;
	}

	@Nullable Instant deadline() {
		return this.deadline;
	}

	/** Whether it waits until its deadline for what is due later. */
	boolean waits() {
		return this.deadline != null && this.patience == Patience.UNTIL_DEADLINE;
	}

	/**
	 * Until when it waits for what is due: its deadline, or as long as one delay may be.
	 */
	Instant horizon() {
		Instant soon = Instant.now().plus(this.recheck.maxDelay());
		return switch (this.patience) {
			case UNTIL_DEADLINE -> (this.deadline != null) ? this.deadline : soon;
			case SOON -> soon;
			case BRIEFLY -> this.opened.plus(this.recheck.maxDelay());
		};
	}

	RunWatcher watcher() {
		return this.watcher;
	}

	boolean stopping() {
		return this.stop.requested();
	}

	/** Asks for nothing more: what was asked still lands. */
	void stop(String why) {
		this.stop.request(why);
	}

	String stopReason() {
		String reason = this.stop.reason();
		return (reason != null) ? reason : "stopped";
	}

	/** Whether nothing more may be asked: stopped, ended, or past the deadline. */
	boolean over() {
		return stopping() || this.ended || (this.deadline != null && !Instant.now().isBefore(this.deadline));
	}

	/** Does a step's work; the session does not end before it is done. */
	<T, X extends Exception> T work(AtWork.Work<T, X> work) throws X {
		try (MDC.MDCCloseable _ = logged()) {
			return this.atWork.work(work);
		}
	}

	/** What this thread writes into the log bears the run's number until then. */
	MDC.MDCCloseable logged() {
		return MDC.putCloseable("run", String.valueOf(this.run.id()));
	}

	/**
	 * Waits until every step has let go. A job that fails while its partitions are at
	 * work leaves them to themselves, and the locks must outlive them.
	 */
	void end() {
		this.ended = true;
		this.atWork.end();
		this.uses.forEach(LaneUse::close);
	}

	/** As whom it uses lanes. */
	LaneUser laneUser() {
		return new LaneUser("run " + this.run.id(), this.run.key().sandbox(), this.stop, this::over,
				this.watcher::waits);
	}

	/** Notes a lane that it uses until it ends. */
	LaneUse uses(LaneUse use) {
		this.uses.add(use);
		return use;
	}

	/** Whether the run and all its lanes are still this process's own. */
	boolean owns() {
		return this.locks.alive() && this.uses.stream().allMatch(LaneUse::isOwned);
	}

	/**
	 * Whether nothing more may be asked of a lane. A run that does not wait for its
	 * deadline, or has none, does not wait for a provider that keeps it waiting longer
	 * than one recheck would.
	 */
	boolean over(Lane lane) {
		return over() || (!waits() && lane.pauseLength().compareTo(this.recheck.maxDelay()) >= 0)
				|| spent(lane) != null;
	}

	/**
	 * The limit of a lane that leaves no more room in time: until the deadline, or, when
	 * there is none, within the same day.
	 */
	private @Nullable Allowance spent(Lane lane) {
		Allowance tightest = lane.tightest();
		if (tightest.left() > 0) {
			return null;
		}
		boolean tooLate = (waits() && this.deadline != null) ? !tightest.next().isBefore(this.deadline)
				: tightest.per().compareTo(Duration.ofDays(1)) >= 0;
		return tooLate ? tightest : null;
	}

	/** All its lanes are to be looked at once more. */
	Session atWorkAgain() {
		this.lanes.values().forEach((lane) -> lane.quiet().set(false));
		return this;
	}

	void add(OpenLane lane) {
		this.lanes.put(lane.progress().provider(), lane);
	}

	OpenLane lane(ProviderName name) {
		OpenLane lane = this.lanes.get(name);
		if (lane == null) {
			throw new IllegalStateException("the lane " + name + " is not open");
		}
		return lane;
	}

	/** The open lanes, in the order of their names. */
	List<OpenLane> lanes() {
		return List.copyOf(new TreeMap<>(this.lanes).values());
	}

	/** Their names. */
	List<ProviderName> laneNames() {
		return lanes().stream().map((lane) -> lane.progress().provider()).toList();
	}

	/** Why lanes were stopped or left with work undone, a sentence each. */
	List<String> stoppedLanes() {
		return lanes().stream().map(this::trouble).filter((trouble) -> !trouble.isEmpty()).toList();
	}

	private String trouble(OpenLane open) {
		Lane lane = open.lane();
		Outcome.@Nullable LaneFault fault = lane.fault();
		if (fault != null) {
			return String.valueOf(fault.finding().reason());
		}
		if (open.progress().settled() == open.progress().total()) {
			return "";
		}
		Allowance spent = spent(lane);
		if (spent != null) {
			return "Lane " + lane.provider().name() + ": its quota of " + spent.limit() + " is spent until "
					+ spent.next().truncatedTo(ChronoUnit.SECONDS) + "; the next run goes on there.";
		}
		if (lane.outSince() == null && lane.paused().isZero()) {
			return "";
		}
		Instant since = lane.outSince();
		return "Lane " + lane.provider().name()
				+ ((since != null)
						? ": the provider was found out of service at " + since.truncatedTo(ChronoUnit.SECONDS)
						: ": the provider asks to wait until "
								+ Instant.now().plus(lane.paused()).truncatedTo(ChronoUnit.SECONDS))
				+ ".";
	}

	/** Something new is to be handed to persons, and is written. */
	void actionsChanged() {
		this.newActions.set(true);
	}

	/** Whether something new is to be handed over since this was last asked. */
	boolean takeActions() {
		return this.newActions.getAndSet(false);
	}

	/** Notes what the report found more than once. */
	void reported(Duplicates duplicates) {
		this.duplicates = duplicates;
	}

	Duplicates duplicates() {
		return this.duplicates;
	}

	/** Notes an expected failure that ends the job, so that it can be told in words. */
	<X extends Exception> X failed(X reason) {
		this.failure = reason;
		return reason;
	}

	@Nullable Exception failure() {
		return this.failure;
	}

}
