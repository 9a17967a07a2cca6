package dev.tickmark.verification;

import java.time.Instant;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import dev.tickmark.verification.definition.Deadline;

/**
 * Settings of the verification job.
 *
 * @param deadline when a run must be over: a duration from its start such as 2h, or a
 * time of day such as 16:55. Absent: it ends when nothing more is due soon
 */
@ConfigurationProperties(prefix = "tickmark.verification", ignoreUnknownFields = false)
record VerificationSettings(@Nullable String deadline) {

	VerificationSettings {
		if (deadline != null) {
			try {
				Deadline.parse(deadline);
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("deadline: " + ex.getMessage());
			}
		}
	}

	/** What a command or a job says, or else these. */
	@Nullable Deadline orElse(@Nullable Deadline said) {
		return (said != null) ? said : (this.deadline != null) ? Deadline.parse(this.deadline) : null;
	}

	/** The deadline that a command sets, or else the settings; null when neither does. */
	@Nullable Instant deadline(@Nullable Deadline command, ZonedDateTime start) {
		Deadline until = orElse(command);
		return (until != null) ? until.from(start) : null;
	}

}
