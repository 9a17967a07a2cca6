package dev.tickmark.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@LedgerTest
class CallJournalTests {

	private final CallJournal journal;

	private final Verifications verifications;

	private final Runs runs;

	private final Given given;

	private final TransactionOperations transaction;

	CallJournalTests(CallJournal journal, Verifications verifications, Runs runs, Given given,
			TransactionOperations transaction) {
		this.runs = runs;
		this.journal = journal;
		this.verifications = verifications;
		this.given = given;
		this.transaction = transaction;
	}

	@Test
	void theMarkIsCommittedWhateverBecomesOfTheChunk() {
		long verification = this.given.verification();
		this.transaction.executeWithoutResult((chunk) -> {
			this.journal.asking(verification, 1, 1);
			chunk.setRollbackOnly();
		});
		assertThat(this.given.state(verification)).isEqualTo("ASKING");
		assertThat(this.given.count("select asking_call from verification where id = ?", verification)).isOne();
	}

	@Test
	void aCallIsCommittedWhateverBecomesOfTheChunk() {
		long verification = this.given.verification();
		this.transaction.executeWithoutResult((chunk) -> {
			this.journal.record(verification, Given.call(1));
			chunk.setRollbackOnly();
		});
		assertThat(this.given.count("select count(*) from call where verification_id = ?", verification)).isOne();
	}

