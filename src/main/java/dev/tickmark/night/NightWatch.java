package dev.tickmark.night;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import dev.tickmark.ledger.night.Nights;
import dev.tickmark.verification.definition.Schedule;

/** Waits for the times of all jobs, and does what is due, until it is told to end. */
@Service
public class NightWatch {

	private static final Logger log = LoggerFactory.getLogger(NightWatch.class);

	/** A clock may be set, and a machine may sleep: it is looked at now and then. */
	private static final Duration LOOK = Duration.ofSeconds(20);

	private static final Duration ELSEWHERE = Duration.ofSeconds(5);

	private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

	/** How long what did not come to its end is left alone, the first time and later. */
	private static final List<Duration> PAUSES = Stream.of(1, 2, 5, 10, 20, 30).map(Duration::ofMinutes).toList();

	private final Night night;

	private final Nights nights;

	private final Telling telling;

	private final Clock clock = Clock.systemUTC();

	private volatile @Nullable List<NightJob> kept;

	NightWatch(Night night, Nights nights, Telling telling) {
		this.night = night;
		this.nights = nights;
		this.telling = telling;
	}

	/**
	 * Does so, each job in a thread of its own: a job is never doubled.
	 * @return whether every run has ended, and none was cut
	 */
	public boolean keep(List<NightJob> jobs, Duty duty) {
		this.kept = List.copyOf(jobs);
		List<Thread> threads = jobs.stream()
			.map((job) -> Thread.ofVirtual().name("night-" + job.name()).start(() -> keep(job, duty)))
			.toList();
		for (Thread thread : threads) {
			try {
				thread.join();
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
				duty.ending().request();
			}
		}
		return !duty.ending().hasCut();
	}

	/**
	 * The jobs whose times are waited for, as they were defined when that began; null
	 * when it has not.
	 */
	public @Nullable List<NightJob> kept() {
		return this.kept;
	}

	private void keep(NightJob job, Duty duty) {
		if (duty.sandbox() && this.nights.isKnown(job.name(), false)) {
			duty.watcher()
				.says(job.name(),
						"Its nights are done for real from this ledger: a rehearsal would take its files away."
								+ " It is not done here. Rehearse it with a ledger and folders of its own (tickmark.home, inbox).");
			return;
		}
		Instant present = this.clock.instant();
		// what an earlier process has left is not made to wait for the next time
		boolean left = true;
		boolean looked = false;
		int tries = 0;
		while (!duty.ending().requested()) {
			try {
				if (!looked) {
					tellOfMissed(job, duty, present);
					looked = true;
				}
				Optional<Instant> due = due(job, duty, present);
				if (!left && due.isEmpty()) {
					await(job, duty);
					continue;
				}
				switch (this.night.work(job, due.orElse(null), duty, this.clock, duty.ending()::pass)) {
					case DONE -> {
						left = false;
						tries = 0;
						present = this.clock.instant();
					}
					// what it has left is continued at once, also when no other time has
					// come
					case OVER -> left = true;
					case AGAIN -> pause(job, duty, PAUSES.get(Math.min(tries++, PAUSES.size() - 1)));
					case ELSEWHERE -> duty.ending().pass(ELSEWHERE);
					case CUT -> {
						return;
					}
				}
			}
			catch (RuntimeException ex) {
				log.error("job {}", job.name(), ex);
				this.telling.broke(job, duty, ex);
				duty.ending().pass(AFTER_TROUBLE);
			}
		}
	}

	/** Waits before something is tried again, but not beyond the next time. */
	private void pause(NightJob job, Duty duty, Duration pause) {
		duty.watcher().says(job.name(), "It is tried again in " + pause.toMinutes() + " min.");
		Instant now = this.clock.instant();
		Duration next = Duration.between(now, Hours.next(job.nightly().schedule(), now));
		duty.ending().pass((next.compareTo(pause) < 0) ? next : pause);
	}

	private Optional<Instant> due(NightJob job, Duty duty, Instant present) {
		Instant now = this.clock.instant();
		return Timetable.due(job.nightly().schedule(), this.nights.standing(job.name(), duty.sandbox(), now), present,
				now);
	}

	private void tellOfMissed(NightJob job, Duty duty, Instant present) {
		Schedule schedule = job.nightly().schedule();
		Timetable.missed(schedule, this.nights.standing(job.name(), duty.sandbox(), present), present)
			.ifPresent((due) -> this.telling.missed(job, due, schedule.catchUp(), duty));
	}

	/** Waits until the next time has come. */
	private void await(NightJob job, Duty duty) {
		Optional<Instant> next = job.nightly().schedule().next(this.clock.instant());
		next.ifPresent((time) -> duty.watcher().waits(job.name(), time));
		Instant until = next.orElse(Instant.MAX);
		Duration left = Duration.between(this.clock.instant(), until);
		while (left.isPositive() && duty.ending().pass((left.compareTo(LOOK) < 0) ? left : LOOK)) {
			left = Duration.between(this.clock.instant(), until);
		}
	}

}
