package dev.tickmark.ledger;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tickmark.payee.Change;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose an answer is that a provider had already. */
@LedgerTest
class EarlierAnswersTests {

	private final Verifications verifications;

	private final CallJournal journal;

	private final Changes changes;

	private final Given given;

	EarlierAnswersTests(Verifications verifications, CallJournal journal, Changes changes, Given given) {
		this.verifications = verifications;
		this.journal = journal;
		this.changes = changes;
		this.given = given;
	}

	@Test
	void aReferenceIsAnotherQuestionsOnlyIfTheQuestionDiffers() {
		long run = this.given.asking(2);
		long again = this.given.asking(2);
		List<Long> ids = this.given.verifications(run);
		List<Long> later = this.given.verifications(again);
		String reference = "ref-of-run-" + run;
		conclude(ids.get(0), Given.match().reference(reference));
		assertThat(mayBeAnothers(ids.get(0), reference)).as("its own").isFalse();
		assertThat(mayBeAnothers(later.get(0), reference)).as("the same question").isFalse();
		assertThat(mayBeAnothers(ids.get(1), reference)).isTrue();
		assertThat(mayBeAnothers(later.get(1), reference)).isTrue();
		assertThat(mayBeAnothers(ids.get(1), "unheard of")).isFalse();
	}

	@Test
	void aReferenceMayBeThatOfAnEqualQuestionWhoseAnswerNeverCame() {
		long run = this.given.asking("Lev", "Lev", "Ada");
		List<Long> ids = this.given.verifications(run);
		String reference = "ref-of-run-" + run;
		assertThat(mayBeAnothers(ids.get(1), reference)).as("nobody asked").isFalse();
		this.journal.asking(ids.get(0), 1, 1);
		assertThat(mayBeAnothers(ids.get(1), reference)).isTrue();
		assertThat(mayBeAnothers(ids.get(2), reference)).as("it is not equal").isFalse();
		assertThat(mayBeAnothers(ids.get(0), reference)).as("there is no other").isFalse();
		assertThat(this.verifications.mayBeAnothers(ids.get(1), reference, Set.of())).isFalse();
		this.verifications.recover(run, Given.NOON);
		assertThat(mayBeAnothers(ids.get(1), reference)).as("still in doubt").isTrue();

		conclude(ids.get(1), Given.match().reference(reference));
		assertThat(mayBeAnothers(ids.get(1), reference)).as("it is known to be its own").isFalse();
	}

	/** It may be the owner that met it: of two that came at once, both are unable. */
	@Test
	void aReferenceThatAnotherQuestionMetIsNobodyElsesUnlessItIsKnownToBe() {
		long run = this.given.asking(2);
		List<Long> ids = this.given.verifications(run);
		List<Long> later = this.given.verifications(this.given.asking(2));
		String reference = "ref-of-run-" + run;
		conclude(ids.get(0), Finding.of(Verdict.UNABLE_TO_CHECK, "Met.").reference(reference));
		assertThat(mayBeAnothers(ids.get(1), reference)).isTrue();
		assertThat(mayBeAnothers(later.get(0), reference)).as("only itself has met it").isFalse();
		conclude(later.get(1), Given.match().reference(reference));
		assertThat(mayBeAnothers(ids.get(1), reference)).as("its own, by a later run").isFalse();
		assertThat(mayBeAnothers(later.get(0), reference)).isTrue();
	}

	@Test
	void anAnswerThatIsStoredAtThisMomentIsSeen() throws Exception {
		for (int i = 0; i < 200; i++) {
			long run = this.given.asking("Lev", "Lev");
			List<Long> ids = this.given.verifications(run);
			String reference = "ref-of-run-" + run;
			this.journal.asking(ids.get(0), 1, 1);
			Thread other = Thread.startVirtualThread(() -> conclude(ids.get(0), Given.match().reference(reference)));
			while (other.isAlive()) {
				assertThat(mayBeAnothers(ids.get(1), reference)).isTrue();
			}
			other.join();
		}
	}

	private void conclude(long verification, Finding finding) {
		this.changes.apply(List
			.of(new Change(verification, VerificationState.CONCLUDED, null, 1, 0, null, null, finding, Given.NOON)), 1);
	}

	@Test
	void whateverCharactersAPayeeHasItIsEqualToAnother() {
		long run = this.given.asking("\0Lev\uD800", "\0Lev\uD800", "Ada");
		List<Long> ids = this.given.verifications(run);
		this.journal.asking(ids.get(0), 1, 1);
		assertThat(mayBeAnothers(ids.get(1), "ref-of-run-" + run)).isTrue();
		assertThat(mayBeAnothers(ids.get(2), "ref-of-run-" + run)).isFalse();
	}

	private boolean mayBeAnothers(long verification, String reference) {
		return this.verifications.mayBeAnothers(verification, reference, Set.of(Column.NAME));
	}

}
