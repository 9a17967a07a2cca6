package dev.tickmark.web.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.desk.Workplace;
import dev.tickmark.ledger.night.Nights;
import dev.tickmark.night.NightJob;
import dev.tickmark.night.NightWatch;
import dev.tickmark.night.Roster;
import dev.tickmark.verification.definition.Definitions;

/** What the job definitions do by themselves, and when. */
@Component
class Schedules {

	/** The definitions are files: they are not read for every page. */
	private static final Duration FRESH = Duration.ofSeconds(20);

	private final Roster roster;

	private final NightWatch watch;

	private final Nights nights;

	private final Workplace workplace;

	private final Clock clock = Clock.systemUTC();

	private volatile Known known = new Known(List.of(), List.of(), Instant.EPOCH);

	Schedules(Roster roster, NightWatch watch, Nights nights, Workplace workplace) {
		this.roster = roster;
		this.watch = watch;
		this.nights = nights;
		this.workplace = workplace;
	}

	/** The jobs that have a schedule, as they are waited for. */
	List<NightJob> jobs() {
		List<NightJob> kept = this.watch.kept();
		return (kept != null) ? kept : look().jobs();
	}

	/** Why definitions cannot be used, a sentence each. */
	List<String> troubles() {
		return look().troubles();
	}

	/** A line for each schedule. */
	List<Line> lines() {
		Instant now = this.clock.instant();
		return jobs().stream()
			.map((job) -> new Line(job.name(), job.nightly().schedule().next(now).orElse(null),
					this.nights.latest(job.name(), this.workplace.sandbox()).orElse(null),
					job.nightly().inbox().folder() + "/" + job.nightly().inbox().pattern()))
			.toList();
	}

	private Known look() {
		Known now = this.known;
		if (now.at().plus(FRESH).isBefore(this.clock.instant())) {
			List<String> troubles = new ArrayList<>();
			List<NightJob> jobs = this.roster.read(Definitions.here(), troubles::add);
			List<NightJob> kept = this.watch.kept();
			if (kept != null && !texts(kept).equals(texts(jobs))) {
				troubles
					.add("The definitions of what is done by itself have changed since tickmark serve was started. What"
							+ " is shown here holds until it is started again.");
			}
			now = new Known(jobs, troubles, this.clock.instant());
			this.known = now;
		}
		return now;
	}

	private static Set<String> texts(List<NightJob> jobs) {
		return jobs.stream().map((job) -> job.name() + "\n" + job.job().text()).collect(Collectors.toSet());
	}

	private record Known(List<NightJob> jobs, List<String> troubles, Instant at) {

	}

	/**
	 * A schedule.
	 *
	 * @param next when its time comes next; null when it never does
	 * @param last when it was last done; null when it never was
	 * @param files which files it takes
	 */
	record Line(String job, @Nullable Instant next, @Nullable Instant last, String files) {

	}

}
