package dev.tickmark.verification;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.annotation.Import;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.RunState;
import dev.tickmark.verification.StubServer.Says;
import dev.tickmark.verification.definition.Definitions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where Spring Batch 6.0.4 would lose rows, call a run complete that is not, or leave one
 * that cannot be restarted: interrupts, a processor that throws, a write that fails,
 * stops at the moment of a commit, launches in parallel. Each test fails when its guard
 * is gone.
 */
@Import(Moments.class)
@Tag("long")
class FrameworkTrapsTests extends VerificationJobCase {

	private static final int FEW = 24;

	private static final Runnable NOTHING = () -> {
	};

	@AfterEach
	void quiet() {
		Moments.none();
	}

	@Test
	void aStepThatIsInterruptedIsStoppedAndNeverCalledComplete() throws Exception {
		PayeeFile file = file(names(400));
		StopSignal stop = new StopSignal();
		STUB.answers((_, _) -> {
			stop.request("leave most of it");
			return Says.ok();
		});
		long run = ((VerifyResult.Stopped) this.job.verify(command(file, false), watcher(), stop)).run().id();
		try (OwnerLocks.Holder holder = this.locks.open()) {
			Session session = new Session(this.runs.find(run).orElseThrow(),
					new Task(file, Definitions.own(), null, Patience.SOON), holder, null,
					new RecheckSettings(Duration.ofSeconds(1), 2, Duration.ofSeconds(2), 5), new StopSignal(),
					watcher());
			this.sessions.open(session);
			this.laneOpening.open(session);
			StepExecution step = aSliceOf(session);
			Thread.currentThread().interrupt();
			this.worker.execute(step);
			assertThat(Thread.interrupted()).isTrue();
			assertThat(step.getStatus()).isEqualTo(BatchStatus.STOPPED);
			session.end();
			this.sessions.close(session);
		}
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(results(finished)).hasSize(400).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(400);
	}

	@Test
	void anInterruptAtAnyCommitLosesNoRow() throws Exception {
		for (int moment : moments(5)) {
			PayeeFile file = file(names(FEW));
			Moments.at(moment, NOTHING, () -> Thread.currentThread().interrupt());
			VerifyResult first;
			try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
				first = thread.submit(() -> verify(file)).get();
			}
			Moments.none();
			assertComplete(file, (first instanceof VerifyResult.Finished) ? first : verify(file), moment);
		}
	}

	@Test
	void aStopAtAnyCommitEndsStoppedAndRestartsAndAsksEachRowOnce() throws Exception {
		int stops = 0;
		for (int moment : moments(5)) {
			PayeeFile file = file(names(FEW));
			StopSignal stop = new StopSignal();
			Runnable request = () -> stop.request("at a commit");
			boolean before = moment % 2 == 0;
			Moments.at(moment, before ? request : NOTHING, before ? NOTHING : request);
			VerifyResult first = this.job.verify(command(file, false), watcher(), stop);
			Moments.none();
			if (first instanceof VerifyResult.Stopped stopped) {
				stops++;
				assertStopped(lastExecution(stopped.run().id()), moment);
			}
			assertComplete(file, (first instanceof VerifyResult.Stopped) ? verify(file) : first, moment);
		}
		System.out.printf("%d stops at commits: none ended UNKNOWN%n", stops);
		assertThat(stops).isGreaterThan(15);
	}

	/** Every so many-th commit of a run that nobody disturbs. */
	private int[] moments(int step) throws Exception {
		Moments.at(Integer.MAX_VALUE, NOTHING, NOTHING);
		verify(file(names(FEW)));
		return IntStream.rangeClosed(1, Moments.counted()).filter((moment) -> moment % step == 0).toArray();
	}

	@Test
	void anItemThatThrowsCostsNoneOfItsSiblingsTheirAnswer() throws Exception {
		List<String> names = new ArrayList<>(names(40));
		names.add("throws" + FILES.get());
		PayeeFile file = file(names);
		VerifyResult.Failed failed = (VerifyResult.Failed) verify(file);
		assertThat(failed.run().reports()).doesNotExist();
		assertThat(count(
				"select count(*) from verification where run_id = ? and verdict = 'MATCH' and state <> 'CONCLUDED'",
				failed.run().id()))
			.isZero();
		ScriptedProvider.Bug.present = false;
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(results(finished)).hasSize(41).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(41);
	}

	@Test
	void aWriteThatFailsIsNeitherSkippedNorPaidForAgain() throws Exception {
		PayeeFile file = file(names(40));
		// the last question of the file does not let itself be concluded
		this.jdbc.sql("""
				create function refuse() returns trigger as $$ begin raise exception 'refused by a test'; end $$
					language plpgsql""").update();
		this.jdbc.sql("""
				create trigger refuse before update on verification for each row
					when (new.state = 'CONCLUDED' and new.first_row = 40) execute function refuse()""").update();
		try {
			assertThat(verify(file)).isInstanceOfSatisfying(VerifyResult.Failed.class,
					(failed) -> assertThat(failed.why()).contains("SQLSTATE P0001"));
			assertThat(asked(file)).isEqualTo(40);
		}
		finally {
			this.jdbc.sql("drop trigger refuse on verification").update();
			this.jdbc.sql("drop function refuse").update();
		}
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(results(finished)).hasSize(40).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(40);
	}

	@Test
	void launchesInParallelAllStart() throws Exception {
		List<PayeeFile> files = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			files.add(file(names(2)));
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Callable<VerifyResult>> launches = files.stream()
				.map((file) -> (Callable<VerifyResult>) () -> verify(file))
				.toList();
			for (Future<VerifyResult> launched : threads.invokeAll(launches)) {
				assertThat(launched.get()).isInstanceOf(VerifyResult.Finished.class);
			}
		}
	}

	private static void assertStopped(JobExecution execution, int moment) {
		assertThat(execution.getStatus()).as("the job, commit %d", moment).isEqualTo(BatchStatus.STOPPED);
		assertThat(execution.getStepExecutions()).extracting(StepExecution::getStatus)
			.as("its steps, commit %d", moment)
			.isSubsetOf(BatchStatus.STOPPED, BatchStatus.COMPLETED);
	}

	private static void assertComplete(PayeeFile file, VerifyResult result, int moment) throws IOException {
		assertThat(result).as("commit %d", moment).isInstanceOf(VerifyResult.Finished.class);
		VerifyResult.Finished finished = (VerifyResult.Finished) result;
		assertThat(finished.run().state()).isEqualTo(RunState.COMPLETE);
		assertThat(results(finished)).as("commit %d", moment).hasSize(FEW).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).as("calls, commit %d", moment).isEqualTo(FEW);
	}

	/** The first slice of the scripted lane, as the partitioned step would make it. */
	private StepExecution aSliceOf(Session session) {
		JobParameters parameters = new JobParametersBuilder(Sessions.parameters(session.run()))
			.addString("by", "a test")
			.toJobParameters();
		JobInstance instance = this.repository.createJobInstance(VerificationConfiguration.JOB, parameters);
		JobExecution execution = this.repository.createJobExecution(instance, parameters, new ExecutionContext());
		return this.repository.createStepExecution("verifyLane:scripted-0", execution);
	}

}
