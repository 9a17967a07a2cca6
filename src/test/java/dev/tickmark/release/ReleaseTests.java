package dev.tickmark.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.Releasable;
import dev.tickmark.payee.Clearance;
import dev.tickmark.verification.RunReport;
import dev.tickmark.verification.ScriptedProvider;
import dev.tickmark.verification.VerifyResult;

import static org.assertj.core.api.Assertions.assertThat;

class ReleaseTests extends ReleaseCase {

	@Autowired
	private Decisions decisions;

	@Autowired
	private RunReport report;

	@Autowired
	private OwnerLocks locks;

	@Test
	void whatCanBePaidIsNotThereBeforeItIsReleasedAndThereAfterwards() throws Exception {
		answers(Map.of("b", ScriptedProvider.NO_MATCH));
		VerifyResult.Finished finished = verify(FOUR_EYES, false, "a", "b", "c");
		Run run = finished.run();
		assertThat(finished.clearance().isHeld()).isTrue();
		assertThat(hasPayable(run)).isFalse();
		assertThat(Files.list(run.reports()).map((file) -> file.getFileName().toString())).contains("quarantine.csv");
		assertThat(read(run, "summary.json")).contains("\"state\" : \"HELD\"");
		assertThat(read(run, "report.html")).contains("The payable half is held for release by a second person.");
		assertThat(waiting(run).half().rows()).isEqualTo(2);
		assertThat(waiting(run).half().sums()).containsOnlyKeys("EUR")
			.hasEntrySatisfying("EUR", (sum) -> assertThat(sum).isEqualByComparingTo("21.00"));
		did(run, ActKind.START, web("clerk"));
		assertThat(this.release.release(web("Boss"), run.id(), " looked at ")).isEqualTo(new Decided.Done(null));
		assertThat(payable(run)).containsExactly("a", "c");
		assertThat(read(run, "summary.json")).contains("\"state\" : \"RELEASED\"", "\"by\" : \"Boss\"",
				"\"comment\" : \"looked at\"");
		assertThat(acts(run).getFirst().deed().kind()).isEqualTo(ActKind.RELEASE);
		assertThat(acts(run).getFirst().deed().comment()).isEqualTo("looked at");
		Files.delete(run.reports().resolve("payable.csv"));
		this.report.write(run);
		assertThat(payable(run)).as("again, from the ledger").containsExactly("a", "c");
		assertThat(this.decisions.waiting(100)).noneMatch((one) -> one.half().run() == run.id());
	}

	@ParameterizedTest
	@EnumSource(names = { "UPLOAD", "START", "CONTINUE" })
	void whoeverBroughtTheRunAboutDoesNotReleaseIt(ActKind kind) throws Exception {
		Run run = held("a");
		did(run, kind, web("Anna"));
		for (Actor same : List.of(web("Anna"), web("aNNA"), Actor.api("anna", "abcd1234", "10.0.0.7"),
				Actor.console("ANNA"))) {
			assertRefused(this.release.release(same, run.id(), null), "a second person has to decide");
			assertRefused(this.release.refuse(same, run.id(), "no"), "a second person has to decide");
		}
		assertThat(hasPayable(run)).isFalse();
		assertThat(acts(run)).hasSize(1);
		assertThat(this.release.obstacle("anna", run.id())).isPresent();
		assertThat(this.release.obstacle("annabel", run.id())).isEmpty();
		assertThat(this.release.release(web("annabel"), run.id(), null)).isInstanceOf(Decided.Done.class);
	}

	@Test
	void whoeverHasBroughtTheSameFileDoesNotReleaseIt() throws Exception {
		Run run = held("a");
		this.jdbc.sql("""
				insert into upload (name, path, size, sha256, brought_by, brought_at, state, changed_at)
				values ('a.csv', '/x', 1, ?, 'Anna', now(), 'BROUGHT', now())""").param(run.key().sha256()).update();
		assertRefused(this.release.release(web("anna"), run.id(), null), "a second person has to decide");
		assertThat(this.release.obstacle("boss", run.id())).isEmpty();
	}

