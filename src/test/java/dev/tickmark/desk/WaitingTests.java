package dev.tickmark.desk;

import java.nio.file.Files;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.desk.Continuations;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.verification.StubServer.Says;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Runs that are to go on, while as many are at work as may be. */
class WaitingTests extends DeskCase {

	private static final Actor BERT = Actor.web("bert", "192.0.2.2");

	@Autowired
	private Continuations asked;

	@Autowired
	private OwnerLocks owners;

	private final CountDownLatch hold = new CountDownLatch(1);

	@AfterEach
	void letGo() {
		this.hold.countDown();
	}

	@Test
	void aRunOfAnotherPlaceThatIsToGoOnIsSeenAndCanBeWithdrawn() throws Exception {
		Upload upload = stopped();
		long run = run(upload);
		// as of a night, or of another machine
		Files.delete(upload.path());
		Upload first = atWork();
		Upload second = atWork();
		assertThat(this.desk.goOn(BERT, run)).isEqualTo(new DeskReply.Told(run));
		assertThat(this.desk.isWaiting(run)).isTrue();
		assertThat(this.desk.waitingRuns()).extracting(Run::id).containsExactly(run);
		assertThat(acts(run)).containsExactly("anna START", "anna STOP", "bert CONTINUE");
		assertThat(this.desk.goOn(ANNA, run)).as("it waits already").isEqualTo(new DeskReply.Told(run));
		assertThat(this.desk.stop(ANNA, run)).isEqualTo(new DeskReply.Told(run));
		assertThat(this.desk.isWaiting(run)).isFalse();
		assertThat(this.desk.waitingRuns()).isEmpty();
		assertThat(acts(run)).endsWith("bert CONTINUE", "anna STOP");
		assertThat(this.desk.goOn(ANNA, run)).as("its place is free again").isEqualTo(new DeskReply.Told(run));
		end(first, second);
		await().atMost(LONGEST).until(() -> "COMPLETE".equals(state(run)));
	}

	@Test
	void anUploadThatIsToGoOnIsSeenAndStaysStoppedWhenItIsWithdrawn() throws Exception {
		Upload upload = stopped();
		long run = run(upload);
		Upload first = atWork();
		Upload second = atWork();
		assertThat(this.desk.goOn(BERT, run)).isInstanceOf(DeskReply.Accepted.class);
		assertThat(this.desk.waitingRuns()).extracting(Run::id).containsExactly(run);
		assertThat(this.desk.stop(ANNA, run)).isEqualTo(new DeskReply.Told(run));
		assertThat(now(upload).state()).isEqualTo(UploadState.STOPPED);
		assertThat(this.desk.waitingRuns()).isEmpty();
		end(first, second);
	}

	@Test
	void aRunOfAnotherPlaceThatIsToGoOnIsTakenUpWhenItsProcessWasKilled() throws Exception {
		Upload upload = stopped();
		long run = run(upload);
		Files.delete(upload.path());
		STUB.answers((_, _) -> Says.ok());
		// as a process leaves it that is killed before its turn has come
		this.asked.ask(run, Instant.now());
		this.desk.takeUpWhatWasLeft();
		await().atMost(LONGEST).until(() -> "COMPLETE".equals(state(run)));
		await().atMost(LONGEST).until(() -> this.asked.open(false).isEmpty());
	}

	@Test
	void whyARunCouldNotGoOnIsKeptForWhomeverLooks() throws Exception {
		Upload upload = stopped();
		long run = run(upload);
		Files.delete(upload.path());
		try (OwnerLocks.Holder other = this.owners.open()) {
			// whoever has it is not seen before its turn comes
			Upload first = atWork();
			Upload second = atWork();
			assertThat(this.desk.goOn(BERT, run)).isEqualTo(new DeskReply.Told(run));
			assertThat(other.take(UploadRun.key(now(upload)).lock(), OwnerLocks.UNTIL_NOTICED)).isTrue();
			end(first, second);
			await().atMost(LONGEST).until(() -> this.asked.whyNot(run).isPresent());
		}
		assertThat(this.asked.whyNot(run)).get().asString().startsWith("It was worked on by ");
		assertThat(this.desk.goOn(BERT, run)).isEqualTo(new DeskReply.Told(run));
		await().atMost(LONGEST).until(() -> "COMPLETE".equals(state(run)));
		await().atMost(LONGEST).until(() -> this.asked.whyNot(run).isEmpty());
	}

	private Upload stopped() throws Exception {
		STUB.answers((_, _) -> paused());
		Upload upload = bring(2);
		start(upload);
		long run = awaitRun(upload);
		await().atMost(LONGEST)
			.until(() -> this.jdbc.sql("select row_count is not null from run where id = ?")
				.param(run)
				.query(Boolean.class)
				.single());
		this.desk.stop(ANNA, run);
		awaitState(upload, UploadState.STOPPED);
		await().atMost(LONGEST).until(() -> !this.desk.isWaiting(run));
		return upload;
	}

	private Upload atWork() throws Exception {
		STUB.answers((_, _) -> {
			try {
				this.hold.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return Says.ok();
		});
		Upload upload = bring(1);
		start(upload);
		awaitRun(upload);
		return upload;
	}

	private void end(Upload... uploads) {
		this.hold.countDown();
		for (Upload upload : uploads) {
			awaitState(upload, UploadState.ENDED);
		}
	}

}
