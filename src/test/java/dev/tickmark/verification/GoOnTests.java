package dev.tickmark.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.verification.StubServer.Says;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A run that goes on by its number, when its file may be gone. */
class GoOnTests extends VerificationJobCase {

	@Test
	void aRunThatWasStoppedGoesOnWithoutItsFileAndNobodyIsAskedTwice() throws Exception {
		PayeeFile file = file(names(300));
		long run = stoppedAfter(file, 120);
		List<String> lines = Files.readAllLines(file.path());
		Files.delete(file.path());
		VerifyResult.Finished finished = (VerifyResult.Finished) goOn(run);
		assertThat(finished.run().state()).isEqualTo(RunState.COMPLETE);
		assertThat(finished.run().pass()).as("the same pass goes on").isOne();
		assertThat(results(finished)).hasSize(300).allMatch((line) -> line.contains(",MATCH,"));
		Files.write(file.path(), lines);
		assertThat(asked(file)).isEqualTo(300);
		assertThat(goOn(run)).isInstanceOfSatisfying(VerifyResult.AlreadyComplete.class,
				(complete) -> assertThat(complete.figures().rows()).isEqualTo(300));
		assertThat(asked(file)).isEqualTo(300);
	}

	@Test
	void aRunThatEndedWithOpenRowsGoesOnInANewPassByTheDefinitionThatItKeeps() throws Exception {
		PayeeFile file = file(names(100));
		STUB.answers((_, _) -> {
			waitFor(new CountDownLatch(1), 40);
			return Says.ok();
		});
		JobDefinition job = Definitions.read("default", "deadline: 150ms\nreports: {files: none}\n", Set.of());
		VerifyResult.Finished first = (VerifyResult.Finished) this.job.verify(
				new VerifyCommand(file, job, this.folder.resolve("reports"), null, false, false), watcher(),
				new StopSignal());
		assertThat(first.figures().open()).isPositive();
		VerifyResult.Finished second = (VerifyResult.Finished) goOn(first.run().id());
		assertThat(second.run().pass()).isEqualTo(2);
		assertThat(second.figures().open()).as("its deadline holds again").isPositive();
		VerifyResult.Finished third = (VerifyResult.Finished) this.job
			.goOn(new GoOnCommand(first.run().id(), Deadline.parse("1m"), false), watcher(), new StopSignal());
		assertThat(third.figures().open()).isZero();
		assertThat(results(third)).hasSize(100).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(100);
	}

