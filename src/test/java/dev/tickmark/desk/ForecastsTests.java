package dev.tickmark.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class ForecastsTests {

	private static final Forecast MADE = new Forecast.Refused("made");

	private final Forecasts forecasts = new Forecasts();

	private final CountDownLatch hold = new CountDownLatch(1);

	private final AtomicInteger read = new AtomicInteger();

	@AfterEach
	void end() {
		this.hold.countDown();
		this.forecasts.destroy();
	}

	@Test
	void aFileIsReadOnceForAllWhoAskAndNobodyWaitsForLong() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Forecast>> all = IntStream.range(0, 50)
				.<Callable<Forecast>>mapToObj((_) -> this::held)
				.toList();
			for (Future<Forecast> one : threads.invokeAll(all)) {
				assertThat(one.get()).isEqualTo(new Forecast.Later("The file is still being read."));
			}
		}
		assertThat(this.read).hasValue(1);
		this.hold.countDown();
		assertThat(held()).as("asked again").isEqualTo(MADE);
		assertThat(this.read).hasValue(1);
		assertThat(held()).as("a new one").isEqualTo(MADE);
		assertThat(this.read).hasValue(2);
	}

	@Test
	void whoComesWhileOthersAreReadIsToldSoAndTooManyAreRefused() throws Exception {
		List<Future<Forecast>> told = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			told.add(threads.submit(() -> held(1)));
			told.add(threads.submit(() -> held(2)));
			await().until(() -> this.read.get() == 2);
			IntStream.range(3, 21).forEach((upload) -> told.add(threads.submit(() -> held(upload))));
		}
		assertThat(told.getFirst().get()).isEqualTo(new Forecast.Later("The file is still being read."));
		assertThat(told.getLast().get()).isEqualTo(new Forecast.Later("2 other files are being read first."));
		assertThat(held(21)).isEqualTo(new Forecast.Later("Many files are being read at this moment."));
		assertThat(this.read).hasValue(2);
	}

	@Test
	void whatGoesWrongIsToldAndTriedAnew() {
		assertThatIllegalStateException().isThrownBy(() -> this.forecasts.make(key(1), () -> {
			throw new IllegalStateException("no");
		})).withMessage("no");
		assertThat(this.forecasts.make(key(1), () -> MADE)).isEqualTo(MADE);
	}

	private Forecast held() {
		return held(1);
	}

	private Forecast held(long upload) {
		return this.forecasts.make(key(upload), () -> {
			this.read.incrementAndGet();
			try {
				this.hold.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return MADE;
		});
	}

	private static Forecasts.Key key(long upload) {
		return new Forecasts.Key(upload, "default", "", null, false);
	}

}
