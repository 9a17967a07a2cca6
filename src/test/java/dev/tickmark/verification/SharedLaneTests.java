package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.verification.StubServer.Says;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An upload during the nightly run. */
@Timeout(300)
class SharedLaneTests extends SharedLaneCase {

	@Test
	void aFewRowsDuringALongRunHaveEverySecondTurnAndTheLimitHoldsOverBoth() throws Exception {
		PayeeFile night = file(SHARED, "night", 600);
		PayeeFile upload = file(SHARED, "upload", 20);
		arrivals();
		Future<VerifyResult> running = begin(night, new StopSignal());
		awaitArrived("night", 20);
		assertFinished(begin(upload, new StopSignal()).get());
		assertThat(running.isDone()).as("the long run goes on").isFalse();
		List<String> until = List.copyOf(this.arrived);
		List<Integer> own = indexes(until, "upload");
		assertThat(own).hasSize(20);
		assertThat(own.getLast() - own.getFirst() + 1).as("turns for twenty rows").isBetween(30, 50);
		assertFinished(running.get());
		assertAskedOnce();
		assertThat(this.arrived).hasSize(620);
		assertLimitHeld();
	}

	@Tag("long")
	@Test
	void oneThatIsStoppedLeavesTheOtherGoing() throws Exception {
		PayeeFile night = file(SHARED, "night", 400);
		PayeeFile upload = file(SHARED, "upload", 80);
		arrivals();
		StopSignal stop = new StopSignal();
		Future<VerifyResult> one = begin(night, stop);
		awaitArrived("night", 20);
		Future<VerifyResult> other = begin(upload, new StopSignal());
		awaitArrived("upload", 5);
		stop.request("enough");
		assertThat(one.get()).isInstanceOf(VerifyResult.Stopped.class);
		assertFinished(other.get());
		assertThat(arrived("night")).isLessThan(400);
		assertFinished(verify(night));
		assertAskedOnce();
		assertThat(this.arrived).hasSize(480);
	}

	@Tag("long")
	@Test
	void aFaultOfConfigurationStopsBothAndEachTellsIt() throws Exception {
		PayeeFile night = file(SHARED, "night", 400);
		PayeeFile upload = file(SHARED, "upload", 200);
		arrivals((_, _) -> (arrived("upload") > 5) ? new Says(403, Map.of()) : Says.ok());
		Future<VerifyResult> one = begin(night, new StopSignal());
		awaitArrived("night", 20);
		Future<VerifyResult> other = begin(upload, new StopSignal());
		for (Future<VerifyResult> each : List.of(one, other)) {
			VerifyResult.Finished held = (VerifyResult.Finished) each.get();
			assertThat(held.stoppedLanes()).singleElement().asString().contains("403");
			assertThat(held.figures().open()).isPositive();
		}
		assertThat(this.arrived).as("calls until the lane stopped").hasSizeLessThan(150);
		arrivals();
		assertFinished(verify(night));
		assertFinished(verify(upload));
	}

	@Test
	void theConnectionThatHasTheLaneIsLostAndBothStopAndNeitherPaysTwice() throws Exception {
		PayeeFile night = file(SHARED, "night", 400);
		PayeeFile upload = file(SHARED, "upload", 200);
		arrivals();
		Future<VerifyResult> one = begin(night, new StopSignal());
		awaitArrived("night", 10);
		Future<VerifyResult> other = begin(upload, new StopSignal());
		awaitArrived("upload", 5);
		killHolder(SHARED);
		for (Future<VerifyResult> each : List.of(one, other)) {
			VerifyResult.Stopped stopped = (VerifyResult.Stopped) each.get();
			assertThat(stopped.why()).isEqualTo("the connection to the database was lost");
		}
		assertThat(this.arrived).hasSizeLessThan(600);
		Future<VerifyResult> again = begin(night, new StopSignal());
		assertFinished(begin(upload, new StopSignal()).get());
		assertFinished(again.get());
		assertAskedOnce();
		assertThat(this.arrived).hasSize(600);
	}

