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

	@Autowired
	private Turns turns;

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
		await().until(() -> "COMPLETE".equals(state(run)));
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
		await().until(() -> "COMPLETE".equals(state(run)));
		await().until(() -> this.asked.open(false).isEmpty());
	}

	@Test
	void aRunThatAnotherIsAtWorkOnWhenItsTurnComesIsTakenUpAfterwards() throws Exception {
		Upload upload = stopped();
		long run = run(upload);
		Files.delete(upload.path());
		STUB.answers((_, _) -> Says.ok());
		try (OwnerLocks.Holder other = this.owners.open()) {
			assertThat(other.take(UploadRun.key(now(upload)).lock(), OwnerLocks.UNTIL_NOTICED)).isTrue();
			this.asked.ask(run, Instant.now());
			this.desk.takeUpWhatWasLeft();
			assertThat(this.turns.names()).as("it is seen that another has it").isEmpty();
		}
		this.desk.takeUpWhatWasLeft();
		await().until(() -> "COMPLETE".equals(state(run)));
		await().until(() -> this.asked.open(false).isEmpty());
	}

	@Test
	void whyARunCouldNotGoOnIsToldUntilSomethingHappensToIt() throws Exception {
		Upload upload = stopped();
		long run = run(upload);
		this.asked.ask(run, Instant.now());
		this.asked.refuse(run, "A key is missing.");
		assertThat(this.asked.whyNot(run)).hasValue("A key is missing.");
		assertThat(this.asked.open(false)).doesNotContain(run);
		assertThat(this.asked.begin(run, Instant.now())).as("it is not to go on any more").isEmpty();
		this.jdbc.sql("update run set changed_at = now() + interval '1 second' where id = ?").param(run).update();
		assertThat(this.asked.whyNot(run)).isEmpty();
		this.asked.end(run);
	}

	@Test
	void whatWasWithdrawnElsewhereIsNotWorkedOn() throws Exception {
		Upload upload = stopped();
		long run = run(upload);
		Files.delete(upload.path());
		Upload first = atWork();
		Upload second = atWork();
		assertThat(this.desk.goOn(BERT, run)).isEqualTo(new DeskReply.Told(run));
		// as another process does
		this.asked.end(run);
		end(first, second);
		await().until(() -> this.turns.names().isEmpty());
		assertThat(state(run)).isEqualTo("STOPPED");
	}

	@Test
	void theDeadlineCountsFromWhenTheWorkBeganThatWasAskedForLast() throws Exception {
		Upload upload = stopped();
		Instant before = Instant.now().minusSeconds(7200);
		this.asked.ask(run(upload), before);
		Instant begun = this.asked.begin(run(upload), before.plusSeconds(3600)).orElseThrow().begunAt();
		assertThat(this.asked.begin(run(upload), Instant.now()).orElseThrow().begunAt()).isEqualTo(begun);
		this.asked.ask(run(upload), Instant.now());
		assertThat(this.asked.begin(run(upload), Instant.now()).orElseThrow().begunAt()).isAfter(begun);
		this.asked.end(run(upload));
		begun = this.kept.begin(upload.id(), Instant.now());
		assertThat(this.kept.begin(upload.id(), Instant.now().plusSeconds(60))).isEqualTo(begun);
	}

	private Upload stopped() throws Exception {
		STUB.answers((_, _) -> paused());
		Upload upload = bring(2);
		start(upload);
		long run = awaitRun(upload);
		await().until(() -> this.jdbc.sql("select row_count is not null from run where id = ?")
			.param(run)
			.query(Boolean.class)
			.single());
		this.desk.stop(ANNA, run);
		awaitState(upload, UploadState.STOPPED);
		await().until(() -> !this.desk.isWaiting(run));
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
