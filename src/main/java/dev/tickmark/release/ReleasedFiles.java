package dev.tickmark.release;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.verification.ReportUnwritable;
import dev.tickmark.verification.RunReport;

/**
 * Writes the report of a run as the ledger says it is: with the payable half when that is
 * released.
 */
@Component
class ReleasedFiles {

	private final Runs runs;

	private final OwnerLocks locks;

	private final RunReport report;

	ReleasedFiles(Runs runs, OwnerLocks locks, RunReport report) {
		this.runs = runs;
		this.locks = locks;
		this.report = report;
	}

	/** Says why it could not be written; null when it is. */
	@Nullable String write(long number) {
		Run run = this.runs.find(number).orElseThrow();
		String later = " The decision holds; the files are written by: tickmark report " + number;
		try (OwnerLocks.Holder holder = this.locks.open()) {
			String lock = run.key().lock();
			if (!holder.take(lock, OwnerLocks.UNTIL_NOTICED)) {
				String other = holder.holder(lock);
				return "Run " + number + " is worked on by " + ((other != null) ? other : "another process") + "."
						+ later;
			}
			this.report.write(this.runs.find(number).orElseThrow());
			return null;
		}
		catch (ReportUnwritable ex) {
			return ex.getMessage() + later;
		}
	}

}
