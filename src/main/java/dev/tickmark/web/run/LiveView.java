package dev.tickmark.web.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, as it is shown.
 *
 * @param live whether it is at work
 * @param doing what is being done, a sentence; empty when nothing is
 * @param doneBy when it will be done; null when nobody can say
 * @param due when it has to be over; null when nothing was said
 * @param verdicts rows by verdict so far
 * @param remarks what a person should know, a sentence each
 */
record LiveView(boolean live, String doing, @Nullable String left, @Nullable Instant doneBy, @Nullable Instant due,
		List<LaneLine> lanes, Map<String, Long> verdicts, List<String> remarks, boolean actions) {

	/**
	 * A lane.
	 *
	 * @param rate calls a second; empty when it is not at work here
	 * @param left how long it still takes; empty when nobody can say
	 * @param waits what keeps it waiting
	 */
	record LaneLine(String provider, long total, long asked, long settled, long calls, String rate, String left,
			String waits) {

	}

}
