package dev.tickmark.ledger.desk;

import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.people.Actor;

/**
 * A file that a person has brought.
 *
 * @param name as the person's machine has it
 * @param path where it lies
 * @param size in bytes
 * @param message why it stands so; null when there is nothing to say
 * @param start how it is verified; null until somebody says so
 * @param run the number of its run; null while it has none
 */
public record Upload(long id, String name, Path path, long size, String sha256, String broughtBy, Instant broughtAt,
		UploadState state, @Nullable String message, Instant changedAt, @Nullable Start start, @Nullable Long run) {

	/**
	 * How it is verified, and who said so.
	 *
	 * @param job the name of the job definition
	 * @param definition its text
	 * @param deadline when the run has to be over, as it was written; null when nothing
	 * was said
	 * @param again whether a new run was asked for, though the content may have one
	 * @param sandbox whether the sandbox answers
	 */
	public record Start(String job, String definition, @Nullable String deadline, boolean again, boolean sandbox,
			Actor by, Instant at) {

	}

}
