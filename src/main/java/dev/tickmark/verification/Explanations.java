package dev.tickmark.verification;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import dev.tickmark.ledger.QuestionStory;
import dev.tickmark.ledger.RowPlace;
import dev.tickmark.ledger.RowStories;
import dev.tickmark.ledger.RowStory;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.verification.definition.JobDefinition;

/**
 * Explains one row of a run: what was asked, what was answered, and why the verdict is
 * what it is. It only reads, and needs no provider's settings.
 */
@Service
public class Explanations {

	private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

	private final Runs runs;

	private final RowStories stories;

	private final RoutingRule routing;

	private final Rereading rereading;

	private final RunDefinition definitions;

	private final Clearances clearances;

	Explanations(Runs runs, RowStories stories, RoutingRule routing, Rereading rereading, RunDefinition definitions,
			Clearances clearances) {
		this.runs = runs;
		this.stories = stories;
		this.routing = routing;
		this.rereading = rereading;
		this.definitions = definitions;
		this.clearances = clearances;
	}

	/**
	 * Explains the row that begins on a line of a run's file, counted from 1; none, where
	 * several begin on it.
	 */
	public Explained explain(long run, long line) {
		return in(run, (found) -> onLine(found, line, null));
	}

	/**
	 * Explains one of the rows that begin on a line.
	 * @param nth which of them, counted from 1
	 */
	public Explained explain(long run, long line, long nth) {
		return in(run, (found) -> onLine(found, line, nth));
	}

	/** Explains the row with this number in a run, counted from 1. */
	public Explained explainRow(long run, long number) {
		return in(run,
				(found) -> this.stories.find(run, number)
					.map((row) -> explain(found, row))
					.orElseGet(() -> new Explained.NoRow(
							"Run " + run + " has no row " + number + "; its rows are 1 to " + found.rows() + ".")));
	}

	private Explained in(long number, Function<Run, Explained> explanation) {
		Optional<Run> found = this.runs.find(number);
		if (found.isEmpty()) {
			return new Explained.NoRow("There is no run " + number + "; tickmark runs lists those there are.");
		}
		Run run = found.get();
		if (run.rows() == null) {
			return new Explained.NoRow("Run " + number + " has not read its file yet: continue it first.");
		}
		return (run.rows() > 0) ? explanation.apply(run) : new Explained.NoRow("Run " + number + " has no rows.");
	}

	private Explained onLine(Run run, long line, @Nullable Long nth) {
		// of several, the last
		Optional<RowStory> found = this.stories.upTo(run.id(), line);
		if (found.isEmpty() || found.get().line() != line) {
			return new Explained.NoRow(elsewhere(run, line, found, this.stories.lines(run.id()).orElseThrow()));
		}
		RowPlace last = found.get().place();
		long wanted = (nth != null) ? nth : 1;
		if ((nth == null && last.isOneOfSeveral()) || wanted < 1 || wanted > last.onLine()) {
			return new Explained.NoRow(howToName(run, last));
		}
		return explain(run, (wanted == last.nth()) ? found.get()
				: this.stories.find(run.id(), last.number() - last.nth() + wanted).orElseThrow());
	}

	private static String howToName(Run run, RowPlace last) {
		String explain = "tickmark explain " + run.id() + " " + last.line();
		return last.isOneOfSeveral()
				? last.onLine() + " rows begin on line " + last.line() + ": ask for one of them, from " + explain
						+ ":1 to " + explain + ":" + last.nth()
				: "One row begins on line " + last.line() + ": ask for it by " + explain;
	}

	private Explained explain(Run run, RowStory row) {
		QuestionStory question = row.question();
		Payee payee = row.payee();
		if (question == null || payee == null) {
			return new Explained.Rejected(run, row);
		}
		JobDefinition job = this.definitions.keptOrOwn(run);
		List<Explained.ReadCall> calls = this.rereading.of(run, question);
		Explained.First first = (row.first() != null) ? first(run, row.first(), payee, job) : null;
		ProviderName provider = question.verification().provider();
		String routing = (first != null)
				? "Fallen back to " + provider + ": " + first.question().verification().provider()
						+ " is unable to check it, and the rule names the fall-back."
				: this.routing.of(payee, provider, job);
		return new Explained.Asked(run, row, question, routing, calls, Comparison.of(question, calls), first,
				this.clearances.payment(run, job, question));
	}

	private Explained.First first(Run run, QuestionStory question, Payee payee, JobDefinition job) {
		List<Explained.ReadCall> calls = this.rereading.of(run, question);
		return new Explained.First(question, this.routing.of(payee, question.verification().provider(), job), calls,
				Comparison.of(question, calls));
	}

	private static String elsewhere(Run run, long line, Optional<RowStory> before, RowStories.Lines lines) {
		String there = " The rows of " + run.fileName() + " begin on lines " + lines.first() + " to " + lines.last()
				+ ".";
		if (before.isEmpty()) {
			return ((line < 1) ? "Lines are counted from 1."
					: "Line " + line + " is above the first row, where the header is.") + there;
		}
		RowStory row = before.get();
		long end = row.line()
				+ row.fields().stream().mapToLong((field) -> LINE_BREAK.matcher(field).results().count()).sum();
		String explain = "; ask for that: tickmark explain " + run.id() + " " + row.place().name();
		if (line <= end) {
			return "Line " + line + " is in the middle of the row that begins on line " + row.line() + explain;
		}
		return (row.line() == lines.last()) ? "Line " + line + " is behind the last row." + there
				: "No row begins on line " + line + ": it is blank, or it belongs to the row that begins on line "
						+ row.line() + explain;
	}

}
