package dev.tickmark.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.night.EarlierRuns;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.verification.StubServer;
import dev.tickmark.verification.definition.Tell;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens when a night does not come to its end at once. */
class NightTroubleTests extends NightCase {

	private static final Actor CLERK = Actor.web("clerk", "127.0.0.1");

	@Autowired
	private OwnerLocks owners;

	@Autowired
	private NightWatch watch;

	@Autowired
	private Acts acts;

	@Autowired
	private EarlierRuns earlier;

	@Test
	void aFileWhoseAnswersTakeLongKeepsNoOtherWaiting() {
		this.definition = "{deadline: 10m, recheck: {first-delay: 100ms, max-delay: 200ms}, reports: {files: none}}";
		file("in/payees-a.csv", 2);
		file("in/payees-b.csv", 2);
		List<String> order = new CopyOnWriteArrayList<>();
		STUB.answers((name, times) -> {
			order.add(name.replaceAll(".*payees", "payees"));
			return (name.endsWith("a.csv-1") && times == 1) ? new StubServer.Says(503, Map.of("Retry-After", "4"))
					: StubServer.Says.ok();
		});
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(order.subList(0, 4)).containsExactlyInAnyOrder("payees-a.csv-0", "payees-a.csv-1", "payees-b.csv-0",
				"payees-b.csv-1");
		assertThat(order.subList(4, order.size())).containsExactly("payees-a.csv-1");
		assertThat(this.told).containsExactly("began payees-a.csv",
				"payees-a.csv has rows that wait for an answer. They are asked about again when the other files were.",
				"began payees-b.csv", "payees-b.csv Finished finished", "continues payees-a.csv",
				"payees-a.csv Finished finished");
		assertThat(states()).containsOnly("COMPLETE");
	}

	@Test
	void norDoesOneWhoseAnswersAreLookedForAgainAndAgain() {
		this.definition = "{deadline: 10m, recheck: {first-delay: 100ms, max-delay: 500ms, max-attempts: 50}, reports: {files: none}}";
		file("in/payees-a.csv", 2);
		file("in/payees-b.csv", 2);
		AtomicBoolean reached = new AtomicBoolean();
		STUB.answers((name, _) -> {
			if (name.endsWith("b.csv-1")) {
				reached.set(true);
			}
			return (name.endsWith("a.csv-1") && !reached.get()) ? new StubServer.Says(503, Map.of())
					: StubServer.Says.ok();
		});
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(states()).containsOnly("COMPLETE");
		assertThat(this.told).containsSubsequence("began payees-a.csv", "began payees-b.csv", "continues payees-a.csv");
	}

	@Test
	void whatFailedIsTriedAgainInTheSameNightAndToldOnce() throws Exception {
		tells();
		file("in/payees-a.csv", 2);
		Path blocked = Files.writeString(this.root.resolve("reports"), "no folder");
		assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		assertThat(this.given.in("taken")).containsExactly("payees-a.csv");
		assertThat(notices()).containsExactly("FAILED");
		Files.delete(blocked);
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
		assertThat(notices()).containsExactly("FAILED", "COMPLETE");
		assertThat(asked("payees-a.csv", 2)).containsExactly(1, 1);
	}

	@Test
	void anErrorThatNobodyHadThoughtOfIsToldOnceAndItsFileIsContinued() {
		tells();
		file("in/payees-a.csv", 2);
		file("in/payees-b.csv", 2);
		this.whenBegun = (file) -> {
			if (file.endsWith("payees-a.csv")) {
				throw new UnsupportedOperationException("DE00 1234 of Anna Berg");
			}
		};
		assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		assertThat(notices()).containsExactlyInAnyOrder("NIGHT_FAILED", "COMPLETE");
		assertThat(this.jdbc.sql("select plain from notice where job = ?").param(this.name).query(String.class).list())
			.anyMatch((text) -> text.contains("Something went wrong inside Tickmark (UnsupportedOperationException)"))
			.noneMatch((text) -> text.contains("Anna"));
		this.whenBegun = (_) -> {
		};
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv", "payees-b.csv");
		assertThat(asked("payees-a.csv", 2)).containsExactly(1, 1);
	}

	@Test
	void untilTheNextOneIsDue() throws Exception {
		file("in/payees-a.csv", 2);
		Files.writeString(this.root.resolve("reports"), "no folder");
		assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		assertThat(work(DUE, CLOCK.instant().plus(Duration.ofDays(1)))).isEqualTo(Night.Turn.OVER);
		assertThat(this.nights.standing(this.name, false, DUE).begun()).isNull();
	}

