package dev.tickmark.desk;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is done at once of what people start.
 *
 * @param maxRuns how many of their runs are at work at the same time, 1 to 100; the
 * nights' are not counted
 * @param maxWaiting how many more wait for their turn, 0 to 10000
 * @param jobs the names of the job definitions that people may choose, so that nobody can
 * choose one that asks for less, such as for no second person; none means any
 */
@ConfigurationProperties(prefix = "tickmark.desk", ignoreUnknownFields = false)
record DeskSettings(@DefaultValue("4") int maxRuns, @DefaultValue("100") int maxWaiting,
		@DefaultValue List<String> jobs) {

	DeskSettings {
		jobs = List.copyOf(jobs);
		if (maxRuns < 1 || maxRuns > 100) {
			throw new IllegalArgumentException("max-runs: must be between 1 and 100, was " + maxRuns);
		}
		if (maxWaiting < 0 || maxWaiting > 10_000) {
			throw new IllegalArgumentException("max-waiting: must be between 0 and 10000, was " + maxWaiting);
		}
	}

}
