package dev.tickmark.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.concurrent.Semaphore;

import org.springframework.stereotype.Component;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.verification.RejectedRows;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.JobDefinition;

/** Hands out the rows of an upload that would be rejected, before it has a run. */
@Component
public class RejectedOfUpload {

	/** A whole file is read for each; so many at once are enough. */
	private final Semaphore readers = new Semaphore(2);

	private final RejectedRows rows;

	private final Acts acts;

	private final Clock clock = Clock.systemUTC();

	RejectedOfUpload(RejectedRows rows, Acts acts) {
		this.rows = rows;
		this.acts = acts;
	}

	/**
	 * Opens them, notes who did, and sends them.
	 * @return why that cannot be, in a sentence; empty when they were sent
	 * @throws IOException when it breaks off; what was sent is not all
	 */
	public String send(Actor actor, Upload upload, JobDefinition job, Target target) throws IOException {
		if (!this.readers.tryAcquire()) {
			return "Others are being handed their rejected rows at this moment. Try again in a minute.";
		}
		try {
			this.rows.check(job);
			PayeeFile file = PayeeFile.open(upload.path(), job.input());
			this.acts.add(actor, Deed.to(ActKind.DOWNLOAD, RejectedRows.NAME)
				.saying("of the file " + upload.name() + ", before its run"), this.clock.instant());
			write(file, job, target);
			return "";
		}
		catch (UnreadableFile ex) {
			return Looking.sentence(upload, ex);
		}
		catch (BadDefinition ex) {
			return String.valueOf(ex.getMessage());
		}
		finally {
			this.readers.release();
		}
	}

	/** What is sent of a file that changes meanwhile ends before its end. */
	private void write(PayeeFile file, JobDefinition job, Target target) throws IOException {
		try {
			this.rows.write(file, job, target.open());
		}
		catch (UnreadableFile ex) {
			throw new IOException(ex);
		}
	}

	/** Where they go, opened only when there is something to send. */
	@FunctionalInterface
	public interface Target {

		OutputStream open() throws IOException;

	}

}
