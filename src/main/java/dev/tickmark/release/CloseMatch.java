package dev.tickmark.release;

import java.util.Optional;

import dev.tickmark.ledger.release.RememberedMatches.Candidate;
import dev.tickmark.payee.AcceptedMatch;
import dev.tickmark.payee.Verdict;

/** An answer that a person can accept; there is none but of a CLOSE_MATCH. */
record CloseMatch(Candidate answer) {

	CloseMatch {
		String verdict = answer.verdict();
		if (verdict == null || !AcceptedMatch.isAcceptable(Verdict.valueOf(verdict))
				|| !"CONCLUDED".equals(answer.state())) {
			throw new IllegalArgumentException("a row with " + verdict + " cannot be accepted by a person");
		}
	}

	/** The answer, if it can be accepted. */
	static Optional<CloseMatch> of(Candidate answer) {
		String verdict = answer.verdict();
		boolean acceptable = verdict != null && AcceptedMatch.isAcceptable(Verdict.valueOf(verdict))
				&& "CONCLUDED".equals(answer.state());
		return acceptable ? Optional.of(new CloseMatch(answer)) : Optional.empty();
	}

}
