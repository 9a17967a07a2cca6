package dev.tickmark.watch;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import dev.tickmark.verification.LaneNow;
import dev.tickmark.verification.OwnedLanes;

/** Whether anything gets through the lanes that are in use. */
@Component("lanesHealthIndicator")
class LanesHealth implements HealthIndicator {

	private final OwnedLanes lanes;

	LanesHealth(OwnedLanes lanes) {
		this.lanes = lanes;
	}

	/** Out of service when nothing gets through any of them. */
	@Override
	public Health health() {
		List<LaneNow> all = this.lanes.now();
		Health.Builder health = (all.isEmpty() || all.stream().anyMatch(LaneNow::works)) ? Health.up()
				: Health.outOfService();
		all.forEach((lane) -> health.withDetail(lane.provider().value() + (lane.sandbox() ? " (sandbox)" : ""),
				word(lane)));
		return health.build();
	}

	private static String word(LaneNow lane) {
		if (lane.fault() != null) {
			return "stopped";
		}
		if (lane.outSince() != null) {
			return "out of service since " + lane.outSince();
		}
		Duration paused = lane.paused();
		return paused.isPositive() ? "paused for " + paused.toSeconds() + " s" : "open";
	}

}
