package dev.tickmark.story;

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

/** Tells the whole story of a row. */
public final class Stories {

	/** An answer could claim any number of them. */
	private static final int MOST_SECRETS = 200;

	private final List<String> about = new ArrayList<>();

	private final List<Story.Part> parts = new ArrayList<>();

	private Stories() {
	}

	/**
	 * The story of a row about which nobody was asked.
	 * @param file what its file is called
	 */
	public static Story of(Explained.Rejected rejected, String file) {
		Stories story = new Stories();
		RowStory row = rejected.row();
		MaskedText text = new MaskedText(MaskedRow.numbers(rejected.run().header(), row), Set.of(), "");
		story.row(rejected.run(), row, file, text);
		Problem problem = row.problem();
		story.say("Why nobody was asked", (problem == null) ? List.of()
				: List.of(((problem.column() != null) ? problem.column() + ": " : "") + text.of(problem.text())));
		story.say("The verdict", List.of("REJECTED_INPUT. It is final, and cost nothing: no call was made."));
		return new Story(story.about, story.parts);
	}

	/**
	 * The story of a row that was given to a provider.
	 * @param file what its file is called
	 */
	public static Story of(Explained.Asked asked, String file) {
		Stories story = new Stories();
		MaskedText text = text(asked);
		story.row(asked.run(), asked.row(), file, text);
		Explained.First first = asked.first();
		if (first != null) {
			story.say("Who was asked first", List.of(first.routing()));
			story.calls(first.calls(), text);
			story.verdict(first.question(), first.agreement(), text);
		}
		story.say((first != null) ? "Who is asked instead" : "Who is asked",
				List.of(asked.routing(), QuestionLines.shared(asked.row(), asked.question())));
		story.calls(asked.calls(), text);
		story.verdict(asked.question(), asked.agreement(), text);
		story.say("Whether it may be paid", PaymentLines.of(asked.payment()));
		return new Story(story.about, story.parts);
	}

	private void calls(List<Explained.ReadCall> calls, MaskedText text) {
		this.parts.add(new Story.Part("What was asked and answered",
				calls.isEmpty() ? List.of(Story.Line.of("There is no call.")) : CallLines.of(calls, text)));
	}

	private void verdict(QuestionStory question, Explained.Agreement agreement, MaskedText text) {
		say("The verdict", QuestionLines.verdict(question, text));
		say(switch (agreement.kind()) {
			case FOLLOWS -> "The verdict follows from the calls";
			case OPEN -> "What the verdict rests on";
			case DIFFERS -> "THE VERDICT DOES NOT FOLLOW FROM THE CALLS";
		}, List.of(text.of(agreement.text())));
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

	private void row(Run run, RowStory row, String file, MaskedText text) {
		this.about.add("Line " + row.line() + " of " + PlainText.of(file) + ", in run " + run.id()
				+ (run.key().sandbox() ? " (sandbox)" : ""));
		if (row.place().isOneOfSeveral()) {
			this.about.add("Row " + row.place().nth() + " of the " + row.place().onLine()
					+ " that begin on this line: tickmark explain " + run.id() + " " + row.place().name());
		}
		this.about.add("SHA-256 of the file: " + run.key().sha256());
		this.about.add("Times are those of " + Moments.zone(run.createdAt())
				+ ". Numbers are shown by their last characters.");
		this.parts.add(new Story.Part("The row", MaskedRow.lines(run.header(), row, text)));
	}

	private void say(String title, List<String> sentences) {
		this.parts.add(new Story.Part(title, sentences.stream().map(Story.Line::of).toList()));
	}

}
