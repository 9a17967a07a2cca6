package dev.tickmark.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

@Timeout(300)
class GroupCommitTests {

	@AutoClose
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch first = new CountDownLatch(1);

	private volatile boolean holding;

	private final GroupCommit<Integer> commit = new GroupCommit<>(TransactionOperations.withoutTransaction(),
			this::write);

	private int[] write(List<Integer> group) {
		this.groups.add(group);
		if (group.contains(0)) {
			this.holding = true;
			waitFor(this.first);
		}
		if (group.contains(-1)) {
			throw new DataIntegrityViolationException("it is there already");
		}
		if (group.contains(-2)) {
			throw new QueryTimeoutException("nobody answers");
		}
		return group.stream().mapToInt(Integer::intValue).toArray();
	}

	@Test
	void whoComesAloneIsWrittenAtOnce() {
		assertThat(this.commit.commit(7)).isEqualTo(7);
		assertThat(this.commit.commit(8)).isEqualTo(8);
		assertThat(this.groups).containsExactly(List.of(7), List.of(8));
	}

	@Test
	void whoComesWhileOthersAreWrittenIsWrittenWithAllWhoDid() throws Exception {
		List<Future<Integer>> waiting = meanwhile(IntStream.rangeClosed(1, 250).boxed().toList());
		this.first.countDown();
		for (int i = 0; i < 250; i++) {
			assertThat(waiting.get(i).get()).isEqualTo(i + 1);
		}
		assertThat(this.groups).extracting(List::size).containsExactly(1, 100, 100, 50);
	}

	@Test
	void whatCannotBeWrittenIsNobodyElsesTrouble() throws Exception {
		List<Future<Integer>> waiting = meanwhile(List.of(1, -1, 2));
		this.first.countDown();
		assertThat(waiting.get(0).get()).isEqualTo(1);
		assertThat(catchThrowable(() -> waiting.get(1).get()))
			.hasRootCauseInstanceOf(DataIntegrityViolationException.class);
		assertThat(waiting.get(2).get()).isEqualTo(2);
		assertThat(this.groups).as("together, then each alone").hasSize(5);
	}

	@Test
	void aDatabaseThatIsGoneIsToldToAllAtOnce() throws Exception {
		List<Future<Integer>> waiting = meanwhile(List.of(1, -2, 2));
		this.first.countDown();
		for (Future<Integer> each : waiting) {
			assertThat(catchThrowable(each::get)).hasRootCauseInstanceOf(QueryTimeoutException.class);
		}
		assertThat(this.groups).hasSize(2);
		assertThat(this.commit.commit(5)).as("and the next tries again").isEqualTo(5);
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> this.commit.commit(-2));
	}

	/** What comes, one after the other, while a first one is being written. */
	private List<Future<Integer>> meanwhile(List<Integer> items) {
		this.threads.submit(() -> this.commit.commit(0));
		await().until(() -> this.holding);
		List<Future<Integer>> waiting = new ArrayList<>();
		for (int item : items) {
			int before = this.commit.waiting();
			waiting.add(this.threads.submit(() -> this.commit.commit(item)));
			// soon: there are 250 of them
			await().pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(1))
				.until(() -> this.commit.waiting() > before);
		}
		return waiting;
	}

	private static void waitFor(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
