package dev.tickmark.web.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.PayableHalf;
import dev.tickmark.payee.Clearance;
import dev.tickmark.report.ClearanceText;

/**
 * Whether what can be paid of a run may be handed out.
 *
 * @param sentence the same in words; empty when nobody has to release it
 * @param rows how many can be paid; null when no report says so
 * @param accepted how many of them are close matches that a person has accepted
 * @param sums of their amounts, as far as the file tells them
 * @param unreadable how many of them have an amount that cannot be read
 * @param decision who has released it, or refused to; null when nobody has
 * @param before that it was released before with other rows; null when it was not
 * @param sameFile that another run of the same file was released; null when none was
 */
record ReleaseResource(State state, String sentence, @Nullable Long rows, @Nullable Long accepted, List<Sum> sums,
		@Nullable Long unreadable, @Nullable Decision decision, @Nullable Decision before,
		@Nullable OtherRun sameFile) {

	ReleaseResource {
		sums = List.copyOf(sums);
	}

	/** Nobody has to release it. */
	static ReleaseResource notNeeded() {
		return new ReleaseResource(State.NOT_NEEDED, "", null, null, List.of(), null, null, null, null);
	}

	/** Somebody has to, once there is something to release. */
	static ReleaseResource noReport() {
		return new ReleaseResource(State.WAITING, "The run has written no report yet: there is nothing to release.",
				null, null, List.of(), null, null, null, null);
	}

	static ReleaseResource of(PayableHalf half, Clearance clearance, Optional<Decisions.SameFile> same) {
		State state = switch (clearance) {
			case Clearance.NotNeeded _ -> State.NOT_NEEDED;
			case Clearance.Released _ -> State.RELEASED;
			case Clearance.Held held -> (held.refused() != null) ? State.REFUSED : State.WAITING;
		};
		Clearance.@Nullable Decision decision = switch (clearance) {
			case Clearance.NotNeeded _ -> null;
			case Clearance.Released released -> released.by();
			case Clearance.Held held -> held.refused();
		};
		return new ReleaseResource(state, ClearanceText.of(clearance), half.rows(), half.accepted(), sums(half.sums()),
				half.unreadable(), Decision.of(decision),
				(clearance instanceof Clearance.Held held) ? Decision.of(held.before()) : null,
				same.map(OtherRun::of).orElse(null));
	}

	private static List<Sum> sums(Map<String, BigDecimal> sums) {
		return sums.entrySet().stream().map((sum) -> new Sum(sum.getKey(), sum.getValue().toPlainString())).toList();
	}

	/** How it stands. */
	enum State {

		NOT_NEEDED, WAITING, RELEASED, REFUSED

	}

	/**
	 * A sum.
	 *
	 * @param currency empty where the file does not say
	 * @param amount a text, so that no program rounds it
	 */
	record Sum(String currency, String amount) {

	}

	/**
	 * What somebody has decided.
	 *
	 * @param rows how many could be paid then
	 */
	record Decision(String by, Instant at, @Nullable String comment, long rows) {

		private static @Nullable Decision of(Clearance.@Nullable Decision made) {
			return (made != null) ? new Decision(made.by(), made.at(), made.comment(), made.rows()) : null;
		}

	}

	/** Another run of the same file. */
	record OtherRun(long run, String by, Instant at) {

		private static OtherRun of(Decisions.SameFile same) {
			return new OtherRun(same.run(), same.released().by(), same.released().at());
		}

	}

}
