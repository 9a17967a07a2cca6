package dev.tickmark.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.Patience;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ReadAheadTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 499, 500, 501, 5000 })
	void everyRowComesOnceAndInOrder(int rows) throws UnreadableFile {
		AtomicInteger read = new AtomicInteger();
		List<Long> lines = new ArrayList<>();
		try (ReadAhead ahead = ReadAhead.begin(() -> (read.get() < rows) ? row(read.incrementAndGet(), "a") : null)) {
			for (InputRow row = ahead.next(); row != null; row = ahead.next()) {
				lines.add(row.line());
			}
			assertThat(ahead.next()).as("the end, once more").isNull();
		}
		assertThat(lines).hasSize(rows).isSorted().doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 500, 777 })
	void aFailureComesBehindTheRowsBeforeIt(int rows) throws UnreadableFile {
		IllegalStateException broken = new IllegalStateException("broken");
		AtomicInteger read = new AtomicInteger();
		try (ReadAhead ahead = ReadAhead.begin(() -> {
			if (read.get() == rows) {
				throw broken;
			}
			return row(read.incrementAndGet(), "a");
		})) {
			for (int i = 0; i < rows; i++) {
				assertThat(ahead.next()).isNotNull();
			}
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(ahead::next).isSameAs(broken);
		}
	}

	@Test
	void nobodyReadsFarAhead() throws UnreadableFile {
		AtomicInteger read = new AtomicInteger();
		String large = "x".repeat(1_000_000);
		try (ReadAhead ahead = ReadAhead.begin(() -> row(read.incrementAndGet(), large))) {
			for (int taken = 1; taken <= 10; taken++) {
				assertThat(ahead.next()).isNotNull();
				// two wait, one is being handed over
				assertThat(read.get()).isBetween(taken, taken + 3);
			}
		}
	}

	@Test
	void whoLeavesEndsTheReading() throws UnreadableFile {
		AtomicReference<Thread> reader = new AtomicReference<>();
		AtomicInteger read = new AtomicInteger();
		try (ReadAhead ahead = ReadAhead.begin(() -> {
			reader.set(Thread.currentThread());
			return row(read.incrementAndGet(), "a");
		})) {
			assertThat(ahead.next()).isNotNull();
		}
		assertThat(reader.get().isAlive()).isFalse();
	}

	@Test
	void anInterruptionIsLeftForLater() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		AtomicReference<Boolean> found = new AtomicReference<>();
		Thread taker = Thread.ofPlatform().start(() -> {
			try (ReadAhead ahead = ReadAhead.begin(() -> waited(go))) {
				InputRow row = ahead.next();
				found.set(row != null && Thread.currentThread().isInterrupted());
			}
			catch (UnreadableFile ex) {
				throw new IllegalStateException(ex);
			}
		});
		await().until(() -> taker.getState() == Thread.State.WAITING);
		taker.interrupt();
		go.countDown();
		taker.join(Patience.LONGEST);
		assertThat(found.get()).isTrue();
	}

	private static InputRow waited(CountDownLatch go) {
		try {
			go.await();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		return row(2, "a");
	}

	private static InputRow row(long line, String field) {
		return InputRow.bad(line, List.of(field), new Problem(null, "of no interest"));
	}

}
