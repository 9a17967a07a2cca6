package dev.tickmark.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;

import static dev.tickmark.ledger.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What was read back says whether an answer still stands. */
@LedgerTest
class ReadBackReuseTests {

	private final Reuse reuse;

	private final ReadBacks readBacks;

	private final ReadBackJournal journal;

	private final Given given;

	private final GivenComparisons comparisons;

	private final JdbcClient jdbc;

	private final ProviderName provider = GivenComparisons.provider();

	private final long original;

	ReadBackReuseTests(Reuse reuse, ReadBacks readBacks, ReadBackJournal journal, Given given,
			GivenComparisons comparisons, JdbcClient jdbc) {
		this.reuse = reuse;
		this.readBacks = readBacks;
		this.journal = journal;
		this.given = given;
		this.comparisons = comparisons;
		this.jdbc = jdbc;
		this.original = given.asking(this.provider, 1);
		comparisons.answered(given.verifications(this.original).getFirst(), "ref", NOON);
	}

	@ParameterizedTest
	@EnumSource
	void onlyWhatHasChangedIsAskedAnew(ReadBackResult result) {
		readBack(result, 1);
		assertThat(isReused()).isEqualTo(result != ReadBackResult.CHANGED);
	}

	@Test
	void whatIsBeingReadBackStillStands() {
		this.readBacks.collect(this.comparisons.ofRun(this.original), List.of());
		assertThat(isReused()).isTrue();
	}

	@Test
	void whatHasChangedAndAgreesSinceStandsAgain() {
		readBack(ReadBackResult.CHANGED, 1);
		readBack(ReadBackResult.AGREES, 2);
		assertThat(isReused()).isTrue();
		readBack(ReadBackResult.CHANGED, 3);
		assertThat(isReused()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "UNKNOWN_THERE", "NOT_READABLE", "PENDING_THERE" })
	void thatNothingCouldBeReadSinceDoesNotRestoreIt(ReadBackResult result) {
		readBack(ReadBackResult.CHANGED, 1);
		readBack(result, 2);
		assertThat(isReused()).isFalse();
	}

	@Test
	void aNewAnswerStandsForItself() {
		readBack(ReadBackResult.CHANGED, 1);
		this.comparisons.answered(this.given.verifications(this.given.asking(this.provider, 1)).getFirst(), "ref-2",
				NOON.plusSeconds(60));
		assertThat(isReused()).isTrue();
	}

	private void readBack(ReadBackResult result, int seconds) {
		Reconciliation reconciliation = this.comparisons.ofRun(this.original);
		this.readBacks.collect(reconciliation, List.of());
		this.journal.settle(reconciliation,
				List.of(new ReadBackOutcome(this.given.verifications(this.original).getFirst(), result, Verdict.MATCH,
						result.isDifference() ? "it differs" : null, null, NOON.plusSeconds(seconds), null)));
	}

	/** By the run itself, and by who looks before. */
	private boolean isReused() {
		Instant since = NOON.minusSeconds(60);
		List<String> foreseen = new ArrayList<>();
		this.reuse.each(this.provider, false, since, (question) -> foreseen.add(new String(question)));
		long run = this.given.asking(this.provider, 1);
		this.jdbc.sql("update run set reuse_since = ? where id = ?").params(Times.at(since), run).update();
		int reused = this.reuse.conclude(run, 1);
		assertThat(foreseen).hasSize(reused);
		return reused == 1;
	}

}
