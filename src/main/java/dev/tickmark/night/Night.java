package dev.tickmark.night;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.night.EarlierRuns.EarlierRun;
import dev.tickmark.ledger.night.NightLocks;
import dev.tickmark.ledger.night.Nights;

/** Does what is due of a job: first what was left, then what came in. */
@Component
class Night {

	private final Nights nights;

	private final NightLocks locks;

	private final FileRun files;

	private final EarlierNights earlier;

	private final Telling telling;

	Night(Nights nights, NightLocks locks, FileRun files, EarlierNights earlier, Telling telling) {
		this.nights = nights;
		this.locks = locks;
		this.files = files;
		this.earlier = earlier;
		this.telling = telling;
	}

	/**
	 * Does it, unless another process does or did.
	 * @param due the time that has come; null when only what was left is to be continued
	 * @param wait how it waits for files to be complete
	 */
	Turn work(NightJob job, @Nullable Instant due, Duty duty, Clock clock, Predicate<Duration> wait) {
		Optional<NightLocks.Held> lock = this.locks.take(job.name());
		if (lock.isEmpty()) {
			return Turn.ELSEWHERE;
		}
		try (NightLocks.Held _ = lock.get()) {
			if (due != null && !this.nights.begin(job.name(), duty.sandbox(), due, clock.instant())) {
				return Turn.DONE;
			}
			try {
				work(job, due, clock.instant(), duty, wait);
			}
			catch (InboxTrouble ex) {
				String why = String.valueOf(ex.getMessage());
				duty.watcher().says(job.name(), why);
				this.telling.trouble(job, (due != null) ? due : clock.instant().truncatedTo(ChronoUnit.DAYS), why,
						duty);
			}
			if (duty.ending().requested()) {
				return Turn.CUT;
			}
			if (due != null) {
				this.nights.end(job.name(), duty.sandbox(), due, clock.instant());
			}
			return Turn.DONE;
		}
	}

	private void work(NightJob job, @Nullable Instant due, Instant now, Duty duty, Predicate<Duration> wait)
			throws InboxTrouble {
		InboxFolder folder = new InboxFolder(job.nightly().inbox());
		folder.open();
		List<EarlierRun> before = (due != null) ? this.earlier.unfinished(job, due, now, duty) : List.of();
		for (Seen left : folder.taken()) {
			if (duty.ending().requested()) {
				return;
			}
			this.files.work(job, left.path(), folder, duty);
		}
		if (due == null) {
			return;
		}
		goOn(job, before, this.earlier.unfinished(job, due, now, duty), duty);
		Arrivals arrivals = new Arrivals(job.nightly().inbox(), folder, wait);
		for (Seen file : arrivals.complete((sentence) -> duty.watcher().says(job.name(), sentence))) {
			if (duty.ending().requested()) {
				return;
			}
			Optional<Path> taken = folder.take(file);
			if (taken.isPresent()) {
				this.files.work(job, taken.get(), folder, duty);
			}
		}
	}

	/**
	 * Those that were continued just now, by their file, are taken up once more since.
	 */
	private void goOn(NightJob job, List<EarlierRun> before, List<EarlierRun> now, Duty duty) {
		for (EarlierRun run : now) {
			if (duty.ending().requested()) {
				return;
			}
			if (before.contains(run)) {
				this.earlier.work(job, run.id(), duty);
			}
		}
	}

	/** How it came out. */
	enum Turn {

		/** It is done, by this process or another. */
		DONE,

		/** Another process is at work on it. */
		ELSEWHERE,

		/** This process ends; what is left is continued. */
		CUT

	}

}
