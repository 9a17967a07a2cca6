package dev.tickmark.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.StopSignal;

/** All runs that are at work in this process, whoever has begun them. */
@Component
public class RunsAtWork {

	private final Set<WatchedRun> watched = ConcurrentHashMap.newKeySet();

	/**
	 * Watches a run until it is closed.
	 * @param watcher who else is told
	 * @param stop by which it may be stopped
	 */
	public WatchedRun watch(RunWatcher watcher, StopSignal stop) {
		WatchedRun run = new WatchedRun(watcher, stop, this.watched::remove);
		this.watched.add(run);
		return run;
	}

	/** How far a run has come; nothing when it is not at work here. */
	public Optional<Progress> of(long run) {
		return find(run).flatMap(WatchedRun::progress);
	}

	/** All of them, the latest first. */
	public List<Progress> all() {
		return this.watched.stream()
			.map(WatchedRun::progress)
			.flatMap(Optional::stream)
			.sorted(Comparator.comparing((Progress progress) -> progress.run().id()).reversed())
			.toList();
	}

	/**
	 * Asks one of them to stop; calls in flight still land.
	 * @return whether it was at work here and was not being stopped
	 */
	boolean stop(long run, String why) {
		return find(run).map((watched) -> watched.stop(why)).orElse(false);
	}

	private Optional<WatchedRun> find(long run) {
		return this.watched.stream().filter((one) -> one.is(run)).findFirst();
	}

}
