package dev.tickmark.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.story.Moments;
import dev.tickmark.ledger.Owner;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Standing;
import dev.tickmark.payee.Verdict;

/** How a run stands, as lines of text. */
final class RunLines {

	private static final int INDENT = 7;

	private final Continuation continuation;

	private final Set<Long> held;

	/**
	 * Made for a list of runs.
	 * @param held those whose payable half waits for a release
	 */
	RunLines(Continuation continuation, Set<Long> held) {
		this.continuation = continuation;
		this.held = Set.copyOf(held);
	}

	List<String> of(Standing standing) {
		Run run = standing.run();
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "%5d  %-9s%s   %s%s", run.id(), word(standing), counts(standing),
				Paragraph.harmless(run.filePath()), run.key().sandbox() ? " (sandbox)" : ""));
		say(lines, times(standing));
		why(standing).forEach((sentence) -> say(lines, sentence));
		if (this.held.contains(run.id())) {
			say(lines, "What can be paid is held until a second person releases it, in the web application.");
		}
		if (run.state().hasEnded()) {
			// copied in one piece, so it is not broken
			lines.add(indented("report:   " + Paragraph.harmless(run.reports().toString())));
		}
		if (isToBeContinued(standing)) {
			lines.add(indented("continue: " + this.continuation.command(run)));
			String obstacle = this.continuation.obstacle(run);
			if (obstacle != null) {
				say(lines, obstacle);
			}
		}
		return lines;
	}

	private static String word(Standing standing) {
		return switch (standing.run().state()) {
			case STARTED -> standing.cutOff() ? "CUT OFF" : "RUNNING";
			case STOPPED, FAILED, OPEN, COMPLETE -> standing.run().state().name();
		};
	}

	private static String counts(Standing standing) {
		Long rows = standing.run().rows();
		if (rows == null) {
			return String.format(Locale.ROOT, "%-41s", "   not read yet");
		}
		return String.format(Locale.ROOT, "%,9d rows%,9d final%,9d open", rows, rows - standing.openRows(),
				standing.openRows());
	}

	private static String times(Standing standing) {
		Run run = standing.run();
		String since = switch (run.state()) {
			case STARTED -> progress(standing);
			case STOPPED -> "stopped " + Moments.seconds(run.changedAt());
			case FAILED -> "failed " + Moments.seconds(run.changedAt());
			case OPEN -> "ended " + Moments.seconds(run.changedAt());
			case COMPLETE -> "complete since " + Moments.seconds(run.changedAt());
		};
		return "began " + Moments.seconds(run.createdAt()) + ", " + since;
	}

	private static String progress(Standing standing) {
		Run run = standing.run();
		Instant answered = standing.lastAnswerAt();
		boolean again = Duration.between(run.createdAt(), run.changedAt()).compareTo(Duration.ofSeconds(1)) > 0;
		return (again ? "taken up again " + Moments.seconds(run.changedAt()) + ", " : "")
				+ ((answered != null) ? "last settled answer " + Moments.seconds(answered) : "no answer settled yet");
	}

	private static List<String> why(Standing standing) {
		List<String> why = new ArrayList<>();
		Owner owner = standing.owner();
		if (standing.run().state() == RunState.STARTED) {
			why.add((owner == null)
					? "Cut off: it was killed, or its machine went down. Nobody is at work on it; answers that came are kept."
					: "At work on it: " + owner(owner) + ".");
		}
		if (standing.run().state() == RunState.OPEN && !standing.open().isEmpty()) {
			why.add("Still open: " + verdicts(standing.open()) + ".");
		}
		String message = standing.run().message();
		if (message != null && !message.isBlank()) {
			why.add("Why: " + message + (message.matches("(?s).*[.!?…]") ? "" : "."));
		}
		Long newer = standing.newer();
		if (newer != null && standing.run().state() != RunState.COMPLETE) {
			why.add("Nothing continues it: run " + newer + " is a later one of the same content.");
		}
		return why;
	}

	private static String owner(Owner owner) {
		@Nullable Instant since = owner.since();
		return owner.name() + ((since != null) ? ", since " + Moments.seconds(since) : "");
	}

	private static String verdicts(Map<Verdict, Long> open) {
		return open.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
			.map((count) -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
			.collect(Collectors.joining(", "));
	}

	private static boolean isToBeContinued(Standing standing) {
		return standing.newer() == null && switch (standing.run().state()) {
			case STARTED -> standing.cutOff();
			case STOPPED, FAILED, OPEN -> true;
			case COMPLETE -> false;
		};
	}

	private static void say(List<String> lines, String text) {
		lines.addAll(Paragraph.lines(INDENT, text));
	}

	private static String indented(String text) {
		return " ".repeat(INDENT) + text;
	}

}
