package dev.tickmark.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.QuestionStory;
import dev.tickmark.ledger.RowPlace;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.VerificationState;
import dev.tickmark.provider.Reading;
import dev.tickmark.verification.Explained.Agreement;
import dev.tickmark.verification.Explained.Agreement.Kind;
import dev.tickmark.verification.Explained.ReadCall;

/** Holds the ledger's verdict against what the calls amount to. */
final class Comparison {

	private Comparison() {
	}

	static Agreement of(QuestionStory question, List<ReadCall> calls) {
		Finding told = question.finding();
		QuestionStory.Reused reused = question.reused();
		if (reused != null) {
			return reused(told, question.checkedAt(), reused);
		}
		if (question.state() == VerificationState.ASKING || question.verification().answerWaits()) {
			return open(unsettled(question));
		}
		if (told == null) {
			return open(calls.isEmpty() ? "The provider was not asked yet." : unsettled(question));
		}
		if (calls.isEmpty()) {
			return uncalled(told);
		}
		return switch (calls.getLast().reading()) {
			case null -> open("This version does not know the provider, and cannot read its answers.");
			case Reading.Further _ -> uncalled(told);
			case Reading.Done done -> done(told, question.state(), calls.getLast().call(), done.outcome());
		};
	}

	/** What is another run's answer must be what that run has. */
	private static Agreement reused(@Nullable Finding told, @Nullable Instant checkedAt, QuestionStory.Reused reused) {
		String original = "run " + reused.run() + ", " + ((reused.firstRows().size() == 1) ? "line " : "lines ")
				+ String.join(", ", reused.firstRows().stream().map(RowPlace::name).toList());
		Finding found = reused.finding();
		if (told == null || found == null || checkedAt == null || reused.firstRows().isEmpty()) {
			return new Agreement(Kind.DIFFERS,
					"It is reused from run " + reused.run() + ", which has no answer to it.");
		}
		List<String> differences = differences(told, found);
		if (!differences.isEmpty()) {
			return new Agreement(Kind.DIFFERS, "It is reused from " + original + ", and there it is " + says(found)
					+ " Here the ledger says something else: " + String.join("; ", differences) + ".");
		}
		return open("Nobody was asked in this run: the answer is reused from " + original
				+ ", where the same question was checked on " + LocalDate.ofInstant(checkedAt, ZoneOffset.UTC)
				+ ". tickmark explain " + reused.run() + " " + reused.firstRows().getFirst().name()
				+ " has the calls.");
	}

	/** What a call amounts to, in one word and a sentence. */
	static String read(@Nullable Reading reading) {
		return switch (reading) {
			case null -> "not read: this version does not know the provider.";
			case Reading.Further further -> "Further: " + further.why() + ", so another call follows.";
			case Reading.Done done -> done.outcome().getClass().getSimpleName() + ": " + says(done.outcome().finding());
		};
	}

	private static Agreement done(Finding told, VerificationState state, Call call, Outcome outcome) {
		String read = "Call " + call.number() + " (" + status(call) + ") is read as "
				+ outcome.getClass().getSimpleName() + ": ";
		Map<Finding, String> possible = possible(outcome);
		for (Map.Entry<Finding, String> one : possible.entrySet()) {
			if (differences(told, one.getKey()).isEmpty()) {
				return new Agreement(Kind.FOLLOWS, read + says(outcome.finding()) + one.getValue()
						+ exhausted(state, outcome) + " The ledger says the same.");
			}
		}
		if (!told.verdict().isFinal() && told.verdict() != outcome.finding().verdict()) {
			return uncalled(told);
		}
		return new Agreement(Kind.DIFFERS, read + says(outcome.finding()) + " The ledger says something else: "
				+ String.join("; ", differences(told, outcome.finding())) + ".");
	}

	private static String exhausted(VerificationState state, Outcome outcome) {
		return (outcome instanceof Outcome.Retryable && state == VerificationState.HELD)
				? " No attempt was left, so it stays open until the same command." : "";
	}

	/** What may become of an outcome, with what has to be said of it. */
	private static Map<Finding, String> possible(Outcome outcome) {
		Map<Finding, String> possible = new LinkedHashMap<>();
		possible.put(outcome.finding(), (outcome instanceof Outcome.Adopted)
				? " It is an answer the provider had already, and it answered no other question of this ledger." : "");
		switch (outcome) {
			case Outcome.Adopted adopted -> possible.putIfAbsent(adopted.otherwise(),
					" But that answer is, or may be, one to another question of this ledger, so: "
							+ says(adopted.otherwise()));
			case Outcome.Pending pending ->
				possible.putIfAbsent(pending.given().reference(pending.finding().providerReference()),
						" But the time to wait for an answer was over, so: " + says(pending.given()));
			case Outcome.Retryable retryable -> possible.putIfAbsent(retryable.exhausted(),
					" But no attempt was left, so: " + says(retryable.exhausted()));
			case Outcome.Concluded _, Outcome.ActionRequired _, Outcome.Rejected _, Outcome.Held _,
					Outcome.LaneFault _ ->
				{
				}
		}
		return possible;
	}

	/** A fault of the lane, of the credentials, or a stop between two calls. */
	private static Agreement uncalled(Finding told) {
		return told.verdict().isFinal()
				? new Agreement(Kind.DIFFERS, "The ledger says " + says(told) + " No call of this row says so.")
				: open("No answer about this row says so, but what stopped the asking: " + says(told));
	}

	private static String unsettled(QuestionStory question) {
		Integer asking = question.verification().askingCall();
		if (question.verification().answerWaits() || question.state() != VerificationState.ASKING) {
			return "The latest answer is in the journal, and the verdict that follows is not in the ledger yet: the process"
					+ " at work writes it, or the same command does. What the ledger says is older.";
		}
		return "Call " + asking + " is being made at this moment, or was when its process died. What the ledger says is"
				+ " older.";
	}

	/** In what a finding of the ledger differs from another. */
	private static List<String> differences(Finding told, Finding read) {
		List<String> differences = new ArrayList<>();
		differ(differences, "verdict", told.verdict(), read.verdict());
		differ(differences, "account", told.accountState(), read.accountState());
		differ(differences, "name", told.nameMatch(), read.nameMatch());
		differ(differences, "account type", told.accountTypeMatch(), read.accountTypeMatch());
		differ(differences, "basis", told.basis(), read.basis());
		differ(differences, "reason code", told.reasonCode(), read.reasonCode());
		if (!told.reason().equals(read.reason())) {
			differences.add("reason \"" + told.reason() + "\"");
		}
		if (!Objects.equals(told.suggestedName(), read.suggestedName())) {
			differences.add("another suggested name");
		}
		// an answer without a reference leaves the one that is known
		if (read.providerReference() != null && !read.providerReference().equals(told.providerReference())) {
			differences.add("another reference of the provider");
		}
		return differences;
	}

	private static void differ(List<String> differences, String what, @Nullable Object told, @Nullable Object read) {
		if (!Objects.equals(told, read)) {
			differences.add(what + " " + ((told != null) ? told : "none"));
		}
	}

	private static String says(Finding finding) {
		return finding.verdict() + ". " + finding.reason();
	}

	private static String status(Call call) {
		return switch (call.answer()) {
			case Answer.Received received -> "HTTP " + received.status();
			case Answer.Missing _ -> "no answer";
		};
	}

	private static Agreement open(String text) {
		return new Agreement(Kind.OPEN, text);
	}

}
