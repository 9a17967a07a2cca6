package dev.tickmark.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.Mockito;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.RunState;
import dev.tickmark.verification.StubServer.Says;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a run does when nothing goes wrong, or the file is at fault. */
class VerificationJobTests extends VerificationJobCase {

	@Test
	void everyRowGetsItsVerdictAndTheStepsCountWhatTheyDid() throws Exception {
		PayeeFile file = file(IntStream.range(0, 120).mapToObj((i) -> "p" + (i % 100)).toList());
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(finished.run().state()).isEqualTo(RunState.COMPLETE);
		assertThat(results(finished)).hasSize(120).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(100);
		JobExecution execution = lastExecution(finished.run().id());
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(step(execution, "intake").getReadCount()).isEqualTo(120);
		List<StepExecution> slices = execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getStepName().startsWith("verifyLane:"))
			.toList();
		assertThat(slices).hasSize(VerifyWorker.SLICES);
		assertThat(slices.stream().mapToLong(StepExecution::getReadCount).sum()).isEqualTo(100);
		assertThat(slices.stream().mapToLong(StepExecution::getWriteCount).sum()).isEqualTo(100);
		assertThat(slices.stream().mapToLong(StepExecution::getRollbackCount).sum()).isZero();
		assertThat(count("select count(*) from verification where run_id = ? and state = 'CONCLUDED'", finished))
			.isEqualTo(100);
		assertThat(count(
				"select count(*) from call c join verification v on v.id = c.verification_id" + " where v.run_id = ?",
				finished))
			.isEqualTo(100);
	}

	@Test
	void noConnectionIsHeldWhileAProviderIsAwaited() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		STUB.answers((_, _) -> {
			waitFor(release);
			return Says.ok();
		});
		PayeeFile file = file(names(60));
		HikariDataSource pool = this.dataSource.unwrap(HikariDataSource.class);
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			Future<VerifyResult> running = thread.submit(() -> verify(file));
			// all of them wait for the provider, in four open chunks
			await().until(() -> STUB.underWay() == 60);
			await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
			assertThat(count("select count(*) from pg_stat_activity where state = 'idle in transaction'"
					+ " and datname = current_database()"))
				.isZero();
			release.countDown();
			assertThat(running.get()).isInstanceOf(VerifyResult.Finished.class);
		}
	}

	@Test
	void theSameContentIsNotAskedTwiceUnlessSomebodySaysSo() throws Exception {
		PayeeFile file = file(names(5));
		verify(file);
		assertThat(verify(file)).isInstanceOf(VerifyResult.AlreadyComplete.class);
		assertThat(asked(file)).isEqualTo(5);
		VerifyResult.Finished again = (VerifyResult.Finished) this.job.verify(command(file, true), watcher(),
				new StopSignal());
		assertThat(again.figures().open()).isZero();
		assertThat(asked(file)).isEqualTo(10);
	}

	@Test
	void oneRunIsWorkedOnByOneAtATime() throws Exception {
		PayeeFile file = file(names(20));
		CountDownLatch release = new CountDownLatch(1);
		STUB.answers((_, _) -> {
			waitFor(release);
			return Says.ok();
		});
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			Future<VerifyResult> running = thread.submit(() -> verify(file));
			await().until(() -> STUB.underWay() > 0);
			assertThat(verify(file)).isInstanceOfSatisfying(VerifyResult.Busy.class,
					(busy) -> assertThat(busy.holder()).contains("process " + ProcessHandle.current().pid()));
			release.countDown();
			assertThat(running.get()).isInstanceOf(VerifyResult.Finished.class);
		}
	}

	@Test
	void aFileOfWhichEveryRowIsRejectedIsCompleteWithoutACall() throws Exception {
		Path path = this.folder.resolve("rejected.csv");
		Files.writeString(path, "name,iban\nA,XX1\nB,DE00\n");
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(PayeeFile.open(path));
		assertThat(finished.run().state()).isEqualTo(RunState.COMPLETE);
		assertThat(results(finished)).hasSize(2).allMatch((line) -> line.contains(",REJECTED_INPUT,"));
	}

	@Test
	void aLaneThatIsNeededAndNotConfiguredIsRefusedBeforeAnyCall() throws Exception {
		Path path = this.folder.resolve("unconfigured.csv");
		Files.writeString(path, "name,iban,provider\nA,DE89370400440532013000,\nB,,scripted\n");
		int before = STUB.asked();
		assertThat(verify(PayeeFile.open(path))).isInstanceOfSatisfying(VerifyResult.Refused.class,
				(refused) -> assertThat(refused.why()).contains("tickmark.providers.paysway.base-url"));
		assertThat(STUB.asked()).isEqualTo(before);
	}

	@Test
	@Timeout(300)
	void whatCannotBeWrittenFailsTheRunOnceAndTheSameCommandContinues() throws Exception {
		PayeeFile file = file(List.of("one", "two"));
		Path reports = this.folder.resolve("reports");
		Files.writeString(reports, "a file where the reports' folder should be");
		assertThat(verify(file)).isInstanceOfSatisfying(VerifyResult.Failed.class,
				(failed) -> assertThat(failed.why()).contains(reports.toString()));
		Files.delete(reports);
		assertThat(results((VerifyResult.Finished) verify(file))).hasSize(2);
		assertThat(asked(file)).isEqualTo(2);
	}

	@Test
	void whatIsReportedIsNotStoppedAnyMore() throws Exception {
		PayeeFile file = file(List.of("late"));
		Path reports = this.folder.resolve("reports");
		StopSignal late = Mockito.mock(StopSignal.class);
		Mockito.when(late.requested()).thenAnswer((_) -> isReported(reports));
		assertThat(this.job.verify(command(file, false), watcher(), late)).isInstanceOf(VerifyResult.Finished.class);
		assertThat(isReported(reports)).isTrue();
	}

	/** The summary is written last. */
	private static boolean isReported(Path reports) throws IOException {
		if (!Files.exists(reports)) {
			return false;
		}
		try (Stream<Path> files = Files.walk(reports)) {
			return files.anyMatch((path) -> path.endsWith("summary.json"));
		}
	}

}
