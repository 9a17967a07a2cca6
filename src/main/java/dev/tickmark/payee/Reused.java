package dev.tickmark.payee;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is reused from other runs.
 *
 * @param verifications how many verifications
 * @param rows how many rows ask these
 * @param since when the oldest of them was checked; null when there is none
 */
public record Reused(long verifications, long rows, @Nullable Instant since) {

	public static final Reused NONE = new Reused(0, 0, null);

	/** These and others. */
	public Reused plus(Reused others) {
		@Nullable Instant first = Stream.of(this, others)
			.map(Reused::since)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		return new Reused(this.verifications + others.verifications, this.rows + others.rows, first);
	}

}
