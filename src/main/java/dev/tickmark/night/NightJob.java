package dev.tickmark.night;

import dev.tickmark.verification.definition.JobDefinition;
import dev.tickmark.verification.definition.Nightly;

/** A job that does something by itself. */
public record NightJob(JobDefinition job, Nightly nightly) {

	/** The name of its definition. */
	public String name() {
		return this.job.name();
	}

}
