package dev.tickmark.verification;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Fallbacks;
import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Runs;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Reused;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Lanes;

/** Opens the lanes of a run, each owned by one process at a time. */
@Component
class LaneOpening {

	private final Lanes lanes;

	private final Runs runs;

	private final Figures figures;

	private final Fallbacks fallbacks;

	private final LaneMemory memory;

	private final OwnedLanes owned;

	LaneOpening(Lanes lanes, Runs runs, Figures figures, Fallbacks fallbacks, LaneMemory memory, OwnedLanes owned) {
		this.lanes = lanes;
		this.runs = runs;
		this.figures = figures;
		this.fallbacks = fallbacks;
		this.memory = memory;
		this.owned = owned;
	}

	/**
	 * Opens every lane that the run's rows need, and waits for those that another process
	 * uses until that process or this session is over.
	 */
	void open(Session session) throws InterruptedException {
		// a lane whose rows are all final is needed no more, and may be somebody else's
		List<Figures.LaneCount> counts = needed(session.run().id());
		Map<ProviderName, Lane> opened = this.lanes
			.open(counts.stream().map((lane) -> new ProviderName(lane.provider())).toList());
		Map<String, LaneUse> uses = new HashMap<>();
		for (Lane lane : opened.values()) {
			uses.put(lane.provider().name().value(), session.uses(this.owned.take(lane, session.laneUser())));
		}
		// a forecast begins when no lane waits for its owner any more
		for (Figures.LaneCount count : counts) {
			LaneUse use = uses.get(count.provider());
			if (use == null) {
				throw new IllegalStateException("no lane " + count.provider());
			}
			session.add(begin(session, use, count));
		}
		session.watcher().opened(session.lanes().stream().map(OpenLane::progress).toList());
	}

	private List<Figures.LaneCount> needed(long run) {
		List<Figures.LaneCount> all = this.figures.lanes(run);
		List<ProviderName> fallbacks = this.fallbacks.possible(run);
		Predicate<Figures.LaneCount> open = (lane) -> lane.concluded() < lane.verifications();
		Predicate<Figures.LaneCount> fallback = (lane) -> fallbacks.contains(new ProviderName(lane.provider()));
		Set<String> known = all.stream().map(Figures.LaneCount::provider).collect(Collectors.toSet());
		// nothing has come to them yet
		Stream<Figures.LaneCount> others = fallbacks.stream()
			.map(ProviderName::value)
			.filter((name) -> !known.contains(name))
			.map((name) -> new Figures.LaneCount(name, 0, 0, 0, 0, 0, false, Reused.NONE));
		// every process takes lanes in one order: otherwise two might wait for each other
		return Stream.concat(all.stream().filter(open.or(fallback)), others)
			.sorted(Comparator.comparing(Figures.LaneCount::provider))
			.toList();
	}

	private OpenLane begin(Session session, LaneUse use, Figures.LaneCount count) {
		Lane lane = use.lane();
		long run = session.run().id();
		boolean sandbox = session.run().key().sandbox();
		Usual usual = this.memory.usual(lane, sandbox, session.recheck());
		this.runs.noteLane(run, count.provider(), lane.limits().toString(), lane.counted());
		LaneForecast forecast = LaneForecast.of(lane, use.party(), usual, count.own() - count.asked(),
				count.asked() - count.ownConcluded(), LaneForecast.until(session.deadline(), Instant.now()));
		this.runs.noteForecast(run, count.provider(), forecast.inTime(), forecast.until());
		use.party().expects(forecast.calls());
		LaneProgress progress = new LaneProgress(use, usual, session.waits(), count.own(), count.asked(),
				count.ownConcluded());
		return OpenLane.of(use, progress, usual.latency());
	}

}
