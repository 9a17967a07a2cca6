package dev.tickmark.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Run;
import dev.tickmark.verification.LaneProgress;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.StopSignal;

/** Keeps what a run tells, so that anybody can look at it, and tells it on. */
public final class WatchedRun implements RunWatcher, AutoCloseable {

	/** So many remarks are kept, the latest. */
	private static final int REMARKS = 50;

	private final RunWatcher next;

	private final StopSignal stop;

	private final Consumer<WatchedRun> closed;

	private final Instant since = Instant.now();

	private final Deque<String> remarks = new ArrayDeque<>();

	private volatile @Nullable Run run;

	private volatile boolean continued;

	private volatile @Nullable Instant due;

	private volatile List<LaneProgress> lanes = List.of();

	private volatile long opened;

	private volatile Progress.Phase phase = Progress.Phase.INTAKE;

	private volatile boolean actions;

	WatchedRun(RunWatcher next, StopSignal stop, Consumer<WatchedRun> closed) {
		this.next = next;
		this.stop = stop;
		this.closed = closed;
	}

	boolean is(long number) {
		Run known = this.run;
		return known != null && known.id() == number;
	}

	/** Whether it was not asked before. */
	boolean stop(String why) {
		boolean first = !this.stop.requested();
		this.stop.request(why);
		return first;
	}

	/** How far it has come; nothing before it has a number. */
	Optional<Progress> progress() {
		Run known = this.run;
		if (known == null) {
			return Optional.empty();
		}
		Progress.Phase now = this.phase;
		List<LaneStand> stands = this.lanes.stream().map((lane) -> stand(lane, now)).toList();
		synchronized (this.remarks) {
			return Optional.of(new Progress(known, this.continued, this.since, this.due, now, stands,
					List.copyOf(this.remarks), this.actions, this.stop.reason()));
		}
	}

	private LaneStand stand(LaneProgress lane, Progress.Phase now) {
		double seconds = (System.nanoTime() - this.opened) / 1e9;
		boolean asking = now == Progress.Phase.ASKING;
		return new LaneStand(lane.provider().value(), lane.total(), lane.asked(), lane.settled(), lane.calls(),
				(seconds > 0) ? lane.calls() / seconds : 0, asking ? lane.left() : Duration.ZERO,
				asking ? lane.remark() : "", lane.pauses(), lane.outages());
	}

	@Override
	public void began(Run began, boolean goesOn) {
		this.continued = goesOn;
		this.run = began;
		this.next.began(began, goesOn);
	}

	@Override
	public void remarks(String sentence) {
		keep(sentence);
		this.next.remarks(sentence);
	}

	@Override
	public void waits(String lane, String holder) {
		keep("Lane " + lane + " is used by " + holder + ": waiting for it.");
		this.next.waits(lane, holder);
	}

	@Override
	public void due(Instant deadline) {
		this.due = deadline;
		this.next.due(deadline);
	}

	@Override
	public void opened(List<LaneProgress> opening) {
		this.opened = System.nanoTime();
		this.lanes = List.copyOf(opening);
		this.phase = Progress.Phase.ASKING;
		this.next.opened(opening);
	}

	@Override
	public void handedOver(Path file) {
		this.actions = true;
		this.next.handedOver(file);
	}

	@Override
	public void asked() {
		this.phase = Progress.Phase.REPORT;
		this.next.asked();
	}

	private void keep(String sentence) {
		synchronized (this.remarks) {
			if (this.remarks.size() == REMARKS) {
				this.remarks.removeFirst();
			}
			this.remarks.addLast(sentence);
		}
	}

	@Override
	public void close() {
		this.closed.accept(this);
	}

}
