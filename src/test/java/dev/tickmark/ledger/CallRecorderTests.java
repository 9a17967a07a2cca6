package dev.tickmark.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.Call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallRecorderTests {

	private final Deque<RuntimeException> failures = new ArrayDeque<>();

	private int tried;

	private final CallRecorder recorder = new CallRecorder(new CallJournal(Mockito.mock(JdbcClient.class)) {

		@Override
		public void record(long verification, Call call) {
			CallRecorderTests.this.tried++;
			RuntimeException failure = CallRecorderTests.this.failures.poll();
			if (failure != null) {
				throw failure;
			}
		}

	});

	@Test
	void anAnswerOutlivesADatabaseThatIsGoneForAMoment() {
		this.failures.addAll(List.of(new DataAccessResourceFailureException("gone"),
				new DataAccessResourceFailureException("gone")));
		this.recorder.record(1, Given.call(1));
		assertThat(this.tried).isEqualTo(3);
	}

	@Test
	void aConfirmationThatWasLostIsNoFault() {
		this.failures
			.addAll(List.of(new DataAccessResourceFailureException("gone"), new DuplicateKeyException("there")));
		this.recorder.record(1, Given.call(1));
		assertThat(this.tried).isEqualTo(2);
	}

	@Test
	void aCallThatIsThereAtTheFirstTryIsABug() {
		this.failures.add(new DuplicateKeyException("there"));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.recorder.record(1, Given.call(1)));
	}

	@Test
	void whatWillNeverFitIsNotTriedAgain() {
		this.failures.add(new DataIntegrityViolationException("no such verification"));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.recorder.record(1, Given.call(1)));
		assertThat(this.tried).isOne();
	}

}
