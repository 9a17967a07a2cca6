package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tickmark.Patience;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(300)
class BatchTests {

	private static final Duration AT_ONCE = Duration.ZERO;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Map<Long, CompletableFuture<Optional<Change>>> answers = new ConcurrentHashMap<>();

	private final AtomicInteger attempts = new AtomicInteger();

	private final Batch batch = new Batch((verification) -> {
		this.attempts.incrementAndGet();
		return answer(verification.id()).join();
	}, this.threads);

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void whatIsAskedAlreadyIsNotAskedBesides() throws Exception {
		this.batch.ask(List.of(verification(1), verification(2)));
		this.batch.ask(List.of(verification(2), verification(1), verification(2)));
		assertThat(this.batch.inFlight()).isEqualTo(2);
		assertThat(this.batch.asked()).isEqualTo(2);
		concluded(1);
		concluded(2);
		assertThat(all()).containsExactlyInAnyOrder(1L, 2L);
		assertThat(this.attempts).hasValue(2);
	}

	@Test
	void whatIsAnsweredMayBeAskedAgain() throws Exception {
		this.batch.ask(List.of(verification(1)));
		concluded(1);
		assertThat(all()).containsExactly(1L);
		this.batch.ask(List.of(verification(1)));
		assertThat(all()).containsExactly(1L);
		assertThat(this.batch.asked()).isEqualTo(2);
		assertThat(this.attempts).hasValue(2);
	}

	@Test
	void nobodyWaitsForTheSlowest() throws Exception {
		this.batch.ask(List.of(verification(1), verification(2)));
		concluded(2);
		assertThat(this.batch.answered(AT_ONCE)).extracting(Change::verification).containsExactly(2L);
		assertThat(this.batch.inFlight()).isOne();
		this.batch.ask(List.of(verification(3)));
		concluded(3);
		assertThat(this.batch.answered(AT_ONCE)).extracting(Change::verification).containsExactly(3L);
		concluded(1);
		assertThat(all()).containsExactly(1L);
	}

	@Test
	void answersThatComeTogetherAreGathered() throws Exception {
		for (long id = 1; id <= 50; id++) {
			concluded(id);
		}
		List<Verification> due = new ArrayList<>();
		for (long id = 1; id <= 50; id++) {
			due.add(verification(id));
		}
		this.batch.ask(due);
		assertThat(this.batch.answered(Patience.LONGEST)).as("and with the last one it is over").hasSize(50);
		assertThat(this.batch.inFlight()).isZero();
	}

	@Test
	void whatWasNotAskedIsNoAnswer() throws Exception {
		this.batch.ask(List.of(verification(1)));
		answer(1).complete(Optional.empty());
		assertThat(this.batch.answered(Patience.LONGEST)).isEmpty();
		assertThat(this.batch.inFlight()).isZero();
	}

	@Test
	void anAttemptThatFailsIsHeardOf() {
		this.batch.ask(List.of(verification(1)));
		answer(1).completeExceptionally(new IllegalArgumentException("a bug"));
		assertThatIllegalStateException().isThrownBy(() -> this.batch.answered(AT_ONCE))
			.withRootCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void whoIsInterruptedWaitsNoLonger() {
		this.batch.ask(List.of(verification(1)));
		Thread.currentThread().interrupt();
		assertThatThrownBy(() -> this.batch.answered(Patience.LONGEST)).isInstanceOf(InterruptedException.class);
	}

	private List<Long> all() throws InterruptedException {
		List<Long> ids = new ArrayList<>();
		while (this.batch.inFlight() > 0) {
			this.batch.answered(AT_ONCE).forEach((change) -> ids.add(change.verification()));
		}
		return ids;
	}

	private CompletableFuture<Optional<Change>> answer(long verification) {
		return this.answers.computeIfAbsent(verification, (_) -> new CompletableFuture<>());
	}

	private void concluded(long verification) {
		answer(verification).complete(Optional.of(new Change(verification, VerificationState.CONCLUDED, null, 1, 0,
				null, null, Finding.of(Verdict.NO_MATCH, "It is not."), Instant.now())));
	}

	private static Verification verification(long id) {
		return new Verification(id, new ProviderName("alpha"), new Payee(Map.of()), 0, 0, null, null, List.of());
	}

}
