package dev.tickmark.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.story.Durations;
import dev.tickmark.story.Moments;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.provider.Allowance;
import dev.tickmark.verification.LanePlan;
import dev.tickmark.verification.Plan;
import dev.tickmark.verification.Rejection;

/** What a run would be, as lines of text. */
final class PlanLines {

	private static final int WIDTH = 100;

	private static final Duration DAY = Duration.ofDays(1);

	private final Plan plan;

	private PlanLines(Plan plan) {
		this.plan = plan;
	}

	static List<String> of(Plan plan) {
		PlanLines lines = new PlanLines(plan);
		List<String> all = new ArrayList<>();
		if (!plan.lanes().isEmpty()) {
			all.add("");
			all.addAll(lines.lanes());
			all.add("");
			all.addAll(lines.allowances());
		}
		all.add("");
		all.addAll(lines.sentences());
		all.addAll(lines.rejections());
		return all;
	}

	private List<String> lanes() {
		boolean deadline = this.plan.deadline() != null;
		Grid grid = new Grid("lrrrrrrr");
		grid.add("lane", "rows", "verifications", "calls expected", "time", "price", "done by",
				deadline ? "deadline" : "");
		for (LanePlan lane : this.plan.lanes()) {
			grid.add(lane.provider().value(), number(lane.rows()), number(lane.verifications()),
					calls(lane.calls(), lane.history() > 0), Durations.text(lane.time()), price(lane.price()),
					doneBy(lane.time()), deadline ? deadline(lane.time()) : "");
		}
		grid.add("all", number(this.plan.rowsAsked()), number(this.plan.verifications()),
				calls(this.plan.calls(), this.plan.lanes().stream().allMatch((lane) -> lane.history() > 0)),
				Durations.text(this.plan.time()), price(this.plan.price()), doneBy(this.plan.time()),
				deadline ? deadline(this.plan.time()) : "");
		return grid.lines();
	}

	private List<String> allowances() {
		Grid grid = new Grid("lrlrl");
		grid.add("lane", "calls each", "known from", "calls left", "");
		for (LanePlan lane : this.plan.lanes()) {
			String name = lane.provider().value();
			String each = String.format(Locale.ROOT, "%.2f", lane.callsEach());
			String known = (lane.history() > 0) ? "its last " + number(lane.history()) + " verifications"
					: "no history: at least";
			for (Allowance allowance : lane.allowances()) {
				String today = (allowance.per().compareTo(DAY) >= 0) ? ", today" : "";
				grid.add(name, each, known, number(allowance.left()), "of " + allowance.limit() + today);
				name = "";
				each = "";
				known = "";
			}
		}
		return grid.lines();
	}

