package dev.tickmark.web.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.desk.Workplace;
import dev.tickmark.ledger.night.Nights;
import dev.tickmark.night.NightJob;
import dev.tickmark.night.Roster;
import dev.tickmark.verification.definition.Definitions;

/** What the job definitions do by themselves, and when. */
@Component
class Schedules {

	/** The definitions are files: they are not read for every page. */
	private static final Duration FRESH = Duration.ofSeconds(20);

	private final Roster roster;

	private final Nights nights;

	private final Workplace workplace;

	private final Clock clock = Clock.systemUTC();

	private volatile Known known = new Known(List.of(), List.of(), Instant.EPOCH);

	Schedules(Roster roster, Nights nights, Workplace workplace) {
		this.roster = roster;
		this.nights = nights;
		this.workplace = workplace;
	}

	/** The jobs that have a schedule. */
	List<NightJob> jobs() {
		return look().jobs();
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
			now = new Known(this.roster.read(Definitions.here(), troubles::add), troubles, this.clock.instant());
			this.known = now;
		}
		return now;
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
