package dev.tickmark.provider;

import java.time.Duration;
import java.util.Locale;

import dev.tickmark.payee.ProviderName;

/** How far a lane has come, for those who watch. */
public interface LaneView {

	ProviderName provider();

	/** The number of verifications of the lane. */
	long total();

	/** How many were asked at least once, in this pass or before. */
	long asked();

	/** How many are settled. */
	long settled();

	/** How far it has come, in words. */
	default String standing() {
		return String.format(Locale.ROOT, "%,d/%,d asked, %,d final", asked(), total(), settled());
	}

	/** The number of calls made by this process. */
	long calls();

	/** How long the lane still takes; zero when nothing is left to ask. */
	Duration left();

	/** A few words on what keeps the lane waiting; empty when nothing does. */
	String remark();

}