	@Test
	void aRunThatWasCutOffIsTakenUp() throws Exception {
		PayeeFile file = file(names(10));
		long run = ((VerifyResult.Finished) verify(file)).run().id();
		this.jdbc.sql("update run set state = 'STARTED' where id = ?").param(run).update();
		this.jdbc
			.sql("update verification set state = 'ASKING', asking_call = 1, verdict = null, checked_at = null,"
					+ " attempts = 0 where run_id = ?")
			.param(run)
			.update();
		VerifyResult.Finished again = (VerifyResult.Finished) goOn(run);
		assertThat(results(again)).hasSize(10).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).as("answers that the journal has are adopted").isEqualTo(10);
	}

	@Test
	void aRunWhoseRowsAreNotInYetAsksForItsFile() throws Exception {
		PayeeFile file = file(names(20));
		StopSignal stop = new StopSignal();
		stop.request("at once");
		Run run = ((VerifyResult.Stopped) this.job.verify(command(file, false), watcher(), stop)).run();
		assertThat(refused(goOn(run.id()))).contains("The rows of run " + run.id() + " are not in the ledger yet")
			.contains(file.path().toString());
		assertThat(this.runs.find(run.id()).orElseThrow().state()).isEqualTo(RunState.STOPPED);
		assertThat(results((VerifyResult.Finished) verify(file))).hasSize(20);
		assertThat(asked(file)).isEqualTo(20);
	}

	@Test
	void nothingContinuesARunThatALaterOneOfTheSameContentReplaces() throws Exception {
		PayeeFile file = file(names(3));
		long first = ((VerifyResult.Finished) verify(file)).run().id();
		this.jdbc.sql("update run set state = 'OPEN' where id = ?").param(first).update();
		Run second = ((VerifyResult.Finished) this.job.verify(command(file, true), watcher(), new StopSignal())).run();
		assertThat(refused(goOn(first))).contains("run " + second.id() + " is a later one");
		assertThat(asked(file)).isEqualTo(6);
	}

	@Test
	void aRehearsalAndARunOfTheSandboxDoNotGoOnWithTheProviders() throws Exception {
		PayeeFile file = file(names(3));
		long run = ((VerifyResult.Finished) verify(file)).run().id();
		assertThat(refused(this.job.goOn(new GoOnCommand(run, null, true), watcher(), new StopSignal())))
			.contains("without --sandbox");
		this.jdbc
			.sql("update call set sandbox = true from verification v where v.id = verification_id and v.run_id = ?")
			.param(run)
			.update();
		this.jdbc.sql("update verification set provider = 'banfico' where run_id = ?").param(run).update();
		assertThat(refused(goOn(run))).contains("was a rehearsal");
		assertThat(refused(goOn(987654321))).contains("There is no run 987654321");
		assertThat(asked(file)).isEqualTo(3);
	}

	@Test
	void ofTwoThatContinueARunOneDoes() throws Exception {
		PayeeFile file = file(names(600));
		long run = stoppedAfter(file, 50);
		int before = asked(file);
		CountDownLatch release = new CountDownLatch(1);
		STUB.answers((_, _) -> {
			waitFor(release);
			return Says.ok();
		});
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			Future<VerifyResult> one = thread.submit(() -> goOn(run));
			await().until(() -> STUB.underWay() > 0);
			assertThat(goOn(run)).isInstanceOf(VerifyResult.Busy.class);
			release.countDown();
			assertThat(one.get()).isInstanceOf(VerifyResult.Finished.class);
		}
		assertThat(before).isLessThan(600);
		assertThat(asked(file)).isEqualTo(600);
	}

	@Test
	void settingsThatAreMissingAreToldApartFromAFileThatIsAtFault() throws Exception {
		Path path = this.folder.resolve("unconfigured.csv");
		Files.writeString(path, "name,iban,provider\nGo,DE89370400440532013000,\nOn,,scripted\n");
		assertThat(verify(PayeeFile.open(path))).isInstanceOfSatisfying(VerifyResult.Refused.class,
				(refused) -> assertThat(refused.settings()).isTrue());
		long run = count("select id from run where file_path = ?", path.toString());
		assertThat(goOn(run)).isInstanceOfSatisfying(VerifyResult.Refused.class,
				(refused) -> assertThat(refused.settings()).isTrue());
	}

	@Test
	void whoeverDoesNotWaitIsDoneLongBeforeTheDeadline() throws Exception {
		PayeeFile file = file(names(5));
		STUB.answers((_, _) -> new Says(429, Map.of("Retry-After", "3600")));
		VerifyResult.Finished first = (VerifyResult.Finished) verify(file);
		assertThat(first.figures().open()).isEqualTo(5);
		Instant began = Instant.now();
		VerifyResult.Finished again = (VerifyResult.Finished) this.job
			.goOn(new GoOnCommand(first.run().id(), Deadline.parse("30m"), false, false), watcher(), new StopSignal());
		assertThat(again.figures().open()).isEqualTo(5);
		assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
	}

	/** Stops the run of a file after so many answers. */
	private long stoppedAfter(PayeeFile file, int answers) {
		StopSignal stop = new StopSignal();
		AtomicInteger answered = new AtomicInteger();
		STUB.answers((_, _) -> {
			if (answered.incrementAndGet() == answers) {
				stop.request("enough");
			}
			return Says.ok();
		});
		return ((VerifyResult.Stopped) this.job.verify(command(file, false), watcher(), stop)).run().id();
	}

	private VerifyResult goOn(long run) {
		return this.job.goOn(new GoOnCommand(run, null, false), watcher(), new StopSignal());
	}

	private static String refused(VerifyResult result) {
		return ((VerifyResult.Refused) result).why();
	}

}
