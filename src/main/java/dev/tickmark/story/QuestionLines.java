package dev.tickmark.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.QuestionStory;
import dev.tickmark.ledger.RowPlace;
import dev.tickmark.ledger.RowStory;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verification;

/** A question and its verdict, as sentences. */
final class QuestionLines {

	private QuestionLines() {
	}

	/** Which rows ask the same. */
	static String shared(RowStory row, QuestionStory question) {
		if (question.rows() == 1) {
			return "No other row of the file asks the same.";
		}
		List<RowPlace> rows = question.firstRows();
		String more = (question.rows() > rows.size()) ? " and " + (question.rows() - rows.size()) + " more" : "";
		String first = (rows.getFirst().number() == row.place().number()) ? "this row"
				: "line " + rows.getFirst().name();
		return question.rows() + " rows ask the same, which is asked once: lines "
				+ rows.stream().map(RowPlace::name).collect(Collectors.joining(", ")) + more + ". The first is " + first
				+ ".";
	}

	static List<String> verdict(QuestionStory question, MaskedText text) {
		Verification verification = question.verification();
		List<String> said = new ArrayList<>();
		Finding finding = question.finding();
		if (finding == null) {
			said.add("PENDING: " + verification.provider() + " was not asked yet, or its first answer is not settled.");
		}
		else {
			said.add(finding.verdict() + " (" + (finding.verdict().isFinal() ? "final" : "not final") + "), by "
					+ verification.provider() + sandbox(question) + checkedAt(question) + reused(question));
			said.add(text.of(finding.reason()));
			said.add("account " + finding.accountState() + ", name " + finding.nameMatch() + ", account type "
					+ finding.accountTypeMatch() + ", basis " + finding.basis());
			add(said, "reason code ", finding.reasonCode(), text);
			add(said, "name that the provider suggests: ", finding.suggestedName(), text);
			add(said, "provider's reference ", finding.providerReference(), text);
		}
		int repeats = Call.repeats(verification.calls());
		said.add("attempts " + verification.attempts() + ", calls " + verification.calls().size() + ", repeats "
				+ repeats + ((verification.failures() > 0) ? ", failed in a row " + verification.failures() : ""));
		said.add(state(question));
		question.readBacks().forEach((told) -> said.add(readBack(told, text)));
		return said;
	}

	private static String readBack(QuestionStory.ReadBackTold told, MaskedText text) {
		String difference = (told.difference() != null) ? ": " + text.of(told.difference()) : "";
		return "read back " + Moments.seconds(told.readAt()) + " (reconciliation " + told.reconciliation() + "): "
				+ switch (told.result()) {
					case AGREES -> "the provider says the same";
					case CHANGED -> "the provider says something else by then" + difference;
					case CONCLUDED -> "it was final there, and so it is here since" + difference;
					case PENDING_THERE -> "still open there" + difference;
					case UNKNOWN_THERE -> "the provider knew no such verification any more";
					case NOT_READABLE -> "the provider's answer could not be read" + difference;
				} + ".";
	}

	private static void add(List<String> said, String what, @Nullable String value, MaskedText text) {
		if (value != null) {
			said.add(what + text.of(value));
		}
	}

	private static String reused(QuestionStory question) {
		QuestionStory.Reused reused = question.reused();
		return (reused != null) ? ", reused from run " + reused.run() : "";
	}

	private static String sandbox(QuestionStory question) {
		QuestionStory.Reused reused = question.reused();
		boolean simulated = (reused != null && reused.sandbox()) || question.verification()
			.calls()
			.stream()
			.anyMatch((call) -> call.answer() instanceof Answer.Received received && received.isSandboxs());
		return simulated ? " (sandbox)" : "";
	}

	private static String checkedAt(QuestionStory question) {
		Instant checked = question.checkedAt();
		return (checked != null) ? ", checked " + Moments.milliseconds(checked) : "";
	}

	private static String state(QuestionStory question) {
		Instant next = question.nextAttemptAt();
		String due = (next != null) ? "; looked at again from " + Moments.seconds(next) + " on" : "";
		String state = "state " + question.state();
		return switch (question.state()) {
			case CONCLUDED -> state;
			case READY -> state + ": it is asked when its turn comes, or by the same command.";
			case ASKING -> state + ": call " + Objects.requireNonNullElse(question.verification().askingCall(), 0)
					+ " is under way, or was when its process died.";
			case WAITING -> state + ": the provider is at work" + due + waits(question) + ".";
			case RETRY -> state + ": the latest attempt failed" + due + ".";
			case ACTION_REQUIRED -> state + ": a person has to act"
					+ (question.handedOver() ? "; the link is in actions.csv of the report" : "") + due + ".";
			case HELD -> state + ": left alone until the same command looks again.";
		};
	}

	private static String waits(QuestionStory question) {
		Instant until = question.verification().deadline();
		return (until != null) ? ", given up at " + Moments.seconds(until) : "";
	}

}
