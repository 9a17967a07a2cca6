package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tickmark.payee.ProviderName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Calls that wait in a queue while the lane is shut behind them. */
@Timeout(300)
class TurnstileTests {

	private static final int CROWD = 20;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Outage outage = new Outage(new ProviderName("alpha"));

	private final AtomicLong pause = new AtomicLong();

	private final Pace pace = new Pace(List.of(new Limit(1000, Duration.ofSeconds(1))), Duration.ZERO);

	private final Turnstile turnstile = new Turnstile(this.pace, this.outage, new Places(CROWD + 1),
			() -> Math.max(this.pause.get(), this.outage.remaining(Instant.now()).toNanos()));

	private final Party party = Party.alone();

	private final AtomicBoolean stop = new AtomicBoolean();

	private final AtomicInteger prepared = new AtomicInteger();

	private final CountDownLatch preparing = new CountDownLatch(1);

	private final CountDownLatch goOn = new CountDownLatch(1);

	private final List<AtomicInteger> looks = new ArrayList<>();

	private final List<Future<Admission>> queue = new ArrayList<>();

	@AfterEach
	void stop() {
		this.goOn.countDown();
		this.stop.set(true);
		this.threads.shutdownNow();
	}

	@Test
	void whoQueuedBeforeAnOutageIsNotTheCallThatIsTried() throws Exception {
		crowd();
		for (int i = 0; i < Outage.LOOKED_AT; i++) {
			this.outage.ended(Instant.now(), true);
		}
		assertThat(this.outage.lasts()).isTrue();
		await().until(this.outage::admits);
		this.goOn.countDown();
		assertNobodyIsAdmitted();
		assertThat(this.outage.admits()).as("nor leaves anybody a second try").isFalse();
	}

	@Test
	void whoQueuedBeforeAPauseIsNotPreparedInIt() throws Exception {
		crowd();
		this.pause.set(Duration.ofHours(1).toNanos());
		this.goOn.countDown();
		assertNobodyIsAdmitted();
		assertThat(this.prepared).as("the one that was at it").hasValue(1);
		this.pause.set(0);
		for (Future<Admission> each : this.queue) {
			assertThat(each.get()).isInstanceOf(Admission.Granted.class);
		}
	}

	@Test
	void aTokenThatExpiresDuringTheWaitTakesATurnOfItsOwn() {
		Duration spacing = Duration.ofMillis(1300);
		Pace slow = new Pace(List.of(new Limit(1, spacing)), Duration.ZERO);
		Turnstile lane = new Turnstile(slow, this.outage, new Places(1), this.pause::get);
		AtomicBoolean expired = new AtomicBoolean();
		AtomicInteger looked = new AtomicInteger();
		long[] fetched = new long[1];
		long first = System.nanoTime();
		slow.use();
		lane.admit(new Turnstile.Entry(this.party, true, expired::get, () -> {
			fetched[0] = System.nanoTime();
			expired.set(false);
			return true;
		}), () -> {
			if (looked.incrementAndGet() == 3) {
				expired.set(true);
			}
			return false;
		});
		long granted = System.nanoTime();
		long tolerance = Duration.ofMillis(1).toNanos();
		assertThat(fetched[0] - first).isGreaterThanOrEqualTo(spacing.toNanos() - tolerance);
		assertThat(granted - fetched[0]).isGreaterThanOrEqualTo(spacing.toNanos() - tolerance);
	}

	/** One that is being prepared, and others who queue behind it. */
	private void crowd() throws InterruptedException {
		admit(() -> {
			this.preparing.countDown();
			try {
				this.goOn.await();
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
			return this.prepared.incrementAndGet() > 0;
		});
		this.preparing.await();
		for (int i = 0; i < CROWD; i++) {
			admit(() -> this.prepared.incrementAndGet() > 0);
		}
		await().until(() -> this.looks.stream().allMatch((look) -> look.get() > 0));
	}

	private void admit(BooleanSupplier prepare) {
		AtomicInteger look = new AtomicInteger();
		this.looks.add(look);
		this.queue.add(this.threads
			.submit(() -> this.turnstile.admit(new Turnstile.Entry(this.party, true, () -> false, prepare), () -> {
				look.incrementAndGet();
				return this.stop.get();
			})));
	}

	/** All come back from the queue and wait outside. */
	private void assertNobodyIsAdmitted() {
		List<Integer> before = this.looks.stream().map(AtomicInteger::get).toList();
		await().until(() -> {
			for (int i = 0; i < before.size(); i++) {
				if (!this.queue.get(i).isDone() && this.looks.get(i).get() < before.get(i) + 3) {
					return false;
				}
			}
			return true;
		});
		assertThat(this.queue).noneMatch(Future::isDone);
	}

}
