package dev.tickmark.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

import dev.tickmark.payee.Call;

/**
 * Brings calls into the journal, though the database be gone for a moment: the answer was
 * paid for.
 */
@Component
public class CallRecorder {

	private static final Logger log = LoggerFactory.getLogger(CallRecorder.class);

	private final CallJournal journal;

	private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
		.includes(DataAccessResourceFailureException.class, TransientDataAccessException.class,
				RecoverableDataAccessException.class, CannotCreateTransactionException.class)
		.delay(Duration.ofMillis(200))
		.multiplier(2)
		.maxDelay(Duration.ofSeconds(2))
		.maxRetries(1000)
		.timeout(Duration.ofSeconds(60))
		.build());

	CallRecorder(CallJournal journal) {
		this.journal = journal;
	}

	/** Adds a call; tries for a minute while the database cannot be reached. */
	public void record(long verification, Call call) {
		AtomicBoolean again = new AtomicBoolean();
		this.retry.invoke(() -> {
			boolean tried = again.getAndSet(true);
			try {
				this.journal.record(verification, call);
			}
			catch (DuplicateKeyException ex) {
				if (!tried) {
					throw ex;
				}
				// the one before was committed, and only its confirmation was lost
				log.info("verification {}: call {} was in the journal already", verification, call.number());
			}
		});
	}

}
