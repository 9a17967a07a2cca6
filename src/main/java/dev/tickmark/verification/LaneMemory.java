package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.CallJournal;
import dev.tickmark.ledger.LatestCalls;
import dev.tickmark.provider.Allowance;
import dev.tickmark.provider.Lane;

/** What the ledger knows about a lane from before. */
@Component
public class LaneMemory {

	/** What is shorter is over before a process has started. */
	private static final Duration REMEMBERED = Duration.ofMinutes(1);

	/** Enough for an average, and read in no time. */
	private static final int VERIFICATIONS = 500;

	private final CallJournal journal;

	private final LatestCalls latest;

	LaneMemory(CallJournal journal, LatestCalls latest) {
		this.journal = journal;
		this.latest = latest;
	}

	/**
	 * Counts the calls of before: a limit of a minute or more outlasts a restart, and
	 * another run of the same day.
	 */
	public void remind(Lane lane, boolean sandbox) {
		Allowance longest = lane.allowances().getLast();
		if (longest.per().compareTo(REMEMBERED) >= 0) {
			lane.remember(this.journal.sent(lane.provider().name(), sandbox, lane.counted(),
					Instant.now().minus(longest.per()), longest.calls()));
		}
	}

	/**
	 * What its latest verifications took.
	 * @param recheck by which the delays between calls are known
	 */
	Usual usual(Lane lane, boolean sandbox, RecheckSettings recheck) {
		return Usual.of(lane, this.latest.of(lane.provider().name(), sandbox, VERIFICATIONS), recheck);
	}

}