	@Test
	void whatComesInAfterANightIsTheNextOnesHoweverOftenItIsTriedAgain() throws Exception {
		file("in/payees-a.csv", 2);
		Path blocked = Files.writeString(this.root.resolve("reports"), "no folder");
		assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		file("in/payees-b.csv", 2);
		assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		assertThat(this.given.in("in")).containsExactly("payees-b.csv");
		Instant next = DUE.plus(Duration.ofDays(1));
		assertThat(work(DUE, next.plusSeconds(1))).isEqualTo(Night.Turn.OVER);
		assertThat(this.given.in("in")).containsExactly("payees-b.csv");
		Files.delete(blocked);
		assertThat(work(next, next.plusSeconds(1))).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv", "payees-b.csv");
		assertThat(asked("payees-a.csv", 2)).containsExactly(1, 1);
	}

	@Test
	void aNightThatCouldNotTakeAnythingTakesItWhenItCan() throws Exception {
		file("in/payees-a.csv", 2);
		Path blocked = Files.writeString(this.root.resolve("taken"), "no folder");
		assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		Files.delete(blocked);
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
	}

	@Test
	void whatAPersonHasStoppedANightLeavesAlone() {
		tells();
		file("taken/payees-a.csv", 300);
		STUB.answers((name, _) -> {
			if (name.endsWith("-100")) {
				this.ending.request();
			}
			return StubServer.Says.ok();
		});
		assertThat(work(DUE)).isEqualTo(Night.Turn.CUT);
		long run = run();
		this.acts.add(CLERK, new Deed(ActKind.STOP, run, null, null), Instant.now());
		int before = sum("payees-a.csv", 300);
		this.ending = new Ending();
		STUB.answers((_, _) -> StubServer.Says.ok());
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(work(null)).isEqualTo(Night.Turn.DONE);
		assertThat(sum("payees-a.csv", 300)).isEqualTo(before).isLessThan(300);
		assertThat(this.given.in("taken")).containsExactly("payees-a.csv");
		assertThat(this.jdbc.sql("select plain from notice where job = ?").param(this.name).query(String.class).list())
			.hasSize(2)
			.allSatisfy((text) -> assertThat(text).contains("a person has done so", "take its file out of"));
		this.acts.add(CLERK, new Deed(ActKind.CONTINUE, run, null, null), Instant.now());
		assertThat(work(DUE.plus(Duration.ofDays(1)))).isEqualTo(Night.Turn.DONE);
		assertThat(asked("payees-a.csv", 300)).containsOnly(1);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
	}

	@Test
	void aRunThatEndedBeforeAnybodyWasToldIsToldOfByTheNext() {
		tells();
		file("in/payees-a.csv", 2);
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		// as after a kill between the end of a pass and its notice
		this.jdbc.sql("delete from notice_delivery").update();
		this.jdbc.sql("delete from notice").update();
		this.earlier.toBeTold(run());
		this.nights.begin(this.name, false, DUE.plusSeconds(60), DUE.plusSeconds(60));
		work(DUE.plusSeconds(60));
		assertThat(notices()).containsExactly("COMPLETE");
		assertThat(this.told).contains("went on AlreadyComplete");
		this.told.clear();
		work(DUE.plusSeconds(120));
		assertThat(this.told).isEmpty();
		assertThat(asked("payees-a.csv", 2)).containsExactly(1, 1);
	}

	@Test
	void aFileOfWhichAnotherIsAtWorkIsTriedAgain() throws Exception {
		Path path = file("in/payees-a.csv", 2);
		RunKey key = new RunKey(PayeeFile.open(path).sha256(), this.name, false);
		try (OwnerLocks.Holder other = this.owners.open()) {
			assertThat(other.take(key.lock(), OwnerLocks.UNTIL_NOTICED)).isTrue();
			assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		}
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
	}

	@Test
	void aRehearsalTakesNoFilesOfAJobThatIsDoneForReal() {
		file("in/payees-a.csv", 2);
		assertThat(this.watch.keep(List.of(job()),
				new Duty(this.root.resolve("reports"), true, new Listening(), this.ending)))
			.isTrue();
		assertThat(this.told).singleElement().asString().contains("a rehearsal would take its files away");
		assertThat(this.given.in("in")).containsExactly("payees-a.csv");
	}

	private void tells() {
		this.tell = new Tell(List.of("finance@example.com"), null, Tell.When.ALWAYS);
	}

	private List<@Nullable String> notices() {
		return this.jdbc.sql("select kind from notice where job = ? order by created_at")
			.param(this.name)
			.query(String.class)
			.list();
	}

	private long run() {
		return this.jdbc.sql("select id from run where job = ?").param(this.name).query(Long.class).single();
	}

	private List<@Nullable String> states() {
		return this.jdbc.sql("select state from run where job = ?").param(this.name).query(String.class).list();
	}

	private int sum(String file, int rows) {
		return asked(file, rows).stream().mapToInt(Integer::intValue).sum();
	}

}
