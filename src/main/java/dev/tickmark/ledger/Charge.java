package dev.tickmark.ledger;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.CallKind;

/**
 * A call that a statement may charge.
 *
 * @param verification the verification's number
 * @param run the number of its run
 * @param call the call's number within the verification
 * @param certain whether it was answered with success, so that the provider did the work
 * @param reference the provider's id of what it asked
 * @param requestId what we called the request
 * @param verdict what the verification came to
 */
public record Charge(long verification, long run, int call, CallKind kind, Instant sentAt, boolean certain,
		@Nullable String reference, @Nullable String requestId, @Nullable String verdict) {

	/** Statuses after which nobody here knows whether the work was done. */
	private static final List<Integer> UNCLEAR = List.of(408, 500, 502, 504);

	/**
	 * Kinds of which each call after the first may repeat it, so that they are one
	 * charge.
	 */
	private static final Set<CallKind> REPEATABLE = EnumSet.of(CallKind.SUBMIT, CallKind.SESSION);

	/** Whether a call of this kind may repeat the one before it. */
	public static boolean isRepeatable(CallKind kind) {
		return REPEATABLE.contains(kind);
	}

	/** Whether the provider did the work, or may have. */
	public static boolean isPossible(Answer answer) {
		return switch (answer) {
			case Answer.Missing missing -> missing.sent();
			case Answer.Received received -> isCertain(received) || UNCLEAR.contains(received.status());
		};
	}

	/** Whether the provider surely did the work. */
	public static boolean isCertain(Answer answer) {
		return answer instanceof Answer.Received received && received.status() >= 200 && received.status() < 300;
	}

	/** The same as {@link #isPossible}, of a call {@code c} in the journal. */
	static String isPossible() {
		return "(c.status between 200 and 299 or c.maybe_sent or c.status in (%s))"
			.formatted(UNCLEAR.stream().map(String::valueOf).collect(Collectors.joining(", ")));
	}

	/** The same as {@link #isRepeatable}, of a call {@code c} in the journal. */
	static String isRepeatable() {
		return "c.kind in (%s)"
			.formatted(REPEATABLE.stream().map((kind) -> "'" + kind + "'").collect(Collectors.joining(", ")));
	}

}
