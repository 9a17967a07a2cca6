package dev.tickmark.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import dev.tickmark.story.Moments;
import dev.tickmark.ledger.AmountSums;
import dev.tickmark.ledger.Figures.LaneCount;
import dev.tickmark.ledger.Owner;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunCheck;
import dev.tickmark.verification.RunFigures;

/** What came of the check of a run, as lines of text. */
final class CheckLines {

	private static final int INDENT = 7;

	private static final String LEFT_OUT = " Left out is what only the end of a run brings: that nothing is being asked any more,"
			+ " and that each row that can fall back has done so. All else holds at every moment, and was checked.";

	private final RunCheck check;

	private final List<String> lines = new ArrayList<>();

	private CheckLines(RunCheck check) {
		this.check = check;
	}

	static List<String> of(RunCheck check) {
		CheckLines lines = new CheckLines(check);
		lines.all();
		return lines.lines;
	}

	private void all() {
		Run run = this.check.run();
		this.lines.add(String.format(Locale.ROOT, "%5d  %-9s  %s   %s%s", run.id(), word(), result(),
				Paragraph.harmless(run.filePath()), run.key().sandbox() ? " (sandbox)" : ""));
		this.check.faults().forEach((fault) -> say("Does not add up: " + fault + "."));
		if (!run.state().hasEnded()) {
			say("Not finished: " + unfinished());
		}
		Long rows = run.rows();
		if (rows == null) {
			return;
		}
		say(String.format(Locale.ROOT, "Rows: %,d in the file, %,d in the ledger, %,d with an outcome.", rows,
				this.check.stored(), this.check.settled()));
		add(VerdictTable
			.of(new RunFigures(this.check.verdicts(), List.of(), this.check.lanes(), List.of(), Duration.ZERO)));
		add(lanes());
		AmountSums amounts = this.check.amounts();
		if (amounts != null) {
			add(AmountTable.of(amounts));
			AmountTable.remarks(amounts, AmountPlaces.isPaymentFile(run)).forEach(this::say);
		}
	}

	private String word() {
		return switch (this.check.run().state()) {
			case STARTED -> (this.check.owner() != null) ? "RUNNING" : "CUT OFF";
			case STOPPED, FAILED, OPEN, COMPLETE -> this.check.run().state().name();
		};
	}

	private String result() {
		if (!this.check.addsUp()) {
			return "DOES NOT ADD UP";
		}
		return this.check.run().state().hasEnded() ? "adds up" : "adds up so far";
	}

	private String unfinished() {
		Run run = this.check.run();
		String why = switch (run.state()) {
			case STARTED -> atWork(this.check.owner());
			case STOPPED -> "it was stopped.";
			case FAILED -> "it failed.";
			case OPEN, COMPLETE -> "";
		};
		String message = run.message();
		String told = (message == null || message.isBlank()) ? ""
				: " Why: " + message + (message.matches("(?s).*[.!?…]") ? "" : ".");
		return why + told + ((run.rows() != null) ? LEFT_OUT
				: " Its file is not taken in yet, which is done in whole or not at all: there is nothing to add up.");
	}

	private static String atWork(@Nullable Owner owner) {
		if (owner == null) {
			return "it was cut off, and nobody is at work on it.";
		}
		@Nullable Instant since = owner.since();
		return owner.name() + " is at work on it" + ((since != null) ? ", since " + Moments.seconds(since) : "") + ".";
	}

	private List<String> lanes() {
		Grid grid = new Grid("lrrrrr").add("lane", "verifications", "final", "reused", "asked", "calls");
		this.check.lanes()
			.forEach((lane) -> grid.add(lane.provider(), number(lane.verifications()), number(lane.concluded()),
					number(lane.reused().verifications()), number(lane.asked()), number(lane.calls())));
		if (this.check.lanes().size() > 1) {
			grid.add("all", sum(LaneCount::verifications), sum(LaneCount::concluded),
					sum((lane) -> lane.reused().verifications()), sum(LaneCount::asked), sum(LaneCount::calls));
		}
		return this.check.lanes().isEmpty() ? List.of() : grid.lines();
	}

	private String sum(ToLongFunction<LaneCount> what) {
		return number(this.check.lanes().stream().mapToLong(what).sum());
	}

	private static String number(long number) {
		return (number != 0) ? String.format(Locale.ROOT, "%,d", number) : "-";
	}

	private void add(List<String> table) {
		table.stream().filter((line) -> !line.isEmpty()).forEach((line) -> this.lines.add(" ".repeat(INDENT) + line));
	}

	private void say(String text) {
		this.lines.addAll(Paragraph.lines(INDENT, text));
	}

}
