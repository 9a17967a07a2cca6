package dev.tickmark.night;

import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Run;
import dev.tickmark.verification.RunWatcher;

/** Tells of a run with its job. */
final class Told implements RunWatcher {

	private final String job;

	private final @Nullable Path file;

	private final NightWatcher watcher;

	private volatile @Nullable Instant due;

	/**
	 * Makes one.
	 * @param file the run's file; null when it goes on without it
	 */
	Told(String job, @Nullable Path file, NightWatcher watcher) {
		this.job = job;
		this.file = file;
		this.watcher = watcher;
	}

	/** When the run had to be over; null when nothing was said. */
	@Nullable Instant due() {
		return this.due;
	}

	@Override
	public void began(Run run, boolean continued) {
		this.watcher.began(this.job, (this.file != null) ? this.file : Path.of(run.fileName()), run, continued);
	}

	@Override
	public void due(Instant deadline) {
		this.due = deadline;
	}

	@Override
	public void remarks(String sentence) {
		this.watcher.says(this.job, sentence);
	}

	@Override
	public void waits(String lane, String holder) {
		this.watcher.says(this.job, "Lane " + lane + " is used by " + holder + ": waiting for it.");
	}

	@Override
	public void handedOver(Path actions) {
		this.watcher.says(this.job, "Links for persons to act upon, which may expire soon: " + actions);
	}

}
