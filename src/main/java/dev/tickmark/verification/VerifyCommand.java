package dev.tickmark.verification;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.PayeeFile;

/**
 * What is to be verified, and how.
 *
 * @param file the payee file
 * @param job the name of the job definition
 * @param reports the folder in which the run gets a folder of its own
 * @param deadline when the run must be over; null leaves it to the settings
 * @param sandbox whether the sandbox answers
 * @param again whether to start a new run even if this content has one
 */
public record VerifyCommand(PayeeFile file, String job, Path reports, @Nullable Deadline deadline, boolean sandbox,
		boolean again) {

}
