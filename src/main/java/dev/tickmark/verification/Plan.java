package dev.tickmark.verification;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Run;

/**
 * What a run would be.
 *
 * @param rows all rows of the file
 * @param rejected how many of them cannot be asked about
 * @param rejections the first of these
 * @param fallbacks about how many rows another provider would be asked when the first is
 * unable to check; what that takes is not forecast
 * @param lanes the lanes that would be used
 * @param start when it would begin
 * @param deadline when it would have to be over; null when there is no deadline
 * @param known the run of the same content that the command would not begin anew; null
 * when there is none
 * @param noHistory why nothing is known of before, though there may be a ledger; null
 * otherwise
 */
public record Plan(long rows, long rejected, List<Rejection> rejections, long fallbacks, List<LanePlan> lanes,
		Instant start, @Nullable Instant deadline, @Nullable Run known, @Nullable String noHistory) {

	/** How many rows would be asked about. */
	public long rowsAsked() {
		return this.lanes.stream().mapToLong(LanePlan::rows).sum();
	}

	public long verifications() {
		return this.lanes.stream().mapToLong(LanePlan::verifications).sum();
	}

	public long calls() {
		return this.lanes.stream().mapToLong(LanePlan::calls).sum();
	}

	/** How long the slowest lane takes. */
	public Duration time() {
		return this.lanes.stream().map(LanePlan::time).max(Duration::compareTo).orElse(Duration.ZERO);
	}

	/** The price of the lanes whose price is known; null when none is. */
	public @Nullable BigDecimal price() {
		return this.lanes.stream().map(LanePlan::price).filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
	}

	/**
	 * What is left between the end and the deadline, less than zero when it is missed.
	 */
	public @Nullable Duration spare() {
		return (this.deadline != null) ? Duration.between(this.start.plus(time()), this.deadline) : null;
	}

}