	@Test
	void bothWaitForAnotherProcessAndShareTheLaneWhenItLetsGo() throws Exception {
		PayeeFile night = file(SHARED, "night", 100);
		PayeeFile upload = file(SHARED, "upload", 20);
		arrivals();
		CountDownLatch waits = new CountDownLatch(2);
		RunWatcher watcher = new RunWatcher() {
			@Override
			public void waits(String lane, String holder) {
				assertThat(lane).isEqualTo("shared");
				assertThat(holder).startsWith("tickmark process ");
				waits.countDown();
			}
		};
		Future<VerifyResult> one;
		Future<VerifyResult> other;
		try (OwnerLocks.Holder process = this.locks.open()) {
			assertThat(process.take(lock(SHARED))).isTrue();
			one = this.threads.submit(() -> this.job.verify(command(night, false), watcher, new StopSignal()));
			other = this.threads.submit(() -> this.job.verify(command(upload, false), watcher, new StopSignal()));
			waitFor(waits);
			assertThat(waits.getCount()).isZero();
			assertThat(this.arrived).isEmpty();
		}
		assertFinished(one.get());
		assertFinished(other.get());
		assertAskedOnce();
	}

	@Tag("long")
	@Test
	void noMoreCallsAreInFlightThanOneRunMayHaveAndNeitherKeepsAllPlaces() throws Exception {
		PayeeFile night = file(NARROW, "night", 300);
		PayeeFile upload = file(NARROW, "upload", 20);
		AtomicInteger most = new AtomicInteger();
		arrivals((_, _) -> {
			most.accumulateAndGet(STUB.underWay(), Math::max);
			waitFor(new CountDownLatch(1), 40);
			return Says.ok();
		});
		Future<VerifyResult> one = begin(night, new StopSignal());
		awaitArrived("night", 12);
		assertFinished(begin(upload, new StopSignal()).get());
		assertThat(one.isDone()).isFalse();
		List<Integer> own = indexes(List.copyOf(this.arrived), "upload");
		assertThat(own.getLast() - own.getFirst() + 1).as("places for twenty rows").isBetween(30, 60);
		assertFinished(one.get());
		assertThat(most).hasValueLessThanOrEqualTo(AT_ONCE);
		assertThat(most).as("and no fewer than it may").hasValue(AT_ONCE);
	}

	@Test
	void eachRunIsToldWithWhomItSharesTheLane() throws Exception {
		PayeeFile night = file(SHARED, "night", 400);
		PayeeFile upload = file(SHARED, "upload", 100);
		arrivals();
		StopSignal stop = new StopSignal();
		List<LaneProgress> lanes = new CopyOnWriteArrayList<>();
		RunWatcher watcher = new RunWatcher() {
			@Override
			public void opened(List<LaneProgress> opened) {
				lanes.addAll(opened);
			}
		};
		Future<VerifyResult> one = this.threads.submit(() -> this.job.verify(command(night, false), watcher, stop));
		awaitArrived("night", 10);
		assertThat(lanes.getFirst().remark()).isEmpty();
		Future<VerifyResult> other = begin(upload, new StopSignal());
		awaitArrived("upload", 1);
		assertThat(lanes.getFirst().remark()).matches("shared with run \\d+");
		assertFinished(other.get());
		await().until(() -> lanes.getFirst().remark().isEmpty());
		stop.request("enough");
		one.get();
	}

	private static List<Integer> indexes(List<String> arrived, String word) {
		return IntStream.range(0, arrived.size()).filter((i) -> isOf(word, arrived.get(i))).boxed().toList();
	}

	/** In no second, wherever it begins, more calls than allowed were sent. */
	private void assertLimitHeld() {
		List<Instant> sent = this.jdbc.sql("""
				select c.sent_at from call c join verification v on v.id = c.verification_id
				where v.provider = 'shared' order by c.sent_at""")
			.query((results, _) -> results.getTimestamp(1).toInstant())
			.list();
		for (int i = PER_SECOND; i < sent.size(); i++) {
			assertThat(Duration.between(sent.get(i - PER_SECOND), sent.get(i)))
				.isGreaterThanOrEqualTo(Duration.ofSeconds(1));
		}
	}

}
