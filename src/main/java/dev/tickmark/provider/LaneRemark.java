package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;

/** What keeps a lane waiting, in a few words. */
public final class LaneRemark {

	private LaneRemark() {
	}

	/** Empty when nothing does. */
	public static String of(Lane lane) {
		if (lane.fault() != null) {
			return "stopped";
		}
		long seconds = lane.paused().toSeconds();
		if (lane.outSince() != null) {
			return "out of service" + ((seconds > 0) ? ", next try in " + seconds + " s" : "");
		}
		if (seconds > 0) {
			return "paused " + seconds + " s";
		}
		Allowance tightest = lane.tightest();
		long full = Duration.between(Instant.now(), tightest.next()).toSeconds();
		return (full > 0) ? tightest.limit() + " are used, next in " + full + " s" : "";
	}

}
