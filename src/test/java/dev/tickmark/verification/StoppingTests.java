package dev.tickmark.verification;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.RunState;
import dev.tickmark.verification.StubServer.Says;

import static org.assertj.core.api.Assertions.assertThat;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.Definitions;

/** What happens when a run is stopped, or its own thread dies. */
class StoppingTests extends VerificationJobCase {

	@Test
	void aJobThatDiesUnderItsPartitionsWaitsForThemAndLosesNoRow() throws Exception {
		PayeeFile file = file(names(400));
		AtomicInteger answered = new AtomicInteger();
		Thread[] jobThread = new Thread[1];
		STUB.answers((_, _) -> {
			if (answered.incrementAndGet() == 100) {
				jobThread[0].interrupt();
			}
			return Says.ok();
		});
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			VerifyResult first = thread.submit(() -> {
				jobThread[0] = Thread.currentThread();
				return verify(file);
			}).get();
			assertThat(first).isInstanceOf(VerifyResult.Failed.class);
		}
		assertThat(STUB.underWay()).isZero();
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(results(finished)).hasSize(400).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(400);
	}

	@Test
	void aStopLandsWhatIsInFlightAndTheSameCommandGoesOn() throws Exception {
		PayeeFile file = file(names(300));
		StopSignal stop = new StopSignal();
		AtomicInteger answered = new AtomicInteger();
		STUB.answers((_, _) -> {
			if (answered.incrementAndGet() == 120) {
				stop.request("enough");
			}
			return Says.ok();
		});
		VerifyResult.Stopped stopped = (VerifyResult.Stopped) this.job.verify(command(file, false), watcher(), stop);
		assertThat(stopped.why()).isEqualTo("enough");
		JobExecution execution = lastExecution(stopped.run().id());
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.STOPPED);
		assertThat(count("select count(*) from verification where run_id = ? and state = 'ASKING'", stopped.run().id()))
			.isZero();
		assertThat(asked(file)).isBetween(120, 299);
		// even with --again: the same command must never pay twice
		VerifyResult.Finished finished = (VerifyResult.Finished) this.job.verify(command(file, true), watcher(),
				new StopSignal());
		assertThat(finished.run().id()).isEqualTo(stopped.run().id());
		assertThat(results(finished)).hasSize(300).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(300);
	}

	@Test
	void aDeadlineEndsTheRunWithTheRestOpenAndTheNextPassAsksIt() throws Exception {
		PayeeFile file = file(names(300));
		STUB.answers((_, _) -> {
			waitFor(new CountDownLatch(1), 40);
			return Says.ok();
		});
		VerifyCommand until = new VerifyCommand(file, Definitions.own(), this.folder.resolve("reports"),
				Deadline.parse("250ms"), false, false);
		VerifyResult.Finished first = (VerifyResult.Finished) this.job.verify(until, watcher(), new StopSignal());
		assertThat(first.run().state()).isEqualTo(RunState.OPEN);
		assertThat(first.figures().open()).isPositive();
		assertThat(results(first)).hasSize(300)
			.allMatch((line) -> line.contains(",MATCH,") || line.contains(",PENDING,"));
		VerifyResult.Finished second = (VerifyResult.Finished) verify(file);
		assertThat(second.run().pass()).isEqualTo(2);
		assertThat(second.figures().open()).isZero();
		assertThat(asked(file)).isEqualTo(300);
	}

}
