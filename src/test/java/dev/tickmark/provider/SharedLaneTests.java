package dev.tickmark.provider;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tickmark.payee.CallKind;
import dev.tickmark.provider.LaneSettings.Counted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A lane that several sessions use at the same time. */
@Timeout(300)
class SharedLaneTests {

	private static final BooleanSupplier NEVER = () -> false;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final AtomicBoolean over = new AtomicBoolean();

	private final List<String> admitted = new CopyOnWriteArrayList<>();

	@AfterEach
	void stop() {
		this.over.set(true);
		this.threads.shutdownNow();
	}

	@Test
	void whoJoinsACrowdWithAFewHasEverySecondTurnUntilTheyAreDone() {
		Lane lane = Given.lane(100, Duration.ofSeconds(1));
		Party night = lane.join("run 1");
		crowd(lane, night, "night", 40);
		await().until(() -> this.admitted.size() >= 5);
		crowd(lane, lane.join("run 2"), "upload", 10);
		await().until(() -> this.admitted.stream().filter("upload"::equals).count() == 10);
		int first = this.admitted.indexOf("upload");
		int last = this.admitted.lastIndexOf("upload");
		assertThat(last - first + 1).as("turns for ten calls").isBetween(16, 24);
	}

	@Test
	void oneThatIsStoppedLeavesTheOtherInTheLane() throws Exception {
		Lane lane = Given.lane(1, Duration.ofMinutes(10));
		admit(lane, lane.join("run 1"), NEVER);
		Party upload = lane.join("run 2");
		crowd(lane, lane.join("run 1"), "night", 20);
		Instant soon = Instant.now().plusMillis(300);
		assertThat(this.threads.submit(() -> admit(lane, upload, () -> Instant.now().isAfter(soon))).get())
			.isEqualTo(Admission.Refused.STOPPING);
		assertThat(lane.fault()).isNull();
	}

	@Test
	void callsInFlightAreCountedOverAllAndAPlaceThatIsFreeIsTheOthersInTurn() throws Exception {
		try (Stub stub = stub()) {
			Lane lane = Given.lane(stub.url());
			Party night = lane.join("run 1");
			Party upload = lane.join("run 2");
			List<Admission.Permit> inFlight = new CopyOnWriteArrayList<>();
			for (int i = 0; i < 50; i++) {
				inFlight.add(((Admission.Granted) admit(lane, night, NEVER)).permit());
			}
			crowd(lane, night, "night", 2);
			crowd(lane, upload, "upload", 2);
			Instant soon = Instant.now().plusMillis(300);
			assertThat(admit(lane, lane.join("run 3"), () -> Instant.now().isAfter(soon)))
				.isEqualTo(Admission.Refused.STOPPING);
			assertThat(this.admitted).isEmpty();
			lane.send(Given.get("/v1"), 1, inFlight.get(0));
			lane.send(Given.get("/v1"), 1, inFlight.get(1));
			await().until(() -> this.admitted.size() == 4);
			assertThat(this.admitted.subList(0, 3)).as("whoever was there first").contains("upload");
		}
	}

	@Test
	void whatTheLimitsDoNotCountTakesAPlaceAsWell() {
		Lane lane = Given.counting(Counted.SUBMIT);
		Party party = lane.join("run 1");
		for (int i = 0; i < 50; i++) {
			assertThat(lane.admit(party, CallKind.STATUS, NEVER, () -> true)).isInstanceOf(Admission.Granted.class);
		}
		Instant soon = Instant.now().plusMillis(200);
		lane.join("run 2");
		assertThat(lane.admit(party, CallKind.STATUS, () -> Instant.now().isAfter(soon), () -> true))
			.isEqualTo(Admission.Refused.STOPPING);
	}

	@Test
	void aFaultIsForAllWhoAreInAndNotForWhoComesWithNewCredentials() {
		Lane lane = Given.lane(100, Duration.ofMinutes(1));
		Party night = lane.join("run 1");
		admit(lane, night, NEVER);
		lane.stop(Given.fault("wrong key"));
		assertThat(admit(lane, night, NEVER)).isEqualTo(Admission.Refused.STOPPED_LANE);
		assertThat(admit(lane, lane.join("run 2"), NEVER)).isEqualTo(Admission.Refused.STOPPED_LANE);
		assertThat(lane.wasStoppedBefore(Instant.now().minusSeconds(5))).isFalse();
		assertThat(lane.wasStoppedBefore(Instant.now().plusSeconds(5))).isTrue();
		Lane again = Given.lane(100, Duration.ofMinutes(1)).behind(lane);
		Party third = again.join("run 3");
		assertThat(again.fault()).isNull();
		assertThat(again.allowances().getFirst().left()).as("the limits are the same").isEqualTo(99);
		assertThat(admit(again, third, NEVER)).isInstanceOf(Admission.Granted.class);
		assertThat(lane.allowances().getFirst().left()).isEqualTo(98);
		assertThat(third.others()).as("who is stopped shares nothing").isEmpty();
		assertThat(lane.fault()).isEqualTo(Given.fault("wrong key"));
	}

	@Test
	void whoSharesALaneIsSaidAndForgottenWhenItLeaves() {
		Lane lane = Given.lane(100, Duration.ofSeconds(1));
		Party night = lane.join("run 12");
		assertThat(LaneRemark.of(lane, night)).isEmpty();
		Party upload = lane.join("run 13");
		assertThat(LaneRemark.of(lane, upload)).isEqualTo("shared with run 12");
		lane.pause(Duration.ofMinutes(2), Instant.now());
		assertThat(LaneRemark.of(lane, night)).startsWith("paused 1").endsWith(" s, shared with run 13");
		lane.leave(night);
		assertThat(LaneRemark.of(lane, upload)).doesNotContain("shared");
	}

	@Test
	void howManyTurnsItTakesDependsOnWhatTheOthersStillWant() {
		Lane lane = Given.lane(100, Duration.ofSeconds(1));
		Party night = lane.join("run 1");
		assertThat(night.turns(100)).isEqualTo(100);
		Party upload = lane.join("run 2");
		assertThat(night.turns(100)).as("it may want any number").isEqualTo(200);
		upload.expects(20);
		assertThat(night.turns(100)).isEqualTo(120);
		night.expects(100_000);
		assertThat(upload.turns(20)).isEqualTo(40);
		admit(lane, upload, NEVER);
		assertThat(night.turns(100)).isEqualTo(119);
	}

	private static Stub stub() throws IOException {
		Stub stub = new Stub();
		stub.replays(List.of(new Stub.Says(200, "{}")));
		return stub;
	}

	private static Admission admit(Lane lane, Party party, BooleanSupplier stopping) {
		return lane.admit(party, CallKind.SUBMIT, stopping, () -> true);
	}

	/**
	 * Some who want to be admitted at once; their calls land the moment they may be sent.
	 */
	private void crowd(Lane lane, Party party, String name, int size) {
		for (int i = 0; i < size; i++) {
			this.threads.submit(() -> lane.admit(party, CallKind.SUBMIT, this.over::get,
					() -> true) instanceof Admission.Granted(Admission.Permit permit) && this.admitted.add(name)
					&& landed(permit));
		}
	}

	private static boolean landed(Admission.Permit permit) {
		permit.landed();
		return true;
	}

}
