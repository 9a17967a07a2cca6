package dev.tickmark.verification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.tickmark.verification.definition.JobDefinition;

/**
 * When pending answers are asked for and failed attempts are made again, where the
 * provider does not say.
 *
 * @param firstDelay the time before the first recheck
 * @param factor by how much each following delay is longer, 1 to 10
 * @param maxDelay the longest delay. A run without a deadline does not wait for what is
 * due later than that: it ends, with those rows open
 * @param maxAttempts how many failed attempts in a row end the asking, 1 to 100
 */
@ConfigurationProperties(prefix = "tickmark.recheck", ignoreUnknownFields = false)
record RecheckSettings(@DefaultValue("1s") Duration firstDelay, @DefaultValue("2") double factor,
		@DefaultValue("1m") Duration maxDelay, @DefaultValue("5") int maxAttempts) {

	RecheckSettings {
		if (firstDelay.compareTo(Duration.ofMillis(10)) < 0) {
			throw new IllegalArgumentException("first-delay: must be at least 10ms, was " + firstDelay);
		}
		if (factor < 1 || factor > 10) {
			throw new IllegalArgumentException("factor: must be between 1 and 10, was " + factor);
		}
		if (maxDelay.compareTo(firstDelay) < 0) {
			throw new IllegalArgumentException("max-delay: must not be less than first-delay, was " + maxDelay);
		}
		if (maxAttempts < 1 || maxAttempts > 100) {
			throw new IllegalArgumentException("max-attempts: must be between 1 and 100, was " + maxAttempts);
		}
	}

	/**
	 * These, as far as a job does not say otherwise.
	 * @throws IllegalArgumentException when they contradict each other
	 */
	RecheckSettings with(JobDefinition.Recheck job) {
		return new RecheckSettings((job.firstDelay() != null) ? job.firstDelay() : this.firstDelay,
				(job.factor() != null) ? job.factor() : this.factor,
				(job.maxDelay() != null) ? job.maxDelay() : this.maxDelay,
				(job.maxAttempts() != null) ? job.maxAttempts() : this.maxAttempts);
	}

	/**
	 * The delay before another attempt.
	 * @param done how many attempts there were, from 1
	 */
	Duration delay(int done) {
		double millis = this.firstDelay.toMillis() * Math.pow(this.factor, Math.max(0, done - 1));
		return Duration.ofMillis((long) Math.min(millis, this.maxDelay.toMillis()));
	}

}
