package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.QuestionStory;
import dev.tickmark.ledger.RowPlace;
import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;
import dev.tickmark.provider.Reading;
import dev.tickmark.verification.Explained.Agreement;
import dev.tickmark.verification.Explained.Agreement.Kind;
import dev.tickmark.verification.Explained.ReadCall;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

	private static final Finding MATCH = new Finding(Verdict.MATCH, AccountState.ACTIVE, NameMatch.FULL,
			AccountTypeMatch.YES, Basis.NAME_AND_ACCOUNT, "It agrees.", "MTCH", null, "ref-1");

	private static final Finding NO_MATCH = Finding.of(Verdict.NO_MATCH, "It does not agree.").reference("ref-1");

	private static final Finding ERROR = Finding.of(Verdict.PROVIDER_ERROR, "No answer.");

	private static final Finding UNABLE = Finding.of(Verdict.UNABLE_TO_CHECK, "No answer in time.");

	private static final Finding PENDING = Finding.of(Verdict.PENDING, "At work.");

	@Test
	void aVerdictThatTheLatestCallGivesFollows() {
		Agreement agreement = concluded(MATCH, new Outcome.Concluded(MATCH));
		assertThat(agreement.kind()).isEqualTo(Kind.FOLLOWS);
		assertThat(agreement.text())
			.isEqualTo("Call 1 (HTTP 200) is read as Concluded: MATCH. It agrees. The ledger says the same.");
	}

	@Test
	void anotherVerdictOrAxisOrReasonDiffersAndIsNamed() {
		assertThat(concluded(MATCH, new Outcome.Concluded(NO_MATCH))).satisfies((agreement) -> {
			assertThat(agreement.kind()).isEqualTo(Kind.DIFFERS);
			assertThat(agreement.text()).contains("NO_MATCH", "verdict MATCH", "account ACTIVE", "name FULL",
					"reason \"It agrees.\"");
		});
		for (Finding other : List.of(MATCH.because("Else."), MATCH.code("X"), MATCH.suggesting("Ann"),
				MATCH.reference("ref-2"), MATCH.accountType(AccountTypeMatch.UNKNOWN))) {
			assertThat(concluded(MATCH, new Outcome.Concluded(other)).kind()).as(other.toString())
				.isEqualTo(Kind.DIFFERS);
		}
	}

	@Test
	void anAnswerWithoutAReferenceLeavesTheOneThatIsKnown() {
		assertThat(concluded(MATCH, new Outcome.Concluded(MATCH.reference(null))).kind()).isEqualTo(Kind.FOLLOWS);
	}

	@Test
	void aFinalVerdictThatNoCallGaveDiffers() {
		assertThat(Comparison.of(question(MATCH, VerificationState.CONCLUDED, null, 0), List.of()).kind())
			.isEqualTo(Kind.DIFFERS);
		Agreement further = Comparison.of(question(MATCH, VerificationState.CONCLUDED, null, 1),
				List.of(new ReadCall(call(), new Reading.Further("more"))));
		assertThat(further.kind()).isEqualTo(Kind.DIFFERS);
		assertThat(concluded(NO_MATCH, new Outcome.Retryable(ERROR, null, true, false, ERROR)).kind())
			.isEqualTo(Kind.DIFFERS);
	}

	@Test
	void anEarlierAnswerIsThisRowsOrAnothers() {
		Outcome.Adopted adopted = new Outcome.Adopted(NO_MATCH, UNABLE);
		assertThat(concluded(NO_MATCH, adopted).text()).contains("answered no other question");
		assertThat(concluded(UNABLE, adopted)).satisfies((agreement) -> {
			assertThat(agreement.kind()).isEqualTo(Kind.FOLLOWS);
			assertThat(agreement.text()).contains("is, or may be, one to another question", "UNABLE_TO_CHECK");
		});
	}

	@Test
	void theEndOfPatienceOrOfAttemptsIsTold() {
		Outcome.Pending pending = new Outcome.Pending(PENDING.reference("ref-1"), null, Duration.ofMinutes(1), UNABLE);
		assertThat(concluded(UNABLE.reference("ref-1"), pending).text())
			.contains("time to wait for an answer was over");
		Outcome.Retryable retryable = new Outcome.Retryable(ERROR, null, true, false, UNABLE);
		assertThat(concluded(UNABLE, retryable)).satisfies((agreement) -> {
			assertThat(agreement.kind()).isEqualTo(Kind.FOLLOWS);
			assertThat(agreement.text()).contains("no attempt was left");
		});
		assertThat(of(ERROR, VerificationState.RETRY, retryable).kind()).isEqualTo(Kind.FOLLOWS);
	}

	@Test
	void aFaultOfTheLaneRestsOnNoCallOfTheRow() {
		Agreement agreement = of(Finding.of(Verdict.PROVIDER_ERROR, "The credentials are refused."),
				VerificationState.HELD, new Outcome.Pending(PENDING, null, Duration.ofMinutes(1), UNABLE));
		assertThat(agreement.kind()).isEqualTo(Kind.OPEN);
		assertThat(agreement.text()).contains("stopped the asking", "The credentials are refused.");
	}

	@Test
	void whatIsUnderWayOrUnsettledIsSaidToBeSo() {
		assertThat(Comparison.of(question(null, VerificationState.READY, null, 0), List.of()).text())
			.isEqualTo("The provider was not asked yet.");
		assertThat(Comparison.of(question(null, VerificationState.ASKING, 1, 0), List.of()).text())
			.startsWith("Call 1 is being made");
		Agreement waiting = Comparison.of(question(PENDING, VerificationState.RETRY, 1, 1),
				List.of(new ReadCall(call(), new Reading.Done(new Outcome.Concluded(MATCH)))));
		assertThat(waiting.kind()).isEqualTo(Kind.OPEN);
		assertThat(waiting.text()).startsWith("The latest answer is in the journal");
	}

	@Test
	void anUnknownProvidersAnswersAreNotRead() {
		assertThat(Comparison
			.of(question(MATCH, VerificationState.CONCLUDED, null, 1), List.of(new ReadCall(call(), null)))
			.kind()).isEqualTo(Kind.OPEN);
	}

	@Test
	void whatIsReusedRestsOnTheRunThatItIsFrom() {
		Agreement agreement = reused(MATCH);
		assertThat(agreement.kind()).isEqualTo(Kind.OPEN);
		assertThat(agreement.text())
			.isEqualTo("Nobody was asked in this run: the answer is reused from run 12, lines 4,"
					+ " 7, where the same question was checked on 2026-11-01. tickmark explain 12 4 has the calls.");
	}

	@Test
	void whatIsReusedAndDiffersFromItsOriginalIsNamed() {
		assertThat(reused(NO_MATCH)).satisfies((agreement) -> {
			assertThat(agreement.kind()).isEqualTo(Kind.DIFFERS);
			assertThat(agreement.text()).contains("reused from run 12, lines 4, 7, and there it is NO_MATCH.",
					"verdict MATCH");
		});
		assertThat(reused(null).kind()).isEqualTo(Kind.DIFFERS);
	}

	private static Agreement reused(@Nullable Finding original) {
		Verification verification = new Verification(1, new ProviderName("banfico"), new Payee(Map.of()), 0, 0, null,
				null, List.of());
		return Comparison.of(new QuestionStory(verification, VerificationState.CONCLUDED, MATCH,
				Instant.parse("2026-11-01T23:59:59Z"), null, false, 1, List.of(place(2)), List.of(),
				new QuestionStory.Reused(12, List.of(place(4), place(7)), original, false)), List.of());
	}

	private static RowPlace place(long line) {
		return new RowPlace(line - 1, line, 1, 1);
	}

	private static Agreement concluded(Finding told, Outcome read) {
		return of(told, VerificationState.CONCLUDED, read);
	}

	private static Agreement of(Finding told, VerificationState state, Outcome read) {
		return Comparison.of(question(told, state, null, 1), List.of(new ReadCall(call(), new Reading.Done(read))));
	}

	private static QuestionStory question(@Nullable Finding told, VerificationState state, @Nullable Integer asking,
			int calls) {
		Verification verification = new Verification(1, new ProviderName("banfico"), new Payee(Map.of()), 1, 0, null,
				asking, (calls == 0) ? List.of() : List.of(call()));
		return new QuestionStory(verification, state, told, null, null, false, 1, List.of(place(2)), List.of(), null);
	}

	private static Call call() {
		return new Call(1, CallKind.SUBMIT, "POST", "/v1", Instant.EPOCH, Duration.ofMillis(5), false,
				new Answer.Received(200, Map.of(), "{}", false));
	}

}
