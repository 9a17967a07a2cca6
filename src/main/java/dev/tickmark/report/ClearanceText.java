package dev.tickmark.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.tickmark.payee.Clearance;

/** Whether what can be paid of a run may be handed out, in a sentence or two. */
public final class ClearanceText {

	private static final DateTimeFormatter TIME = DateTimeFormatter
		.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private ClearanceText() {
	}

	/** Empty when nobody has to release it. */
	public static String of(Clearance clearance) {
		return switch (clearance) {
			case Clearance.NotNeeded _ -> "";
			case Clearance.Released released -> "The payable half was released by " + decided(released.by());
			case Clearance.Held held -> held(held);
		};
	}

	private static String held(Clearance.Held held) {
		Clearance.Decision refused = held.refused();
		Clearance.Decision before = held.before();
		String sentence = (refused != null) ? "The payable half is held: its release was refused by " + decided(refused)
				: "The payable half is held for release by a second person.";
		return (before == null) ? sentence
				: sentence + " With other rows, " + before.rows() + " of them, it was released by " + before.by()
						+ " on " + time(before.at()) + ": pay none of these twice.";
	}

	private static String decided(Clearance.Decision decision) {
		String comment = decision.comment();
		return decision.by() + " on " + time(decision.at())
				+ ((comment != null) ? ": \"" + comment.strip() + "\"" : ".");
	}

	private static String time(Instant at) {
		return TIME.format(at);
	}

}