	private List<String> sentences() {
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "%,d rows: %,d to be asked about, %,d rejected without a call.",
				this.plan.rows(), this.plan.rowsAsked(), this.plan.rejected()));
		lines.addAll(reused());
		if (!this.plan.lanes().isEmpty()) {
			lines.addAll(Paragraph.lines(0, WIDTH,
					"Started now, it would take " + Durations.text(this.plan.time()) + " and be done by "
							+ doneBy(this.plan.time()) + " (" + Moments.zone(this.plan.start()) + "). " + end()
							+ price()));
		}
		if (this.plan.fallbacks() > 0) {
			lines.addAll(Paragraph.lines(0, WIDTH, "Up to " + number(this.plan.fallbacks())
					+ " rows may be asked of another provider, if the first is unable to check them: that is neither"
					+ " forecast nor priced."));
		}
		Run known = this.plan.known();
		if (known != null) {
			lines.addAll(Paragraph.lines(0, WIDTH, known(known)));
		}
		String noHistory = this.plan.noHistory();
		if (noHistory != null) {
			lines.addAll(Paragraph.lines(0, WIDTH, "Forecast without history: " + noHistory));
		}
		return lines;
	}

	/** What is not asked, lane by lane. */
	private List<String> reused() {
		String reused = this.plan.lanes()
			.stream()
			.filter((lane) -> lane.reused() > 0)
			.map((lane) -> number(lane.reused()) + " of " + lane.provider())
			.collect(Collectors.joining(", "));
		return reused.isEmpty() ? List.of() : Paragraph.lines(0, WIDTH, "Of the verifications, " + reused
				+ " would be reused from other runs: no call is expected, and nothing paid, for them.");
	}

	private static String known(Run run) {
		return (run.state() == RunState.COMPLETE)
				? "But this content was verified before, in run " + run.id()
						+ ": the command would ask nobody. With --again it would be as above."
				: "But this content has a run that is not complete, run " + run.id()
						+ ": the command would continue it, and ask no more than what is still open.";
	}

	/** Whether it ends in time, and what would be left. */
	private String end() {
		String left = this.plan.lanes()
			.stream()
			.filter((lane) -> lane.rowsLeft() > 0)
			.map((lane) -> number(lane.rowsLeft()) + " rows of " + lane.provider())
			.collect(Collectors.joining(", "));
		Instant deadline = this.plan.deadline();
		Duration spare = this.plan.spare();
		if (deadline == null || spare == null) {
			return left.isEmpty() ? ""
					: "The quota of the day does not last: left for another run would be " + left + ". ";
		}
		String when = "The deadline, " + Moments.soon(deadline, this.plan.start()) + ", would be ";
		return spare.isNegative() ? when + "missed by " + Durations.text(spare.abs())
				+ (left.isEmpty() ? "" : "; left would be " + left) + ". "
				: when + "met, with " + Durations.text(spare) + " to spare. ";
	}

	private String price() {
		String unknown = this.plan.lanes()
			.stream()
			.filter((lane) -> lane.price() == null)
			.map((lane) -> lane.provider().value())
			.collect(Collectors.joining(", "));
		if (this.plan.price() == null) {
			return "No price is set (tickmark.providers.<name>.price).";
		}
		return "The price is in the currency of the contract"
				+ (unknown.isEmpty() ? "." : "; none is set for " + unknown + ".");
	}

	private List<String> rejections() {
		List<String> lines = new ArrayList<>();
		if (this.plan.rejections().isEmpty()) {
			return lines;
		}
		lines.add("");
		lines.add("Rejected:");
		int width = this.plan.rejections().stream().mapToInt((row) -> column(row).length()).max().orElse(0);
		int digits = number(this.plan.rejections().getLast().line()).length();
		for (Rejection row : this.plan.rejections()) {
			String where = "  line " + " ".repeat(digits - number(row.line()).length()) + number(row.line()) + "  "
					+ column(row) + " ".repeat(width - column(row).length()) + "  ";
			List<String> text = Paragraph.lines(where.length(), WIDTH, row.problem().text());
			lines.add(where + text.getFirst().substring(where.length()));
			lines.addAll(text.subList(1, text.size()));
		}
		long more = this.plan.rejected() - this.plan.rejections().size();
		if (more > 0) {
			lines.add("  and " + number(more) + " more");
		}
		return lines;
	}

	private static String column(Rejection row) {
		String column = row.problem().column();
		return (column != null) ? Paragraph.harmless(column) : "-";
	}

	private String doneBy(Duration time) {
		return Moments.soon(this.plan.start().plus(time), this.plan.start());
	}

	private String deadline(Duration time) {
		Instant deadline = this.plan.deadline();
		return (deadline == null || this.plan.start().plus(time).isAfter(deadline)) ? "missed" : "met";
	}

	private static String calls(long calls, boolean known) {
		return (known ? "about " : "at least ") + number(calls);
	}

	private static String price(@Nullable BigDecimal price) {
		return (price != null) ? String.format(Locale.ROOT, "%,.2f", price) : "-";
	}

	private static String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

}
