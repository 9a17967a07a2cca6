package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tickmark.payee.CallKind;
import dev.tickmark.provider.LaneSettings.Counted;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(300)
class LaneAdmissionTests {

	private static final BooleanSupplier NEVER = () -> false;

	@Test
	void aCallIsAdmittedWhenNothingStandsAgainstIt() {
		assertThat(admit(Given.lane(10, Duration.ofSeconds(1)), NEVER)).isInstanceOf(Admission.Granted.class);
	}

	@Test
	void nothingIsAdmittedOnceTheProgramStops() {
		assertThat(admit(Given.lane(10, Duration.ofSeconds(1)), () -> true)).isEqualTo(Admission.Refused.STOPPING);
	}

	@Test
	void whoWaitsForAPermitHearsThatTheProgramStops() throws Exception {
		Lane lane = Given.lane(1, Duration.ofDays(1));
		admit(lane, NEVER);
		assertThat(waiting(lane, (_, stop) -> stop.set(true))).containsOnly(Admission.Refused.STOPPING);
	}

	@Test
	void whoWaitsForAPermitHearsThatTheLaneIsStopped() throws Exception {
		Lane lane = Given.lane(1, Duration.ofDays(1));
		admit(lane, NEVER);
		assertThat(waiting(lane, (stopped, _) -> stopped.stop(Given.fault("wrong key"))))
			.containsOnly(Admission.Refused.STOPPED_LANE);
	}

	@Test
	void whoWaitsForAPauseToEndHearsOfBoth() throws Exception {
		Lane paused = Given.lane(1000, Duration.ofSeconds(1));
		paused.pause(Duration.ofHours(1), Instant.now());
		assertThat(waiting(paused, (_, stop) -> stop.set(true))).containsOnly(Admission.Refused.STOPPING);
		assertThat(waiting(paused, (stopped, _) -> stopped.stop(Given.fault("wrong key"))))
			.containsOnly(Admission.Refused.STOPPED_LANE);
	}

	@Test
	void anInterruptedCallIsNotAdmittedAndStaysInterrupted() {
		Thread.currentThread().interrupt();
		Admission admission = admit(Given.lane(10, Duration.ofSeconds(1)), NEVER);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(admission).isEqualTo(Admission.Refused.STOPPING);
	}

	@Test
	void aStoppedLaneAdmitsNobodyAndKeepsItsFirstReason() {
		Lane lane = Given.lane(10, Duration.ofSeconds(1));
		lane.stop(Given.fault("wrong key"));
		lane.stop(Given.fault("another"));
		assertThat(admit(lane, NEVER)).isEqualTo(Admission.Refused.STOPPED_LANE);
		assertThat(lane.fault()).isEqualTo(Given.fault("wrong key"));
	}

	@Test
	void whatTheLimitsDoNotCountWaitsForNobodysTurn() {
		Lane lane = Given.counting(Counted.SUBMIT);
		for (int i = 0; i < 20; i++) {
			assertThat(admit(lane, CallKind.STATUS, NEVER)).isInstanceOf(Admission.Granted.class);
		}
		assertThat(left(lane)).isEqualTo(2);
		admit(lane, CallKind.SUBMIT, NEVER);
		assertThat(left(lane)).isOne();
		lane.pause(Duration.ofHours(1), Instant.now());
		Instant soon = Instant.now().plusMillis(200);
		assertThat(admit(lane, CallKind.STATUS, () -> Instant.now().isAfter(soon))).as("a pause is for all")
			.isEqualTo(Admission.Refused.STOPPING);
	}

	@Test
	void aTokenTakesATurnOfItsOwnWhereItCounts() {
		Lane lane = Given.counting(Counted.SUBMIT, Counted.TOKEN);
		Instant soon = Instant.now().plusMillis(200);
		assertThat(admit(lane, CallKind.SUBMIT, () -> Instant.now().isAfter(soon)))
			.as("the token had the first half hour")
			.isEqualTo(Admission.Refused.STOPPING);
		assertThat(left(lane)).isOne();
	}

	private static long left(Lane lane) {
		return lane.allowances().getFirst().left();
	}

	@Test
	void aPauseHoldsEverybody() throws Exception {
		Lane lane = Given.lane(1000, Duration.ofSeconds(1));
		lane.pause(Duration.ofMillis(1200), Instant.now());
		Instant open = Instant.now().plus(lane.paused());
		assertThat(admitted(lane, 20, () -> {
		})).hasSize(20).allSatisfy((at) -> assertThat(at).isAfterOrEqualTo(open.minusMillis(1)));
	}

	@Test
	void aPauseThatBeginsMeanwhileHoldsThoseWhoHaveAPermitAlready() throws Exception {
		Lane lane = Given.lane(1, Duration.ofMillis(500));
		admit(lane, NEVER);
		Instant[] open = new Instant[1];
		List<Instant> admitted = admitted(lane, 1, () -> {
			lane.pause(Duration.ofMillis(1500), Instant.now());
			open[0] = Instant.now().plus(lane.paused());
		});
		assertThat(admitted).singleElement().satisfies((at) -> assertThat(at).isAfterOrEqualTo(open[0].minusMillis(1)));
	}

	@Test
	void callsAreAdmittedAtTheLanesPace() throws Exception {
		Lane lane = Given.lane(20, Duration.ofSeconds(1));
		Instant start = Instant.now();
		List<Instant> admitted = admitted(lane, 11, () -> {
		});
		assertThat(admitted.stream().max(Instant::compareTo)).hasValueSatisfying(
				(last) -> assertThat(Duration.between(start, last)).isGreaterThanOrEqualTo(Duration.ofMillis(450)));
	}

	private static Admission admit(Lane lane, BooleanSupplier stopping) {
		return admit(lane, CallKind.SUBMIT, stopping);
	}

	private static Admission admit(Lane lane, CallKind kind, BooleanSupplier stopping) {
		return lane.admit(lane.join("run 1"), kind, stopping, () -> true);
	}

	/** When each of a crowd was admitted, while something else happens. */
	private static List<Instant> admitted(Lane lane, int crowd, Runnable meanwhile) throws Exception {
		CountDownLatch waiting = new CountDownLatch(crowd);
		Callable<Instant> call = () -> {
			admit(lane, () -> {
				waiting.countDown();
				return false;
			});
			return Instant.now();
		};
		List<Instant> admitted = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Instant>> calls = new ArrayList<>();
			for (int i = 0; i < crowd; i++) {
				calls.add(threads.submit(call));
			}
			waiting.await();
			meanwhile.run();
			for (Future<Instant> each : calls) {
				admitted.add(each.get());
			}
		}
		return admitted;
	}

	/** What ten waiting calls hear once all of them wait and something happened. */
	private static List<Admission> waiting(Lane lane, Event event) throws Exception {
		AtomicBoolean stop = new AtomicBoolean();
		CountDownLatch waiting = new CountDownLatch(10);
		Callable<Admission> call = () -> admit(lane, () -> {
			waiting.countDown();
			return stop.get();
		});
		List<Admission> heard = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Admission>> calls = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				calls.add(threads.submit(call));
			}
			waiting.await();
			event.happen(lane, stop);
			for (Future<Admission> each : calls) {
				heard.add(each.get());
			}
		}
		return heard;
	}

	private interface Event {

		void happen(Lane lane, AtomicBoolean stop);

	}

}
