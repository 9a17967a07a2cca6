package dev.tickmark.reconciliation;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tickmark.ledger.ReadBack;
import dev.tickmark.ledger.ReadBackResult;
import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.VerificationState;

import static dev.tickmark.reconciliation.GivenReadBack.actionRequired;
import static dev.tickmark.reconciliation.GivenReadBack.concluded;
import static dev.tickmark.reconciliation.GivenReadBack.error;
import static dev.tickmark.reconciliation.GivenReadBack.failed;
import static dev.tickmark.reconciliation.GivenReadBack.finding;
import static dev.tickmark.reconciliation.GivenReadBack.held;
import static dev.tickmark.reconciliation.GivenReadBack.open;
import static dev.tickmark.reconciliation.GivenReadBack.pending;
import static dev.tickmark.reconciliation.GivenReadBack.says;
import static org.assertj.core.api.Assertions.assertThat;

class ComparedTests {

	private static final Finding FULL = new Finding(Verdict.MATCH, AccountState.ACTIVE, NameMatch.FULL,
			AccountTypeMatch.YES, Basis.NAME_AND_ACCOUNT, "The name agrees.", "MTCH", "Anna Berg", "ref-17");

	static Stream<Arguments> answers() {
		ReadBack match = concluded(Verdict.MATCH);
		ReadBack unable = concluded(Verdict.UNABLE_TO_CHECK);
		ReadBack waiting = open(Verdict.PENDING, VerificationState.WAITING);
		ReadBack acting = open(Verdict.ACTION_REQUIRED, VerificationState.ACTION_REQUIRED);
		ReadBack failing = open(Verdict.PROVIDER_ERROR, VerificationState.RETRY);
		Outcome refused = new Outcome.Rejected(finding(Verdict.REJECTED_INPUT, "Refused now."));
		return Stream.of(Arguments.of(match, says(Verdict.MATCH), ReadBackResult.AGREES, null),
				Arguments.of(match, says(Verdict.NO_MATCH), ReadBackResult.CHANGED, "verdict MATCH → NO_MATCH"),
				Arguments.of(match, refused, ReadBackResult.CHANGED, "verdict MATCH → REJECTED_INPUT"),
				Arguments.of(concluded(Verdict.REJECTED_INPUT), refused, ReadBackResult.AGREES, null),
				Arguments.of(match, pending(Verdict.UNABLE_TO_CHECK), ReadBackResult.CHANGED,
						"verdict MATCH → PENDING"),
				Arguments.of(match, actionRequired(), ReadBackResult.CHANGED, "verdict MATCH → ACTION_REQUIRED"),
				// nobody waited any longer for what is still pending
				Arguments.of(unable, pending(Verdict.UNABLE_TO_CHECK), ReadBackResult.PENDING_THERE, null),
				Arguments.of(waiting, says(Verdict.MATCH), ReadBackResult.CONCLUDED, "PENDING → MATCH"),
				Arguments.of(acting, says(Verdict.NO_MATCH), ReadBackResult.CONCLUDED, "ACTION_REQUIRED → NO_MATCH"),
				Arguments.of(failing, refused, ReadBackResult.CONCLUDED, "PROVIDER_ERROR → REJECTED_INPUT"),
				Arguments.of(waiting, pending(Verdict.UNABLE_TO_CHECK), ReadBackResult.PENDING_THERE, null),
				Arguments.of(waiting, actionRequired(), ReadBackResult.PENDING_THERE, null),
				Arguments.of(acting, actionRequired(), ReadBackResult.PENDING_THERE, null),
				// the check behind it failed, for good or not
				Arguments.of(unable, failed(Verdict.UNABLE_TO_CHECK), ReadBackResult.AGREES, null),
				Arguments.of(match, failed(Verdict.UNABLE_TO_CHECK), ReadBackResult.CHANGED,
						"verdict MATCH → UNABLE_TO_CHECK"),
				Arguments.of(failing, failed(Verdict.UNABLE_TO_CHECK), ReadBackResult.PENDING_THERE, null),
				Arguments.of(match, held("Nobody knows."), ReadBackResult.NOT_READABLE, "Nobody knows."),
				Arguments.of(waiting, held("Nobody knows."), ReadBackResult.NOT_READABLE, "Nobody knows."),
				Arguments.of(GivenReadBack.of(error("Nobody knows."), VerificationState.HELD, false),
						held("Nobody knows."), ReadBackResult.PENDING_THERE, null),
				Arguments.of(GivenReadBack.of(error("Something else."), VerificationState.HELD, false),
						held("Nobody knows."), ReadBackResult.NOT_READABLE, "Nobody knows."));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void anAnswerIsComparedWithWhatTheLedgerHas(ReadBack here, Outcome there, ReadBackResult result,
			String difference) {
		Compared compared = Compared.of(here, there, true).orElseThrow();
		assertThat(compared.result()).isEqualTo(result);
		assertThat(compared.difference()).isEqualTo(difference);
	}

	@Test
	void everythingThatDiffersIsSaidAndNoName() {
		Finding other = new Finding(Verdict.CLOSE_MATCH, AccountState.INACTIVE, NameMatch.PARTIAL, AccountTypeMatch.NO,
				Basis.NAME_AND_ACCOUNT, "It does not quite agree.", null, "Anna Bergmann", "ref-17");
		ReadBack here = GivenReadBack.of(FULL, VerificationState.CONCLUDED, false);
		assertThat(Compared.of(here, new Outcome.Concluded(other), true).orElseThrow().difference()).isEqualTo(
				"verdict MATCH → CLOSE_MATCH; account ACTIVE → INACTIVE; name FULL → PARTIAL; account type YES → NO;"
						+ " code MTCH → none; another suggested name");
	}

	@Test
	void anotherWordingIsNoDifference() {
		Finding sameInOtherWords = new Finding(FULL.verdict(), FULL.accountState(), FULL.nameMatch(),
				FULL.accountTypeMatch(), FULL.basis(), "Other words.", FULL.reasonCode(), FULL.suggestedName(), null);
		ReadBack here = GivenReadBack.of(FULL, VerificationState.CONCLUDED, false);
		assertThat(Compared.of(here, new Outcome.Concluded(sameInOtherWords), true).orElseThrow().result())
			.isEqualTo(ReadBackResult.AGREES);
	}

	@Test
	void whereAnotherProviderIsAskedNextNothingIsConcluded() {
		ReadBack here = GivenReadBack.of(finding(Verdict.PENDING, "Said then."), VerificationState.WAITING, true);
		assertThat(Compared.of(here, says(Verdict.UNABLE_TO_CHECK), true).orElseThrow().result())
			.isEqualTo(ReadBackResult.PENDING_THERE);
		assertThat(Compared.of(here, says(Verdict.MATCH), true).orElseThrow().result())
			.isEqualTo(ReadBackResult.CONCLUDED);
	}

	@Test
	void whatHadNoAnswerAtAllIsConcluded() {
		ReadBack here = GivenReadBack.of(null, VerificationState.RETRY, false);
		Compared compared = Compared.of(here, says(Verdict.MATCH), true).orElseThrow();
		assertThat(compared.result()).isEqualTo(ReadBackResult.CONCLUDED);
		assertThat(compared.difference()).isEqualTo("nothing → MATCH");
	}

	@Test
	void aFailureToAnswerIsNoAnswer() {
		assertThat(Compared.of(concluded(Verdict.MATCH), failed(Verdict.UNABLE_TO_CHECK), false)).isEmpty();
		assertThat(Compared.of(concluded(Verdict.MATCH), failed(Verdict.PROVIDER_ERROR), true)).isEmpty();
	}

	@Test
	void whatWasAdoptedOfAnothersQuestionStandsForNothing() {
		Outcome.Adopted adopted = new Outcome.Adopted(FULL, finding(Verdict.UNABLE_TO_CHECK, "Another's."));
		assertThat(Compared.of(concluded(Verdict.UNABLE_TO_CHECK), adopted, true).orElseThrow().result())
			.isEqualTo(ReadBackResult.AGREES);
	}

	@Test
	void aProviderHasNoAnswerToWhatItRefused() {
		assertThat(Compared.without(concluded(Verdict.REJECTED_INPUT), "No answer.").result())
			.isEqualTo(ReadBackResult.AGREES);
	}

	@ParameterizedTest
	@EnumSource(names = { "MATCH", "CLOSE_MATCH", "NO_MATCH", "UNABLE_TO_CHECK" })
	void withoutAnAnswerItIsNotReadable(Verdict verdict) {
		Compared compared = Compared.without(concluded(verdict), "No answer.");
		assertThat(compared.result()).isEqualTo(ReadBackResult.NOT_READABLE);
		assertThat(compared.difference()).isEqualTo("No answer.");
		assertThat(compared.there()).isNull();
	}

}
