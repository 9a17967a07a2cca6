package dev.tickmark.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;

import dev.tickmark.payee.Call;

/**
 * Brings calls into the journal, though the database be gone or full: the answer was paid
 * for. What the database does not take at once is set aside in a file, so that it
 * outlives this process; it is tried for a little longer, and by the next process.
 */
@Component
public class CallRecorder {

	private static final Logger log = LoggerFactory.getLogger(CallRecorder.class);

	/** Long enough for an embedded server to come up again. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	/** When this process's memory is all there is. */
	private static final RetryTemplate IN_MEMORY = tryingFor(Duration.ofSeconds(60));

	private final CallJournal journal;

	private final SetAside aside;

	private final RetryTemplate retry;

	@Autowired
	CallRecorder(CallJournal journal, SetAside aside) {
		this(journal, aside, PATIENCE);
	}

	CallRecorder(CallJournal journal, SetAside aside, Duration patience) {
		this.journal = journal;
		this.aside = aside;
		this.retry = tryingFor(patience);
	}

	/**
	 * Adds a call.
	 * @param run the identity of the run
	 * @param refused what to do when the database does not take it at once: nothing more
	 * should be asked
	 */
	public void record(UUID run, long verification, Call call, Runnable refused) {
		try {
			this.journal.record(verification, call);
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("verification {}: the database does not take call {}", verification, call.number(), ex);
			refused.run();
			boolean safe = setAside(run, verification, call);
			if (!mayPass(ex)) {
				throw ex;
			}
			(safe ? this.retry : IN_MEMORY).invoke(() -> recordOnce(verification, call));
			this.aside.drop(run, verification, call.number());
		}
	}

	/**
	 * Brings into the journal what an earlier process has set aside. The caller holds the
	 * run's lock.
	 * @return how many answers were found
	 */
	public int adopt(UUID run) {
		int found = 0;
		for (Path file : this.aside.of(run)) {
			try {
				CallOnFile kept = SetAside.read(file);
				recordOnce(kept.verification(), kept.call());
				this.aside.drop(run, kept.verification(), kept.number());
				found++;
			}
			catch (IOException | JacksonException | DataIntegrityViolationException ex) {
				// it must not keep the run from going on: its call is in doubt like any
				// other
				log.error("The answer in {} cannot be brought into the ledger and is left there", file, ex);
				this.aside.refuse(file);
			}
		}
		return found;
	}

	private void recordOnce(long verification, Call call) {
		try {
			this.journal.record(verification, call);
		}
		catch (DuplicateKeyException ex) {
			// it was committed, and only the confirmation was lost
			log.info("verification {}: call {} was in the journal already", verification, call.number());
		}
	}

	private boolean setAside(UUID run, long verification, Call call) {
		try {
			this.aside.put(run, verification, call);
			return true;
		}
		catch (IOException ex) {
			log.error("verification {}: call {} cannot be set aside in a file either", verification, call.number(), ex);
			return false;
		}
	}

	/** Whether it is the database's state, and not what is to be stored. */
	private static boolean mayPass(Throwable failure) {
		return !(failure instanceof DataIntegrityViolationException)
				&& !(failure instanceof InvalidDataAccessResourceUsageException);
	}

	private static RetryTemplate tryingFor(Duration timeout) {
		return new RetryTemplate(RetryPolicy.builder()
			.predicate(CallRecorder::mayPass)
			.delay(Duration.ofMillis(200))
			.multiplier(2)
			.maxDelay(Duration.ofSeconds(2))
			.maxRetries(1000)
			.timeout(timeout)
			.build());
	}

}
