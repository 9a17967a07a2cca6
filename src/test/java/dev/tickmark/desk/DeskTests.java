package dev.tickmark.desk;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.verification.StubServer.Says;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeskTests extends DeskCase {

	@Autowired
	private Turns turns;

	@Autowired
	private OwnerLocks locks;

	@Test
	void anUploadThatIsStartedIsVerified() throws Exception {
		Upload upload = bring(3);
		assertThat(start(upload)).isInstanceOf(DeskReply.Accepted.class);
		awaitState(upload, UploadState.ENDED);
		long run = run(upload);
		assertThat(state(run)).isEqualTo("COMPLETE");
		assertThat(acts(run)).containsExactly("anna START");
		assertThat(this.atWork.of(run)).isEmpty();
		assertThat(this.kept.starters(Set.of(run))).containsEntry(run, "anna");
	}

	@Test
	void twoTabsThatStartTheSameFileGetOneRun() throws Exception {
		Upload upload = bring(3);
		start(upload);
		assertThat(start(upload)).isInstanceOf(DeskReply.Before.class);
		awaitState(upload, UploadState.ENDED);
		assertThat(start(upload)).isInstanceOf(DeskReply.Before.class);
		assertThat(STUB.asked(payee(FILES.get(), 0))).isOne();
	}

	@Test
	void theSameContentBroughtTwiceGetsTheRunThatIsThere() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		STUB.answers((_, _) -> held(hold));
		Upload first = bring(2);
		Upload second = bring(2, FILES.get());
		start(first);
		long run = awaitRun(first);
		start(second);
		awaitState(second, UploadState.ENDED);
		hold.countDown();
		awaitState(first, UploadState.ENDED);
		assertThat(run(second)).isEqualTo(run);
		assertThat(now(second).message()).contains("in run " + run);
		Upload third = bring(2, FILES.get());
		start(third);
		assertThat(awaitState(third, UploadState.ENDED).message())
			.isEqualTo("This content was verified before, in run " + run + ": nobody was asked.");
		assertThat(STUB.asked(payee(FILES.get(), 1))).isOne();
		assertThat(acts(run)).containsExactly("anna START", "anna START", "anna START");
	}

	@Test
	void aRunIsStoppedAndGoesOnAndNobodyIsAskedTwice() throws Exception {
		int file = FILES.incrementAndGet();
		CountDownLatch some = new CountDownLatch(20);
		STUB.answers((_, _) -> {
			some.countDown();
			return Says.ok();
		});
		Upload upload = bring(400, file);
		start(upload);
		some.await();
		long run = awaitRun(upload);
		assertThat(this.desk.stop(Actor.web("bert", "192.0.2.2"), run)).isEqualTo(new DeskReply.Told(run));
		awaitState(upload, UploadState.STOPPED);
		assertThat(now(upload).message()).isEqualTo("stopped by bert");
		assertThat(state(run)).isEqualTo("STOPPED");
		assertThat(this.desk.stop(ANNA, run)).isInstanceOf(DeskReply.Refused.class);
		assertThat(this.desk.goOn(ANNA, run)).isInstanceOf(DeskReply.Accepted.class);
		awaitState(upload, UploadState.ENDED);
		assertThat(state(run)).isEqualTo("COMPLETE");
		assertThat(acts(run)).containsExactly("anna START", "bert STOP", "anna CONTINUE");
		assertThat(List.of(0, 200, 399)).allSatisfy((row) -> assertThat(STUB.asked(payee(file, row))).isOne());
		assertThat(this.desk.goOn(ANNA, run)).asString().contains("nothing to go on with");
	}

	@Test
	void moreThanMayBeAtWorkWaitInOrderAndTooManyAreRefused() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		STUB.answers((_, _) -> held(hold));
		Upload first = bring(1);
		Upload second = bring(1);
		start(first);
		start(second);
		awaitRun(first);
		awaitRun(second);
		Upload third = bring(1);
		assertThat(start(third)).isInstanceOf(DeskReply.Accepted.class);
		Upload fourth = bring(1);
		assertThat(start(fourth)).asString().contains("wait for their turn already");
		assertThat(this.desk.waiting()).extracting(Upload::id).containsExactly(third.id());
		assertThat(this.desk.withdraw(ANNA, third.id())).isInstanceOf(DeskReply.Accepted.class);
		hold.countDown();
		assertThat(awaitState(third, UploadState.REFUSED).message()).startsWith("withdrawn by anna");
		assertThat(start(fourth)).isInstanceOf(DeskReply.Accepted.class);
		awaitState(fourth, UploadState.ENDED);
	}

	@Test
	void progressIsSeenWhileItIsAtWork() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		STUB.answers((name, _) -> name.endsWith("-0") ? Says.ok() : held(hold));
		Upload upload = bring(2);
		start(upload);
		long run = awaitRun(upload);
		await().until(() -> this.atWork.of(run)
			.map((progress) -> progress.lanes().stream().mapToLong(LaneStand::calls).sum() > 0)
			.orElse(false));
		Progress progress = this.atWork.of(run).orElseThrow();
		assertThat(progress.phase()).isEqualTo(Progress.Phase.ASKING);
		assertThat(progress.lanes()).singleElement().satisfies((lane) -> {
			assertThat(lane.provider()).isEqualTo("scripted");
			assertThat(lane.total()).isEqualTo(2);
		});
		hold.countDown();
		awaitState(upload, UploadState.ENDED);
	}

	@Test
	void whatWasCutOffIsTakenUp() throws Exception {
		Upload upload = bring(2);
		// as a process leaves it that is killed before the run has a number
		this.kept.start(upload.id(),
				new Upload.Start("default", Definitions.own().text(), null, false, false, ANNA, upload.broughtAt()));
		Upload rehearsal = bring(2);
		this.kept.start(rehearsal.id(),
				new Upload.Start("default", Definitions.own().text(), null, false, true, ANNA, upload.broughtAt()));
		this.desk.takeUpWhatWasLeft();
		awaitState(upload, UploadState.ENDED);
		assertThat(acts(run(upload))).containsExactly("anna START");
		assertThat(now(rehearsal).state()).as("the providers must not be asked for it").isEqualTo(UploadState.STARTED);
		assertThat(this.turns.names()).doesNotContain("upload " + rehearsal.id());
	}

	@Test
	void whatIsTakenUpAfterItsDeadlineIsOverAndGetsNoneOfItsOwn() throws Exception {
		int file = FILES.incrementAndGet();
		CountDownLatch some = new CountDownLatch(20);
		STUB.answers((_, _) -> {
			some.countDown();
			return Says.ok();
		});
		Upload upload = bring(400, file);
		start(upload);
		some.await();
		long run = awaitRun(upload);
		this.desk.stop(ANNA, run);
		awaitState(upload, UploadState.STOPPED);
		// as if it had been killed instead, two hours ago
		this.jdbc.sql("""
				update upload set state = 'STARTED', deadline = '45m', changed_at = now() - interval '2 hours',
					begun_at = now() - interval '2 hours' where id = ?""").param(upload.id()).update();
		this.desk.takeUpWhatWasLeft();
		awaitState(upload, UploadState.ENDED);
		assertThat(state(run)).isEqualTo("OPEN");
		assertThat(STUB.asked(payee(file, 399))).isZero();
	}

	@Test
	void whatCannotBeVerifiedIsToldAndCanBeStartedAnotherWay() throws Exception {
		Upload upload = take("list.csv", "Wer,provider\nErika,scripted\n");
		start(upload);
		assertThat(awaitState(upload, UploadState.REFUSED).message())
			.startsWith("list.csv, line 1: no column says who");
		Files.delete(now(upload).path());
		JobDefinition job = Definitions.own();
		this.desk.start(ANNA, upload.id(), job, "45m", false);
		assertThat(awaitState(upload, UploadState.REFUSED).message()).contains("does not exist");
		assertThat(this.desk.start(ANNA, upload.id(), job, "soon", false)).asString().contains("is no deadline");
	}

	@Test
	void whoAsksForAStartIsWrittenDownThoughItIsTakenBackAndNobodyIsForWhatIsNotTaken() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		STUB.answers((_, _) -> held(hold));
		Upload first = bring(1);
		Upload second = bring(1);
		start(first);
		start(second);
		awaitRun(first);
		awaitRun(second);
		Upload third = bring(1);
		start(third);
		assertThat(latest())
			.isEqualTo(Deed.to(ActKind.START_ASKED, "payees.csv").saying("upload " + third.id() + ", job default"));
		Upload fourth = bring(1);
		assertThat(start(fourth)).isInstanceOf(DeskReply.Refused.class);
		assertThat(latest().kind()).isEqualTo(ActKind.UPLOAD);
		assertThat(now(fourth).state()).isEqualTo(UploadState.BROUGHT);
		this.desk.withdraw(ANNA, third.id());
		assertThat(latest().kind()).isEqualTo(ActKind.STOP);
		hold.countDown();
		awaitState(third, UploadState.REFUSED);
		awaitState(first, UploadState.ENDED);
		awaitState(second, UploadState.ENDED);
	}

	@Test
	void whoContinuesWhatWasCutOffIsWrittenDown() throws Exception {
		STUB.answers((_, _) -> paused());
		Upload upload = bring(2);
		start(upload);
		long run = awaitRun(upload);
		this.desk.stop(ANNA, run);
		awaitState(upload, UploadState.STOPPED);
		// as a process leaves it that is killed
		this.jdbc.sql("""
				update upload set state = 'STARTED', deadline = '45m', changed_at = now() - interval '2 hours',
					begun_at = now() - interval '2 hours' where id = ?""").param(upload.id()).update();
		STUB.answers((_, _) -> Says.ok());
		await().until(() -> !this.turns.names().contains("upload " + upload.id()));
		this.desk.goOn(Actor.web("bert", "192.0.2.2"), run);
		awaitState(upload, UploadState.ENDED);
		assertThat(state(run)).as("its deadline counts from when it was continued").isEqualTo("COMPLETE");
		assertThat(acts(run)).containsExactly("anna START", "anna STOP", "bert CONTINUE");
	}

	private Deed latest() {
		return this.acts.by("anna", Long.MAX_VALUE, 1).getFirst().deed();
	}

	@Test
	void whatFailsBeforeItHasARunCanBeStartedAgain() throws Exception {
		Upload upload = bring(1);
		RunKey key = new RunKey(upload.sha256(), "default", false);
		try (OwnerLocks.Holder other = this.locks.open()) {
			// as the console does that has begun the same content, and has no run yet
			other.take(key.lock(), OwnerLocks.UNTIL_NOTICED);
			start(upload);
			assertThat(awaitState(upload, UploadState.REFUSED).message()).contains("Start it again in a while.");
		}
		assertThat(start(upload)).isInstanceOf(DeskReply.Accepted.class);
		awaitState(upload, UploadState.ENDED);
		Upload stopped = bring(1);
		this.kept.start(stopped.id(),
				new Upload.Start("default", Definitions.own().text(), null, false, false, ANNA, stopped.broughtAt()));
		this.kept.settle(stopped.id(), UploadState.STOPPED, "stopped", stopped.broughtAt());
		assertThat(now(stopped).state()).isEqualTo(UploadState.REFUSED);
	}

	private static Says held(CountDownLatch hold) {
		try {
			hold.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return Says.ok();
	}

}
