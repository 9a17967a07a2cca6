package dev.tickmark.verification;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Allowance;

/**
 * What a run would need of one lane.
 *
 * @param provider whom it leads to
 * @param rows how many rows go there
 * @param verifications how many different questions they ask
 * @param reused how many of these a MATCH of another run answers already, so that they
 * are not asked
 * @param history from how many verifications of before it is known what one takes; none,
 * when the least that the provider's interface allows was taken
 * @param callsEach how many calls a verification takes on average
 * @param calls how many calls all of them take that are asked
 * @param time how long the lane would be at work; with a deadline, if it had not to end
 * @param rowsLeft how many rows the run would leave open: past its deadline, or past the
 * quota of the day
 * @param allowances what is left of each limit now, the shortest first
 * @param price of all verifications that are asked, in the currency of the contract; null
 * when it is not known
 */
public record LanePlan(ProviderName provider, long rows, long verifications, long reused, int history, double callsEach,
		long calls, Duration time, long rowsLeft, List<Allowance> allowances, @Nullable BigDecimal price) {

	/** A lane of which nothing is needed: every question is answered already. */
	static LanePlan allReused(ProviderName provider, long rows, long verifications) {
		return new LanePlan(provider, rows, verifications, verifications, 0, 0, 0, Duration.ZERO, 0, List.of(),
				BigDecimal.ZERO);
	}

}
