package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps a lane waiting, and who shares it, in a few words. */
public final class LaneRemark {

	private LaneRemark() {
	}

	/** Empty when nothing does, and nobody shares the lane. */
	public static String of(Lane lane, Party party) {
		List<String> others = (lane.fault() != null) ? List.of() : party.others();
		String shared = others.isEmpty() ? "" : "shared with " + String.join(", ", others);
		return Stream.of(of(lane), shared).filter((part) -> !part.isEmpty()).collect(Collectors.joining(", "));
	}

	private static String of(Lane lane) {
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
