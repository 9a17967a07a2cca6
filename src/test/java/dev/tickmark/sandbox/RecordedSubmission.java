package dev.tickmark.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A line of a sandbox's own record, for who holds it against other evidence.
 *
 * @param question the hash of what was asked
 * @param id the hash of the id that was given to it
 * @param createdAt when it was accepted, in milliseconds of the epoch
 * @param endsAt from when on its answer is told, in milliseconds of the epoch
 */
public record RecordedSubmission(long question, long id, long createdAt, long endsAt) {

	/** All that a provider accepted, the oldest first. */
	public static List<RecordedSubmission> of(Path folder, String provider) throws IOException {
		return Files.readAllLines(folder.resolve(provider + ".log"))
			.stream()
			.map(Submission::parse)
			.filter(Objects::nonNull)
			.map((s) -> new RecordedSubmission(s.question(), s.id(), s.createdAt(), s.readyAt()))
			.sorted(Comparator.comparingLong(RecordedSubmission::createdAt))
			.toList();
	}

	/** The hash by which a record knows an id. */
	public static long hash(String id) {
		return Submission.idHash(id);
	}

}
