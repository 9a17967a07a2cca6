package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.tickmark.sandbox.RecordedSubmission;

/**
 * What one provider charged, by its own record, held against the ledger's journal.
 *
 * @param questions the submissions of each question, the oldest first
 * @param calls the calls in whose answers a submission is named, by the hash of its id
 */
record Charged(Map<Long, List<RecordedSubmission>> questions, Map<Long, List<JournalledCall>> calls) {

	static Charged of(Path record, String provider, List<JournalledCall> journal) throws IOException {
		List<RecordedSubmission> submissions = RecordedSubmission.of(record, provider);
		Map<Long, List<RecordedSubmission>> questions = new TreeMap<>();
		Set<Long> ids = new HashSet<>();
		for (RecordedSubmission submission : submissions) {
			questions.computeIfAbsent(submission.question(), (_) -> new ArrayList<>()).add(submission);
			ids.add(submission.id());
		}
		Map<Long, List<JournalledCall>> calls = new HashMap<>();
		for (JournalledCall call : journal) {
			if (call.provider().equals(provider)) {
				call.named()
					.stream()
					.filter(ids::contains)
					.forEach((id) -> calls.computeIfAbsent(id, (_) -> new ArrayList<>()).add(call));
			}
		}
		return new Charged(questions, calls);
	}

	/** Questions that no verification of the ledger is about. */
	long withoutARow() {
		return this.questions.values()
			.stream()
			.filter((asked) -> asked.stream().allMatch((one) -> about(one).isEmpty()))
			.count();
	}

	/** Submissions beyond each question's first. */
	int again() {
		return this.questions.values().stream().mapToInt((asked) -> asked.size() - 1).sum();
	}

	/** Submissions beyond each question's first, by the first row that asks it. */
	Map<Integer, Integer> againByRow() {
		Map<Integer, Integer> again = new TreeMap<>();
		this.questions.values().stream().filter((asked) -> asked.size() > 1).forEach((asked) -> {
			int row = asked.stream()
				.flatMap((one) -> about(one).stream())
				.mapToInt(JournalledCall::firstRow)
				.findFirst()
				.orElse(0);
			again.merge(row, asked.size() - 1, Integer::sum);
		});
		return again;
	}

	/** Submissions of a question to which the journal had an answer by then. */
	long despiteAnAnswer() {
		return this.questions.values().stream().mapToLong((asked) -> {
			long answered = asked.stream()
				.flatMap((one) -> about(one).stream())
				.filter(JournalledCall::isTaken)
				.mapToLong((call) -> call.answeredAt().toEpochMilli())
				.min()
				.orElse(Long.MAX_VALUE);
			return asked.stream().filter((one) -> one.createdAt() > answered).count();
		}).sum();
	}

	/** Submissions that began before an earlier one of the same question was over. */
	long overlapping() {
		return this.questions.values().stream().mapToLong((asked) -> {
			long overlapping = 0;
			for (int i = 1; i < asked.size(); i++) {
				if (asked.get(i).createdAt() < asked.get(i - 1).endsAt()) {
					overlapping++;
				}
			}
			return overlapping;
		}).sum();
	}

	private List<JournalledCall> about(RecordedSubmission submission) {
		return this.calls.getOrDefault(submission.id(), List.of());
	}

}
