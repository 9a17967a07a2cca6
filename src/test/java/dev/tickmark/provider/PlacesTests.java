package dev.tickmark.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(300)
class PlacesTests {

	private static final long LONG = TimeUnit.MINUTES.toNanos(1);

	private final List<Party> all = new CopyOnWriteArrayList<>();

	private final Party night = new Party("night", this.all, () -> false);

	private final Party upload = new Party("upload", this.all, () -> false);

	private final Places places = new Places(1);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Thread> waiting = new CopyOnWriteArrayList<>();

	private final List<String> letIn = new CopyOnWriteArrayList<>();

	private final AtomicBoolean stopped = new AtomicBoolean();

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void aCrowdAndAFewAreLetInByTurns() throws Exception {
		fill();
		crowd(this.night, "n", 6);
		crowd(this.upload, "u", 2);
		emptyAgainAndAgain(8);
		assertThat(this.letIn).containsExactly("n1", "u1", "n2", "u2", "n3", "n4", "n5", "n6");
	}

	@Test
	void ofThreePartiesEachHasEveryThirdTurn() throws Exception {
		fill();
		crowd(this.night, "n", 4);
		crowd(this.upload, "u", 2);
		crowd(new Party("second upload", this.all, () -> false), "s", 2);
		emptyAgainAndAgain(8);
		assertThat(this.letIn).containsExactly("n1", "u1", "s1", "n2", "u2", "s2", "n3", "n4");
	}

	@Test
	void whoIsAloneHasEveryTurnInTheOrderTheyCame() throws Exception {
		fill();
		crowd(this.night, "n", 5);
		emptyAgainAndAgain(5);
		assertThat(this.letIn).containsExactly("n1", "n2", "n3", "n4", "n5");
		assertThat(this.places.enter(this.upload, 0, () -> false)).as("all have left").isTrue();
	}

	@Test
	void whoWaitedLongEnoughTakesNobodysTurn() throws Exception {
		fill();
		assertThat(this.places.enter(this.upload, 0, () -> false)).isFalse();
		crowd(this.night, "n", 2);
		assertThat(this.places.enter(this.upload, TimeUnit.MILLISECONDS.toNanos(20), () -> false)).isFalse();
		emptyAgainAndAgain(2);
		assertThat(this.letIn).containsExactly("n1", "n2");
	}

	@Test
	void aPartyHearsThatWaitingIsPointlessWhileAnotherKeepsThePlace() throws Exception {
		fill();
		List<Future<Boolean>> crowd = crowd(this.upload, "u", 20);
		this.stopped.set(true);
		for (Future<Boolean> each : crowd) {
			assertThat(each.get()).isFalse();
		}
		assertThat(this.letIn).isEmpty();
	}

	@Test
	void whoIsInterruptedWaitsNoLongerAndTakesNobodysTurn() throws Exception {
		fill();
		Future<Boolean> one = crowd(this.night, "n", 1).getFirst();
		crowd(this.upload, "u", 1);
		one.cancel(true);
		await().until(() -> this.waiting.getFirst().getState() == Thread.State.TERMINATED);
		emptyAgainAndAgain(1);
		assertThat(this.letIn).containsExactly("u1");
		assertThat(this.places.enter(this.night, 0, () -> false)).isTrue();
	}

	@Test
	void moreRoomLetsInAtOnceAndLessThrowsNobodyOut() throws Exception {
		fill();
		List<Future<Boolean>> crowd = crowd(this.night, "n", 2);
		this.places.growTo(3);
		this.places.growTo(2);
		assertThat(this.places.size()).isEqualTo(3);
		for (Future<Boolean> each : crowd) {
			assertThat(each.get()).isTrue();
		}
		this.places.resize(1);
		this.places.leave();
		this.places.leave();
		assertThat(this.places.enter(this.upload, 0, () -> false)).as("one is still in").isFalse();
		this.places.leave();
		assertThat(this.places.enter(this.upload, 0, () -> false)).isTrue();
	}

	private void fill() throws InterruptedException {
		assertThat(this.places.enter(this.night, 0, () -> false)).isTrue();
	}

	/** Some who wait, one after the other. */
	private List<Future<Boolean>> crowd(Party party, String name, int size) {
		List<Future<Boolean>> crowd = new ArrayList<>();
		for (int i = 1; i <= size; i++) {
			String each = name + i;
			int before = this.waiting.size();
			crowd.add(this.threads.submit(() -> {
				this.waiting.add(Thread.currentThread());
				boolean in = this.places.enter(party, LONG, this.stopped::get);
				if (in) {
					this.letIn.add(each);
				}
				return in;
			}));
			await().pollInterval(1, TimeUnit.MILLISECONDS)
				.until(() -> this.waiting.size() > before
						&& this.waiting.getLast().getState() == Thread.State.TIMED_WAITING);
		}
		return crowd;
	}

	private void emptyAgainAndAgain(int times) {
		for (int i = 1; i <= times; i++) {
			this.places.leave();
			int in = i;
			await().pollInterval(1, TimeUnit.MILLISECONDS).until(() -> this.letIn.size() == in);
		}
		this.places.leave();
	}

}
