package dev.tickmark.reconciliation;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.ReadBack;
import dev.tickmark.ledger.ReadBackJournal;
import dev.tickmark.ledger.ReadBackOutcome;
import dev.tickmark.ledger.Verifications;
import dev.tickmark.provider.Reading;

/**
 * Reads one verification back at its provider. Reading asks nothing anew, so a call that
 * was lost with its process is simply made again.
 */
@Component
class ReadingBack {

	private final ReadBackJournal journal;

	private final Verifications verifications;

	ReadingBack(ReadBackJournal journal, Verifications verifications) {
		this.journal = journal;
		this.verifications = verifications;
	}

	/**
	 * Reads it back.
	 * @return what came of it; empty when nobody is asked any more
	 */
	Optional<ReadBackOutcome> read(ReconciliationSession session, ReadingLane lane, ReadBack item) {
		Optional<ReadBackOutcome> read = session
			.work(() -> new ReadBackAttempt(session, lane, item, this.journal, this.verifications).run());
		read.ifPresent((_) -> lane.progress().read());
		return read;
	}

}
