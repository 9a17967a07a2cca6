package dev.tickmark.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.QuestionStory;
import dev.tickmark.ledger.RowStory;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Problem;
import dev.tickmark.verification.Explained;

/** The whole story of a row, as lines of text. */
final class StoryLines {

	private static final int INDENT = 2;

	/** An answer could claim any number of them. */
	private static final int MOST_SECRETS = 200;

	private final List<String> lines = new ArrayList<>();

	private StoryLines() {
	}

	static List<String> of(Explained.Rejected rejected) {
		StoryLines story = new StoryLines();
		RowStory row = rejected.row();
		MaskedText text = new MaskedText(MaskedRow.numbers(rejected.run().header(), row), Set.of(), "");
		story.row(rejected.run(), row, text);
		story.title("Why nobody was asked");
		Problem problem = row.problem();
		if (problem != null) {
			story.say(((problem.column() != null) ? problem.column() + ": " : "") + text.of(problem.text()));
		}
		story.title("The verdict");
		story.say("REJECTED_INPUT. It is final, and cost nothing: no call was made.");
		return story.lines;
	}

	static List<String> of(Explained.Asked asked) {
		StoryLines story = new StoryLines();
		Run run = asked.run();
		MaskedText text = text(asked);
		story.row(run, asked.row(), text);
		Explained.First first = asked.first();
		if (first != null) {
			story.title("Who was asked first");
			story.say(first.routing());
			story.calls(first.calls(), text);
			story.verdict(first.question(), first.agreement(), text);
		}
		story.title((first != null) ? "Who is asked instead" : "Who is asked");
		story.say(asked.routing());
		story.say(QuestionLines.shared(asked.row(), asked.question()));
		story.calls(asked.calls(), text);
		story.verdict(asked.question(), asked.agreement(), text);
		story.title("Whether it may be paid");
		PaymentLines.of(asked.payment()).forEach(story::say);
		return story.lines;
	}

	private void calls(List<Explained.ReadCall> calls, MaskedText text) {
		title("What was asked and answered");
		if (calls.isEmpty()) {
			say("There is no call.");
		}
		CallLines.of(calls, text).forEach(this::add);
	}

	private void verdict(QuestionStory question, Explained.Agreement agreement, MaskedText text) {
		title("The verdict");
		QuestionLines.verdict(question, text).forEach(this::say);
		title(switch (agreement.kind()) {
			case FOLLOWS -> "The verdict follows from the calls";
			case OPEN -> "What the verdict rests on";
			case DIFFERS -> "THE VERDICT DOES NOT FOLLOW FROM THE CALLS";
		});
		say(text.of(agreement.text()));
	}

	private static MaskedText text(Explained.Asked asked) {
		Set<String> secrets = new LinkedHashSet<>();
		Stream<Explained.ReadCall> before = (asked.first() != null) ? asked.first().calls().stream() : Stream.empty();
		Stream.concat(before, asked.calls().stream()).forEach((call) -> {
			if (call.call().answer() instanceof Answer.Received received) {
				MaskedJson.secrets(received.body()).stream().limit(MOST_SECRETS).forEach(secrets::add);
			}
		});
		Finding finding = asked.question().finding();
		@Nullable String reference = (finding != null) ? finding.providerReference() : null;
		return new MaskedText(MaskedRow.numbers(asked.run().header(), asked.row()), secrets,
				(reference != null) ? reference : "");
	}

	private void row(Run run, RowStory row, MaskedText text) {
		add("Line " + row.line() + " of " + Paragraph.harmless(run.filePath()) + ", in run " + run.id()
				+ (run.key().sandbox() ? " (sandbox)" : ""));
		add("SHA-256 of the file: " + run.key().sha256());
		add("Times are those of " + Moments.zone(run.createdAt()) + ". Numbers are shown by their last characters.");
		title("The row");
		MaskedRow.lines(run.header(), row, text).forEach((line) -> add(" ".repeat(INDENT) + line));
	}

	private void title(String title) {
		add("");
		add(title);
	}

	private void say(String text) {
		Paragraph.lines(INDENT, text).forEach(this::add);
	}

	private void add(String line) {
		this.lines.add(line);
	}

}