	@Test
	void aCallIsNeverWrittenOver() {
		long run = this.given.asking(1);
		long verification = this.given.verifications(run).getFirst();
		this.journal.asking(verification, 1, 1);
		this.journal.record(verification, Given.call(1));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.journal.record(verification, Given.sandboxRepeat(1, Given.NOON)));
		assertThat(recovered(run).calls()).containsExactly(Given.call(1));
	}

	@ParameterizedTest
	@EnumSource(names = { "READY", "ASKING", "WAITING", "RETRY", "ACTION_REQUIRED" })
	void whatIsOpenMayBeAsked(VerificationState state) {
		long verification = this.given.verification();
		this.given.state(verification, state, null);
		this.journal.asking(verification, 3, 1);
		assertThat(this.given.state(verification)).isEqualTo("ASKING");
	}

	@ParameterizedTest
	@EnumSource(names = { "CONCLUDED", "HELD" })
	void whatIsConcludedOrHeldIsNotAsked(VerificationState state) {
		long verification = this.given.verification();
		this.given.state(verification, state, null);
		assertThatIllegalStateException().isThrownBy(() -> this.journal.asking(verification, 1, 1))
			.withMessageContaining(String.valueOf(verification));
		assertThat(this.given.state(verification)).isEqualTo(state.name());
		assertThat(this.given.count("select count(asking_call) from verification where id = ?", verification)).isZero();
	}

	@Test
	void whoLostTheRunToAnotherProcessMarksNothingMoreAndTakesNoMarkOfTheOthersBack() {
		long run = this.given.asking(1);
		long verification = this.given.verifications(run).getFirst();
		this.journal.asking(verification, 1, 1);
		this.runs.continuePass(run);
		assertThatIllegalStateException().isThrownBy(() -> this.journal.asking(verification, 2, 1))
			.withMessageContaining("another process");
		this.journal.asking(verification, 1, 2);
		this.journal.withdraw(verification, null, 1);
		assertThat(this.given.state(verification)).isEqualTo("ASKING");
		this.journal.withdraw(verification, null, 2);
		assertThat(this.given.state(verification)).isEqualTo("RETRY");
	}

	@Test
	void whatDoesNotExistIsNotAsked() {
		assertThatIllegalStateException().isThrownBy(() -> this.journal.asking(-1, 1, 1));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void everyPartOfACallComesBack(Answer answer) {
		long run = this.given.asking(1);
		long verification = this.given.verifications(run).getFirst();
		Call call = new Call(1, CallKind.STATUS, "GET", "/v1/x?y=%20", Given.NOON, Duration.ofNanos(1_234_567_000),
				true, answer);
		this.journal.asking(verification, 1, 1);
		this.journal.record(verification, call);
		assertThat(recovered(run).calls()).containsExactly(call);
	}

	@Test
	void callsComeBackInTheirOrderAndEachWithItsOwnVerification() {
		long run = this.given.asking(2);
		long one = this.given.verifications(run).getFirst();
		long two = this.given.verifications(run).getLast();
		this.journal.record(one, Given.call(2));
		this.journal.record(two, Given.call(1, Given.NOON.plusSeconds(5)));
		this.journal.record(one, Given.call(1));
		this.journal.asking(one, 2, 1);
		this.journal.asking(two, 1, 1);
		this.verifications.recover(run, Given.NOON);
		assertThat(this.given.due(run)).map(Verification::calls)
			.containsExactly(List.of(Given.call(1), Given.call(2)), List.of(Given.call(1, Given.NOON.plusSeconds(5))));
	}

	@Test
	void aNulInABodyIsReplacedAsNoDatabaseTakesIt() {
		long run = this.given.asking(1);
		long verification = this.given.verifications(run).getFirst();
		this.journal.asking(verification, 1, 1);
		this.journal.record(verification, new Call(1, CallKind.SUBMIT, "POST", "/", Given.NOON, Duration.ZERO, false,
				new Answer.Received(200, Map.of("x-request-id", "a\0b"), "{\0}", false)));
		assertThat(recovered(run).calls()).singleElement()
			.extracting(Call::answer)
			.isEqualTo(new Answer.Received(200, Map.of("x-request-id", "a\0b"), "{\uFFFD}", false));
	}

	@Test
	void onlyAnAnswerThatTheSandboxMarkedIsTheSandboxs() {
		long verification = this.given.verification();
		this.journal.record(verification, Given.call(1));
		this.journal.record(verification, Given.sandboxRepeat(2, Given.NOON));
		assertThat(this.given.count("select number from call where verification_id = ? and sandbox", verification))
			.isEqualTo(2);
	}

	private Verification recovered(long run) {
		this.verifications.recover(run, Given.NOON);
		return this.given.due(run).getFirst();
	}

	private static Answer[] answers() {
		return new Answer[] { new Answer.Missing(true, "no complete answer within the time-out"),
				new Answer.Missing(false, "the connection was refused"),
				new Answer.Received(200, Map.of("content-type", "application/json", "date", "now"),
						"{\"a\":\"\\u0000 \\\\ ' é😀\"}\r\n", false),
				new Answer.Received(204, Map.of(), "", false), new Answer.Received(599, Map.of(), "<html>", true),
				new Answer.Received(200, Map.of(), "x".repeat(1 << 20), true) };
	}

	@Test
	void whatWasSentToAProviderIsKnownToTheNextRun() {
		ProviderName provider = new ProviderName("quota");
		List<Long> asked = this.given.verifications(this.given.asking(provider, 3));
		List<Long> later = this.given.verifications(this.given.asking(provider, 1));
		this.journal.record(asked.get(0), Given.call(1, Given.NOON));
		this.journal.record(asked.get(1), Given.call(1, Given.NOON.plusSeconds(2)));
		this.journal.record(later.get(0), Given.call(1, Given.NOON.plusSeconds(1)));
		Set<CallKind> kinds = Set.of(CallKind.SUBMIT);
		assertThat(this.journal.sent(provider, false, kinds, Given.NOON, 10)).containsExactly(Given.NOON,
				Given.NOON.plusSeconds(1), Given.NOON.plusSeconds(2));
		assertThat(this.journal.sent(provider, false, kinds, Given.NOON.plusMillis(1), 1)).as("the latest")
			.containsExactly(Given.NOON.plusSeconds(2));
		assertThat(this.journal.sent(provider, false, Set.of(CallKind.LIST), Given.NOON, 10)).isEmpty();
		assertThat(this.journal.sent(provider, true, kinds, Given.NOON, 10)).as("the sandbox's").isEmpty();
		this.journal.asking(asked.get(2), 1, 1);
		assertThat(this.journal.sent(provider, false, kinds, Given.NOON, 10)).as("with one in doubt").hasSize(4);
	}

}
