package dev.tickmark.verification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A lane is open once in a process, and only while somebody uses it. */
@Timeout(300)
class OwnedLanesTests extends SharedLaneCase {

	private static final Outcome.LaneFault FAULT = new Outcome.LaneFault(
			Finding.of(Verdict.PROVIDER_ERROR, "wrong key"));

	private final AtomicBoolean over = new AtomicBoolean();

	private final StopSignal stop = new StopSignal();

	private final List<String> told = new CopyOnWriteArrayList<>();

	@Test
	void whoNeedsItAtTheSameTimeGetsTheSameLane() throws Exception {
		try (LaneUse one = take(opened(), "run 1"); LaneUse other = take(opened(), "run 2")) {
			assertThat(other.lane()).isSameAs(one.lane());
			assertThat(other.party().others()).containsExactly("run 1");
		}
		assertThat(this.told).isEmpty();
	}

	@Test
	void itIsGivenBackWhenTheLastOneLeaves() throws Exception {
		Lane first = opened();
		try (OwnerLocks.Holder process = this.locks.open()) {
			LaneUse one = take(first, "run 1");
			LaneUse other = take(opened(), "run 2");
			one.close();
			assertThat(process.take(lock(SHARED))).isFalse();
			other.close();
			assertThat(process.take(lock(SHARED))).isTrue();
		}
		try (LaneUse later = take(opened(), "run 3")) {
			assertThat(later.lane()).as("it begins anew").isNotSameAs(first);
		}
	}

	@Test
	void whatIsLeftOfOneLaneSaysNothingOfAnother() throws Exception {
		try (OwnerLocks.Holder process = this.locks.open()) {
			LaneUse shared = take(opened(), "run 1");
			LaneUse narrow = take(lane("narrow"), "run 1");
			shared.close();
			assertThat(process.take(lock(SHARED))).isTrue();
			assertThat(process.take(lock(NARROW))).isFalse();
			narrow.close();
			assertThat(process.take(lock(NARROW))).isTrue();
		}
	}

	@Test
	void withOtherSettingsItIsAnotherLaneAndWaitsForTheFirst() throws Exception {
		LaneUse one = take(ScriptedLane.of("50/1s"), "run 1");
		LaneUse same = take(ScriptedLane.of("50/1s"), "run 2");
		assertThat(same.lane()).isSameAs(one.lane());
		Future<LaneUse> slower = this.threads.submit(() -> take(ScriptedLane.of("10/1s"), "run 3"));
		Future<LaneUse> rehearsal = this.threads
			.submit(() -> this.ownedLanes.take(ScriptedLane.of("50/1s"), user("run 4", true)));
		await().until(() -> this.told.size() == 2);
		assertThat(this.told).containsOnly("scripted: another run of this process");
		one.close();
		same.close();
		await().until(() -> slower.isDone() || rehearsal.isDone());
		Future<LaneUse> next = slower.isDone() ? slower : rehearsal;
		assertThat(next.get().party().others()).isEmpty();
		next.get().close();
		((next == slower) ? rehearsal : slower).get().close();
	}

	@Test
	void whoIsOverWhileItWaitsGetsALaneThatIsNobodys() throws Exception {
		try (OwnerLocks.Holder process = this.locks.open()) {
			assertThat(process.take(lock(SHARED))).isTrue();
			Future<LaneUse> waiting = this.threads.submit(() -> take(opened(), "run 1"));
			await().until(() -> !this.told.isEmpty());
			assertThat(this.told).singleElement().asString().startsWith("shared: tickmark process ");
			this.over.set(true);
			waiting.get().close();
			assertThat(process.take(lock(SHARED))).as("it took nothing and gave nothing back").isTrue();
		}
	}

	@Test
	void whoWaitsAndIsInterruptedLeavesTheOthersTheirLane() throws Exception {
		LaneUse one = take(ScriptedLane.of("50/1s"), "run 1");
		Future<LaneUse> waiting = this.threads.submit(() -> take(ScriptedLane.of("10/1s"), "run 2"));
		await().until(() -> !this.told.isEmpty());
		waiting.cancel(true);
		try (LaneUse other = take(ScriptedLane.of("50/1s"), "run 3")) {
			assertThat(other.lane()).isSameAs(one.lane());
			assertThat(other.isOwned()).isTrue();
		}
		one.close();
		assertThat(this.stop.requested()).isFalse();
	}

	@Test
	void aLaneThatIsLostStopsAllWhoUseItAndIsNewForWhoComesAfterThem() throws Exception {
		LaneUse one = take(opened(), "run 1");
		LaneUse other = take(opened(), "run 2");
		killHolder(SHARED);
		await().until(this.stop::requested);
		assertThat(one.isOwned()).isFalse();
		Future<LaneUse> later = this.threads.submit(() -> take(opened(), "run 3"));
		await().until(() -> !this.told.isEmpty());
		one.close();
		assertThat(later.isDone()).as("one is still to be stopped").isFalse();
		other.close();
		try (LaneUse next = later.get()) {
			assertThat(next.isOwned()).isTrue();
			assertThat(next.lane()).isNotSameAs(one.lane());
		}
	}

	@Test
	void whatStoppedALaneStopsWhoJoinsAtOnceAndIsTriedAnewByWhoJoinsLater() throws Exception {
		try (LaneUse one = take(opened(), "run 1")) {
			one.lane().stop(FAULT);
			try (LaneUse soon = take(opened(), "run 2")) {
				assertThat(soon.lane().fault()).isEqualTo(FAULT);
			}
			await().untilAsserted(() -> {
				try (LaneUse later = take(opened(), "run 3"); LaneUse last = take(opened(), "run 4")) {
					assertThat(later.lane().fault()).isNull();
					assertThat(last.lane()).isSameAs(later.lane());
				}
			});
			assertThat(one.lane().fault()).as("told by who met it").isEqualTo(FAULT);
		}
	}

	private LaneUse take(Lane lane, String name) throws InterruptedException {
		return this.ownedLanes.take(lane, user(name, false));
	}

	private LaneUser user(String name, boolean sandbox) {
		return new LaneUser(name, sandbox, this.stop, this.over::get,
				(lane, holder) -> this.told.add(lane + ": " + holder));
	}

	private Lane opened() {
		return lane("shared");
	}

	private Lane lane(String name) {
		return this.lanes.open(List.of(SHARED, NARROW))
			.values()
			.stream()
			.filter((lane) -> lane.provider().name().value().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
