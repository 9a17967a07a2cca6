package dev.tickmark.night;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.night.EarlierRuns.EarlierRun;
import dev.tickmark.ledger.night.NightLocks;
import dev.tickmark.ledger.night.Nights;
import dev.tickmark.verification.definition.Schedule;

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
			Instant now = clock.instant();
			if (due != null && !this.nights.begin(job.name(), duty.sandbox(), due, now)) {
				return Turn.DONE;
			}
			Instant began = (due != null) ? this.nights.began(job.name(), duty.sandbox(), due) : now;
			Schedule schedule = job.nightly().schedule();
			Instant next = Hours.next(schedule, began);
			boolean over = due != null && !now.isBefore(next);
			Hours hours = Hours.of(this.files.deadline(job), schedule, due, began, now);
			// what comes in after a night is the next one's, and so is what it has left
			boolean done = over || done(new Shift(job, due, began, now, hours, duty), wait);
			if (duty.ending().requested()) {
				return Turn.CUT;
			}
			if (!done && clock.instant().isBefore(next)) {
				return Turn.AGAIN;
			}
			if (due != null) {
				this.nights.end(job.name(), duty.sandbox(), due, clock.instant());
			}
			return over ? Turn.OVER : Turn.DONE;
		}
	}

	private boolean done(Shift shift, Predicate<Duration> wait) {
		try {
			return work(shift, wait);
		}
		catch (InboxTrouble ex) {
			this.telling.trouble(shift, null, String.valueOf(ex.getMessage()));
			return false;
		}
	}

	private boolean work(Shift shift, Predicate<Duration> wait) throws InboxTrouble {
		InboxFolder folder = new InboxFolder(shift.job().nightly().inbox());
		folder.open();
		List<EarlierRun> before = this.earlier.unfinished(shift);
		Round round = new Round(shift, this.files, folder);
		folder.taken().forEach((file) -> round.ask(file.path()));
		boolean taken = true;
		if (shift.due() != null) {
			taken = goOn(shift, before, this.earlier.unfinished(shift)) & take(shift, folder, wait, round);
		}
		return round.await() && taken;
	}

	/**
	 * Those that were continued just now, by their file, are taken up once more since.
	 */
	private boolean goOn(Shift shift, List<EarlierRun> before, List<EarlierRun> now) {
		boolean done = true;
		for (EarlierRun run : now) {
			if (before.contains(run) && !shift.ending()) {
				done &= this.earlier.work(shift, run.id());
			}
		}
		return done;
	}

	private boolean take(Shift shift, InboxFolder folder, Predicate<Duration> wait, Round round) throws InboxTrouble {
		NightJob job = shift.job();
		boolean sandbox = shift.duty().sandbox();
		Instant due = Objects.requireNonNull(shift.due());
		if (this.nights.hasTaken(job.name(), sandbox, due)) {
			return true;
		}
		boolean done = true;
		Arrivals arrivals = new Arrivals(job.nightly().inbox(), folder, wait);
		for (Seen file : arrivals.complete(shift::says)) {
			if (shift.ending()) {
				break;
			}
			try {
				folder.take(file).ifPresent(round::ask);
			}
			catch (InboxTrouble ex) {
				// the others are none the worse for it
				this.telling.trouble(shift, file.path(), String.valueOf(ex.getMessage()));
				done = false;
			}
		}
		if (done && !shift.ending()) {
			this.nights.taken(job.name(), sandbox, due, shift.now());
		}
		return done;
	}

	/** How it came out. */
	enum Turn {

		/** It is done, by this process or another. */
		DONE,

		/** Its time is over; what it has left is the next one's, or to be continued. */
		OVER,

		/** Something did not come to its end: it is to be tried again in a while. */
		AGAIN,

		/** Another process is at work on it. */
		ELSEWHERE,

		/** This process ends; what is left is continued. */
		CUT

	}

}
