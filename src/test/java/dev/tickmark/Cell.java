package dev.tickmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of one provider's rows in one trouble.
 *
 * @param verdicts the verdict of each row, in the order of the file
 * @param attempts the attempts of all rows together
 * @param calls the calls in the journal
 * @param repeats the questions that were counted as perhaps asked twice
 * @param charged the questions that the provider took
 * @param again how many of these it had taken before
 * @param passes how often the command was given
 * @param pauses how often the provider asked the lane to wait
 * @param outages how often it was found to be out of service
 * @param remark what keeps the lane waiting at the end; empty for nothing
 * @param messages what the last pass said of the lane when it ended
 */
record Cell(List<String> verdicts, long attempts, long calls, long repeats, long charged, long again, int passes,
		int pauses, int outages, String remark, List<String> messages) {

	/** The cell in a few lines. */
	List<String> lines(List<String> undisturbed) {
		String rows = this.verdicts.equals(undisturbed) ? "as undisturbed" : counted();
		String cost = "%d attempts, %d calls".formatted(this.attempts, this.calls);
		String charged = "%d charged".formatted(this.charged)
				+ ((this.again > 0) ? ", %d again".formatted(this.again) : "")
				+ ((this.repeats > 0) ? ", %d repeats".formatted(this.repeats) : "");
		return List.of(rows, cost, charged, lane());
	}

	private String counted() {
		Map<String, Long> counts = this.verdicts.stream()
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
		return counts.entrySet()
			.stream()
			.map((count) -> count.getValue() + " " + count.getKey())
			.collect(Collectors.joining(", "));
	}

	private String lane() {
		String lane = ((this.pauses > 0) ? "paused %d×, ".formatted(this.pauses) : "")
				+ ((this.outages > 0) ? "out of service %d×, ".formatted(this.outages) : "")
				+ (this.remark.equals("stopped") ? "stopped, " : "")
				+ ((this.passes > 1) ? "pass %d, ".formatted(this.passes) : "");
		return lane.isEmpty() ? "at work" : lane.substring(0, lane.length() - 2);
	}

}
