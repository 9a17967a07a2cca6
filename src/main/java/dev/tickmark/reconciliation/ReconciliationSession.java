package dev.tickmark.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Reconciliation;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Lane;
import dev.tickmark.verification.AtWork;
import dev.tickmark.verification.LaneUse;
import dev.tickmark.verification.LaneUser;
import dev.tickmark.verification.StopSignal;

/** A reconciliation while this process works on it. */
final class ReconciliationSession {

	private final Reconciliation reconciliation;

	private final Material material;

	private final OwnerLocks.Holder locks;

	private final ReconciliationSettings settings;

	private final StopSignal stop;

	private final ReconciliationWatcher watcher;

	private final Map<ProviderName, ReadingLane> lanes = new ConcurrentHashMap<>();

	private final List<LaneUse> uses = new CopyOnWriteArrayList<>();

	private final AtWork atWork = new AtWork();

	private volatile boolean ended;

	private volatile List<ReconcileResult.ResultCount> results = List.of();

	private volatile @Nullable Exception failure;

	ReconciliationSession(Reconciliation reconciliation, Material material, OwnerLocks.Holder locks,
			ReconciliationSettings settings, StopSignal stop, ReconciliationWatcher watcher) {
		this.reconciliation = reconciliation;
		this.material = material;
		this.locks = locks;
		this.settings = settings;
		this.stop = stop;
		this.watcher = watcher;
	}

	Reconciliation reconciliation() {
		return this.reconciliation;
	}

	/** What the ledger is compared with. */
	Material material() {
		return this.material;
	}

	/** The same, where the job says what it is. */
	<M extends Material> M material(Class<M> type) {
		return type.cast(this.material);
	}

	OwnerLocks.Holder locks() {
		return this.locks;
	}

	ReconciliationSettings settings() {
		return this.settings;
	}

	ReconciliationWatcher watcher() {
		return this.watcher;
	}

	boolean stopping() {
		return this.stop.requested();
	}

	String stopReason() {
		String reason = this.stop.reason();
		return (reason != null) ? reason : "stopped";
	}

	boolean over() {
		return stopping() || this.ended;
	}

	/** Whether nothing more may be asked of a lane this time. */
	boolean over(Lane lane) {
		return over() || isStuck(lane) || lane.pauseLength().compareTo(this.settings.patience()) >= 0
				|| (lane.tightest().left() <= 0
						&& lane.tightest().next().isAfter(Instant.now().plus(this.settings.patience())));
	}

	/** Whether a provider has kept its lane waiting for too long, pause after pause. */
	private boolean isStuck(Lane lane) {
		ReadingLane open = this.lanes.get(lane.provider().name());
		return open != null && lane.paused().isPositive()
				&& open.progress().moved().isBefore(Instant.now().minus(this.settings.patience()));
	}

	<T, X extends Exception> T work(AtWork.Work<T, X> work) throws X {
		return this.atWork.work(work);
	}

	/** Waits until every step has let go: the locks must outlive them. */
	void end() {
		this.ended = true;
		this.atWork.end();
		this.uses.forEach(LaneUse::close);
	}

	/** As whom it uses lanes. */
	LaneUser laneUser() {
		return new LaneUser("reconciliation " + this.reconciliation.id(), this.reconciliation.subject().sandbox(),
				this.stop, this::over, this.watcher::waits);
	}

	/** Notes a lane that it uses until it ends. */
	LaneUse uses(LaneUse use) {
		this.uses.add(use);
		return use;
	}

	void add(ReadingLane lane) {
		this.lanes.put(lane.progress().provider(), lane);
	}

	ReadingLane lane(ProviderName name) {
		ReadingLane lane = this.lanes.get(name);
		if (lane == null) {
			throw new IllegalStateException("the lane " + name + " is not open");
		}
		return lane;
	}

	/** The open lanes, in the order of their names. */
	List<ReadingLane> lanes() {
		return List.copyOf(new TreeMap<>(this.lanes).values());
	}

	/** Notes what the report says, which everything counted once. */
	void reported(List<ReconcileResult.ResultCount> counts) {
		this.results = List.copyOf(counts);
	}

	List<ReconcileResult.ResultCount> results() {
		return this.results;
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