	@Test
	void nobodyGetsAroundThatByRemovingTheFile() throws Exception {
		Run run = held("a");
		this.acts.add(web("Anna"),
				Deed.to(ActKind.UPLOAD, "a.csv").saying("upload 7, 1 bytes, SHA-256 " + run.key().sha256()),
				Instant.now());
		assertRefused(this.release.release(web("anna"), run.id(), null), "a second person has to decide");
		assertThat(this.decisions.brought(run.id())).extracting((one) -> one.who()).contains("Anna");
		assertThat(this.release.obstacle("boss", run.id())).isEmpty();
	}

	@Test
	void whoeverDidAnythingElseMayReleaseItAndSoMayAnybodyWhereTheNightStartedIt() throws Exception {
		Run run = held("a");
		did(run, ActKind.DOWNLOAD, web("anna"));
		did(held("b"), ActKind.START, web("anna"));
		assertThat(this.release.release(web("anna"), run.id(), null)).isInstanceOf(Decided.Done.class);
	}

	@Test
	void ofTwoAtTheSameMomentOneReleasesAndTheOtherIsTold() throws Exception {
		Run run = held("a");
		CyclicBarrier together = new CyclicBarrier(2);
		List<Callable<Decided>> both = List.of(() -> {
			together.await();
			return this.release.release(web("one"), run.id(), null);
		}, () -> {
			together.await();
			return this.release.release(web("two"), run.id(), null);
		});
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			List<Decided> results = threads.invokeAll(both).stream().map(Future::resultNow).toList();
			assertThat(results).filteredOn((result) -> result instanceof Decided.Done).hasSize(1);
			assertThat(results).filteredOn((result) -> result instanceof Decided.Refused)
				.singleElement()
				.satisfies((told) -> assertRefused(told, "Somebody was faster. The payable half was released by"));
		}
		assertThat(acts(run)).hasSize(1);
		assertThat(hasPayable(run)).isTrue();
	}

	@Test
	void aReleaseHoldsForTheRowsItWasGivenForAndForNoOthers() throws Exception {
		answers(Map.of("c", 500));
		Run run = held("a", "c");
		assertThat(run.state()).isEqualTo(RunState.OPEN);
		String seen = waiting(run).half().sha256();
		assertThat(this.release.release(web("boss"), run.id(), null)).isInstanceOf(Decided.Done.class);
		assertThat(payable(run)).containsExactly("a");
		assertThat(held("a", "c").pass()).as("nothing new: it stays released").isEqualTo(2);
		assertThat(payable(run)).containsExactly("a");
		answers(Map.of());
		VerifyResult.Finished third = verify(FOUR_EYES, false, "a", "c");
		assertThat(third.run().id()).isEqualTo(run.id());
		assertThat(hasPayable(run)).as("the older half goes").isFalse();
		assertThat(third.clearance()).isInstanceOfSatisfying(Clearance.Held.class,
				(held) -> assertThat(held.before()).isNotNull().satisfies((one) -> assertThat(one.rows()).isOne()));
		assertThat(read(run, "report.html")).contains("With other rows, 1 of them, it was released by boss");
		assertRefused(this.release.release(web("boss"), run.id(), null, seen), "The run has gone on since you looked");
		assertThat(this.release.release(web("boss"), run.id(), null, waiting(run).half().sha256()))
			.isInstanceOf(Decided.Done.class);
		assertThat(payable(run)).containsExactly("a", "c");
	}

	@Test
	void aRefusalNeedsACommentAndIsSaidUntilSomebodyReleases() throws Exception {
		Run run = held("a");
		assertRefused(this.release.refuse(web("boss"), run.id(), " \n "), "needs a comment");
		assertRefused(this.release.refuse(web("boss"), run.id(), "x".repeat(Deed.LONGEST_COMMENT + 1)), "is longer");
		assertThat(this.release.refuse(web("boss"), run.id(), "Who is <a>?")).isEqualTo(new Decided.Done(null));
		assertThat(read(run, "report.html")).contains("its release was refused by boss", "Who is &lt;a&gt;?");
		assertThat(read(run, "summary.json")).contains("\"state\" : \"REFUSED\"");
		assertThat(hasPayable(run)).isFalse();
		assertRefused(this.release.refuse(web("other"), run.id(), "me too"), "refused already");
		assertRefused(this.release.release(web("other"), run.id(), null), "say why");
		assertThat(waiting(run).refused()).isNotNull();
		assertThat(this.release.release(web("other"), run.id(), "Called them.")).isInstanceOf(Decided.Done.class);
		assertThat(hasPayable(run)).isTrue();
		assertRefused(this.release.refuse(web("boss"), run.id(), "too late"), "Somebody was faster");
		assertThat(acts(run)).extracting((act) -> act.deed().kind())
			.containsExactly(ActKind.RELEASE, ActKind.REFUSE_RELEASE);
	}

	@Test
	void whatHasNotEndedOrNeedsNoReleaseIsNotReleased() throws Exception {
		Run none = verify("reports: {files: [split]}", false, "a").run();
		assertThat(payable(none)).containsExactly("a");
		assertThat(read(none, "summary.json")).contains("\"release\" : null");
		assertRefused(this.release.release(web("boss"), none.id(), null), "waits for a release");
		assertRefused(this.release.release(web("boss"), Long.MAX_VALUE, null), "There is no run");
		Run run = held("b");
		this.jdbc.sql("update run set state = 'STARTED' where id = ?").param(run.id()).update();
		assertRefused(this.release.release(web("boss"), run.id(), null), "has not ended");
	}

	@Test
	void aReleaseHoldsEvenWhereTheFilesCannotBeWritten() throws Exception {
		Run run = held("a");
		try (OwnerLocks.Holder other = this.locks.open()) {
			assertThat(other.take(run.key().lock())).isTrue();
			assertThat(this.release.release(web("boss"), run.id(), null)).isInstanceOfSatisfying(Decided.Done.class,
					(done) -> assertThat(done.trouble()).contains("is worked on by", "tickmark report " + run.id()));
		}
		assertThat(hasPayable(run)).isFalse();
		Path elsewhere = run.reports().resolveSibling("elsewhere");
		Files.move(run.reports(), elsewhere);
		Files.writeString(run.reports(), "in the way");
		assertThat(this.release.write(web("boss"), run.id())).contains("The decision holds");
		Files.delete(run.reports());
		assertThat(this.release.write(web("boss"), run.id())).isNull();
		assertThat(acts(run).getFirst().deed().kind()).isEqualTo(ActKind.WRITE_REPORT);
		assertThat(payable(run)).containsExactly("a");
	}

	@Test
	void anotherRunOfTheSameFileThatWasReleasedIsTold() throws Exception {
		Run first = held("a");
		this.release.release(web("boss"), first.id(), null);
		this.jdbc.sql("update run set sha256 = repeat('0', 64) where id = ?").param(first.id()).update();
		Run second = held("a");
		assertThat(this.decisions.sameFile(second.id())).isEmpty();
		this.jdbc.sql("update run set sha256 = ? where id = ?").params(second.key().sha256(), first.id()).update();
		assertThat(this.decisions.sameFile(second.id())).hasValueSatisfying((same) -> {
			assertThat(same.run()).isEqualTo(first.id());
			assertThat(same.released().by()).isEqualTo("boss");
		});
	}

	@Test
	void aDefinitionThatCannotBeReadAnyMoreHoldsItEvenSo() throws Exception {
		Run run = held("a");
		this.jdbc.sql("update run set definition = 'release: four-eyes, and more' where id = ?")
			.param(run.id())
			.update();
		this.report.write(run);
		assertThat(hasPayable(run)).isFalse();
	}

	private Releasable waiting(Run run) {
		return this.decisions.waiting(100)
			.stream()
			.filter((one) -> one.half().run() == run.id())
			.findFirst()
			.orElseThrow();
	}

	private static void assertRefused(Decided decided, String why) {
		assertThat(decided).isInstanceOfSatisfying(Decided.Refused.class,
				(refused) -> assertThat(refused.why()).contains(why));
	}

}
