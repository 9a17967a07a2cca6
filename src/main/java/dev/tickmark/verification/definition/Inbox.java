package dev.tickmark.verification.definition;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Where a job finds its files by itself, and where they go. All folders are absolute, and
 * no two of them are the same.
 *
 * @param folder where files come in
 * @param pattern which names are the job's, as a shell would match them
 * @param completeAfter how long a file must not have changed; null when there is a marker
 * @param marker the ending of the empty file that says that a file is complete; null when
 * there is none
 * @param taken where a file is while it is worked on
 * @param finished where it goes when its run has ended
 * @param failed where it goes when it cannot be verified
 */
public record Inbox(Path folder, String pattern, @Nullable Duration completeAfter, @Nullable String marker, Path taken,
		Path finished, Path failed) {

}
