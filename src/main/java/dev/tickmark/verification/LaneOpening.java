package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.CallJournal;
import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Runs;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Allowance;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Lanes;

/** Opens the lanes of a run, each owned by one process at a time. */
@Component
class LaneOpening {

	private static final Duration LOOK = Duration.ofMillis(500);

	/** What is shorter is over before a process has started. */
	private static final Duration REMEMBERED = Duration.ofMinutes(1);

	private final Lanes lanes;

	private final Runs runs;

	private final Figures figures;

	private final CallJournal journal;

	LaneOpening(Lanes lanes, Runs runs, Figures figures, CallJournal journal) {
		this.lanes = lanes;
		this.runs = runs;
		this.figures = figures;
		this.journal = journal;
	}

	/**
	 * Opens every lane that the run's rows need, and waits for those that another process
	 * uses until that process or this session is over.
	 */
	void open(Session session) throws InterruptedException {
		long run = session.run().id();
		// a lane whose rows are all final is needed no more, and may be somebody else's
		List<Figures.LaneCount> counts = this.figures.lanes(run)
			.stream()
			.filter((lane) -> lane.concluded() < lane.verifications())
			.toList();
		Map<ProviderName, Lane> opened = this.lanes
			.open(counts.stream().map((lane) -> new ProviderName(lane.provider())).toList());
		for (Figures.LaneCount count : counts) {
			Lane lane = opened.get(new ProviderName(count.provider()));
			if (lane == null) {
				throw new IllegalStateException("no lane " + count.provider());
			}
			own(session, lane);
			this.runs.noteLane(run, count.provider(), lane.limits().toString(), lane.counted());
			remember(session, lane);
			LaneProgress progress = new LaneProgress(lane, count.verifications(), count.asked(), count.concluded());
			session.add(OpenLane.of(lane, progress));
		}
		session.watcher().opened(session.lanes().stream().map(OpenLane::progress).toList());
	}

	/**
	 * A limit of a minute or more outlasts a restart, and another run of the same day.
	 */
	private void remember(Session session, Lane lane) {
		Allowance longest = lane.allowances().getLast();
		if (longest.per().compareTo(REMEMBERED) >= 0) {
			lane.remember(this.journal.sent(lane.provider().name(), session.run().key().sandbox(), lane.counted(),
					Instant.now().minus(longest.per()), longest.calls()));
		}
	}

	private static void own(Session session, Lane lane) throws InterruptedException {
		Instant told = Instant.MIN;
		while (!session.locks().take(lane.lockName()) && !session.over()) {
			if (told.isBefore(Instant.now().minusSeconds(30))) {
				String holder = session.locks().holder(lane.lockName());
				session.watcher().waits(lane.provider().name().value(), (holder != null) ? holder : "another process");
				told = Instant.now();
			}
			Thread.sleep(LOOK);
		}
	}

}
