package dev.tickmark.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	@Test
	void aCrowdNeverSendsMoreThanTheLimitInAnySecond() {
		Limit limit = new Limit(200, Duration.ofSeconds(1));
		Pace pace = pace(limit);
		AtomicInteger left = new AtomicInteger(400);
		List<Long> sent = Collections.synchronizedList(new ArrayList<>());
		try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 50; i++) {
				crowd.execute(() -> {
					while (left.getAndDecrement() > 0) {
						sent.add(send(pace));
					}
				});
			}
		}
		assertThat(sent).hasSize(400);
		assertThat(Collections.max(sent) - Collections.min(sent)).as("400 calls at 200 a second")
			.isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(1950));
		assertKept(sent, limit);
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 10, 100 })
	void whoIsLateMakesTheOthersLater(int calls) {
		Limit limit = new Limit(calls, Duration.ofSeconds(1));
		Pace pace = pace(limit);
		List<Long> sent = new ArrayList<>();
		for (int i = 0; i <= calls * 2; i++) {
			if (i == calls / 2) {
				// held up for half the window: nobody makes up for it
				spin(TimeUnit.MILLISECONDS.toNanos(500));
			}
			sent.add(send(pace));
		}
		assertKept(sent, limit);
	}

	@Test
	void theFirstMaySendAtOnceAndTheNextAPeriodLater() throws Exception {
		Pace daily = pace(new Limit(1, Duration.ofDays(1)));
		assertThat(daily.enter(1)).isTrue();
		assertThat(daily.remaining()).isZero();
		daily.use();
		assertThat(daily.remaining()).isGreaterThan(TimeUnit.HOURS.toNanos(23));
		daily.leave();
	}

	@Test
	void aTurnThatIsNotUsedCostsNothing() throws Exception {
		Pace daily = pace(new Limit(1, Duration.ofDays(1)));
		daily.enter(1);
		daily.leave();
		daily.enter(1);
		assertThat(daily.remaining()).isZero();
		daily.leave();
	}

	@Test
	void thePaceIsALittleSlowerThanAllowed() {
		Pace pace = pace(new Limit(10, Duration.ofSeconds(1)));
		assertThat(pace.spacing()).isEqualTo(Duration.ofMillis(101));
	}

	@Test
	void afterARefusalItComesBackGently() {
		Pace pace = pace(new Limit(100, Duration.ofSeconds(1)));
		pace.refused(Duration.ZERO);
		pace.use();
		assertThat(Duration.ofNanos(pace.remaining())).as("half as fast")
			.isBetween(Duration.ofMillis(15), Duration.ofNanos(20_200_000));
		pace.refused(Duration.ofSeconds(1));
		Pace fresh = pace(new Limit(1, Duration.ofMinutes(1)));
		for (int i = 0; i < 10; i++) {
			fresh.refused(Duration.ofSeconds(1));
		}
		fresh.use();
		assertThat(Duration.ofNanos(fresh.remaining())).as("never slower than an eighth")
			.isBetween(Duration.ofMinutes(7), Duration.ofSeconds(481));
	}

	private static Pace pace(Limit limit) {
		return new Pace(List.of(limit), Duration.ofMillis(10));
	}

	/** No window as long as the limit's, wherever it begins, sees more than the limit. */
	private static void assertKept(List<Long> times, Limit limit) {
		long[] sent = times.stream().mapToLong(Long::longValue).sorted().toArray();
		for (int i = 0; i + limit.calls() < sent.length; i++) {
			assertThat(sent[i + limit.calls()] - sent[i]).as("from call %d to %d", i, i + limit.calls())
				.isGreaterThanOrEqualTo(limit.per().toNanos());
		}
	}

	private static long send(Pace pace) {
		try {
			while (!pace.enter(TimeUnit.SECONDS.toNanos(1))) {
				Thread.onSpinWait();
			}
			try {
				TimeUnit.NANOSECONDS.sleep(pace.remaining());
				spin(pace.remaining());
				long now = System.nanoTime();
				pace.use();
				return now;
			}
			finally {
				pace.leave();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void spin(long nanos) {
		long until = System.nanoTime() + nanos;
		while (System.nanoTime() - until < 0) {
			Thread.onSpinWait();
		}
	}

}
