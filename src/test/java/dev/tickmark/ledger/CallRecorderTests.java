package dev.tickmark.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Answers that are paid for, and a database that does not always take them. */
class CallRecorderTests {

	private static final UUID RUN = UUID.randomUUID();

	private final Deque<RuntimeException> failures = new ArrayDeque<>();

	private final List<Call> journal = new ArrayList<>();

	private final List<Long> asideWhenTried = new ArrayList<>();

	private int refusals;

	@TempDir
	private Path home;

	private CallRecorder recorder;

	@BeforeEach
	void open() {
		this.recorder = new CallRecorder(
				new CallJournal(Mockito.mock(JdbcTemplate.class), Mockito.mock(PlatformTransactionManager.class)) {

					@Override
					public void record(long verification, Call call) {
						CallRecorderTests.this.asideWhenTried.add(aside());
						RuntimeException failure = CallRecorderTests.this.failures.poll();
						if (failure != null) {
							throw failure;
						}
						CallRecorderTests.this.journal.add(call);
					}

				}, new SetAside(this.home.resolve("unrecorded")), Duration.ofSeconds(1));
	}

	@Test
	void anAnswerThatIsTakenAtOnceIsSetAsideNowhere() {
		record(Given.call(1));
		assertThat(this.journal).containsExactly(Given.call(1));
		assertThat(this.refusals).isZero();
		assertThat(this.home).isEmptyDirectory();
	}

	@Test
	void anAnswerOutlivesADatabaseThatIsGoneForAMoment() {
		this.failures.addAll(List.of(new DataAccessResourceFailureException("gone"),
				new DataAccessResourceFailureException("gone")));
		record(Given.call(1));
		assertThat(this.journal).containsExactly(Given.call(1));
		assertThat(this.refusals).as("nothing more is to be asked").isOne();
		assertThat(this.asideWhenTried).as("it is on the disk before it is tried again").containsExactly(0L, 1L, 1L);
		assertThat(aside()).isZero();
	}

	@Test
	void anAnswerThatTheDatabaseNeverTakesIsAdoptedByTheNextProcess() {
		RuntimeException full = new UncategorizedSQLException("insert", null, new SQLException("File too large"));
		for (int i = 0; i < 100; i++) {
			this.failures.add(full);
		}
		Call received = new Call(3, CallKind.STATUS, "GET", "/checks/7", Instant.parse("2026-11-21T06:00:00.123456Z"),
				Duration.ofMillis(12), true, new Answer.Received(200, Map.of("date", "today"), "{\"ключ\": 1}", true));
		Call missing = new Call(1, CallKind.SUBMIT, "POST", "/checks", Instant.parse("2026-11-21T06:00:00Z"),
				Duration.ofSeconds(3), false, new Answer.Missing(true, "no answer"));
		assertThatExceptionOfType(UncategorizedSQLException.class).isThrownBy(() -> record(received));
		assertThatExceptionOfType(UncategorizedSQLException.class).isThrownBy(() -> record(missing));
		assertThat(aside()).isEqualTo(2);

		this.failures.clear();
		assertThat(this.recorder.adopt(UUID.randomUUID())).as("another run's").isZero();
		assertThat(this.recorder.adopt(RUN)).isEqualTo(2);
		assertThat(this.journal).containsExactlyInAnyOrder(received, missing);
		assertThat(aside()).isZero();
		assertThat(this.recorder.adopt(RUN)).isZero();
	}

	@Test
	void whatWasCommittedBeforeTheProcessDiedIsAdoptedOnce() throws IOException {
		new SetAside(this.home.resolve("unrecorded")).put(RUN, 1, Given.call(1));
		this.failures.add(new DuplicateKeyException("there"));
		assertThat(this.recorder.adopt(RUN)).isOne();
		assertThat(aside()).isZero();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void whatIsSetAsideIsForItsOwnerAlone() throws IOException {
		new SetAside(this.home.resolve("unrecorded")).put(RUN, 1, Given.call(1));
		try (Stream<Path> files = Files.find(this.home, 3, (_, attributes) -> attributes.isRegularFile())) {
			assertThat(files.toList()).singleElement()
				.satisfies((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
					.isEqualTo("rw-------"));
		}
	}

	@Test
	void aConfirmationThatWasLostIsNoFault() {
		this.failures
			.addAll(List.of(new DataAccessResourceFailureException("gone"), new DuplicateKeyException("there")));
		record(Given.call(1));
		assertThat(this.failures).isEmpty();
		assertThat(aside()).isZero();
	}

	@Test
	void aCallThatIsThereAtTheFirstTryIsABug() {
		this.failures.add(new DuplicateKeyException("there"));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> record(Given.call(1)));
	}

	@Test
	void whatWillNeverFitIsNotTriedAgain() {
		this.failures.add(new DataIntegrityViolationException("no such verification"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> record(Given.call(1)));
		assertThat(this.asideWhenTried).hasSize(1);
		assertThat(aside()).as("it was paid for").isOne();
	}

	@Test
	void whatCannotBeAdoptedIsLeftAndKeepsNoRunFromGoingOn() throws IOException {
		SetAside files = new SetAside(this.home.resolve("unrecorded"));
		files.put(RUN, 1, Given.call(1));
		files.put(RUN, 2, Given.call(1));
		files.put(RUN, 3, Given.call(1));
		Files.writeString(files.of(RUN).getFirst(), "{");
		this.failures.add(new DataIntegrityViolationException("no such verification"));
		assertThat(this.recorder.adopt(RUN)).isOne();
		assertThat(aside()).isZero();
		try (Stream<Path> left = Files.find(this.home, 3, (file, _) -> file.toString().endsWith(".refused"))) {
			assertThat(left).hasSize(2);
		}
	}

	private void record(Call call) {
		this.recorder.record(RUN, 1, call, () -> this.refusals++);
	}

	/** How many answers are set aside. */
	private long aside() {
		try (Stream<Path> files = Files.find(this.home, 3, (file, _) -> file.toString().endsWith(".json"))) {
			return files.count();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
