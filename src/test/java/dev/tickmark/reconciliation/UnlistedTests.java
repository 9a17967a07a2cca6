package dev.tickmark.reconciliation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.intake.BankGroup;
import dev.tickmark.intake.BankReport;
import dev.tickmark.intake.BankStatus;
import dev.tickmark.ledger.BankMatching.Standing;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** A run of ten rows, and a bank that does not list all of them. */
class UnlistedTests {

	private static final BankStatus MATCHED = new BankStatus("RCVC", Verdict.MATCH);

	private static final Standing NONE_LISTED = new Standing(10, 10, 0, 0);

	@Test
	void allMatchedAndNothingButCounters() {
		assertThat(code(10L, null, Map.of("RCVC", 10L), NONE_LISTED)).isEqualTo("RCVC");
		assertThat(code(null, null, Map.of("RCVC", 10L), NONE_LISTED)).isEqualTo("RCVC");
	}

	@Test
	void onlyTheExceptionsAreListed() {
		assertThat(code(10L, null, Map.of("RCVC", 8L, "RVNM", 1L, "RVMC", 1L), new Standing(10, 8, 0, 0)))
			.isEqualTo("RCVC");
	}

	@Test
	void theExceptionsAndSomeThatMatchAreListed() {
		assertThat(code(10L, null, Map.of("RCVC", 8L, "RVNM", 2L), new Standing(10, 5, 0, 3))).isEqualTo("RCVC");
	}

	@Test
	void allMatchedByTheGroupsStatusAlone() {
		assertThat(code(10L, MATCHED, Map.of(), NONE_LISTED)).isEqualTo("RCVC");
	}

	@Test
	void theGroupsStatusAloneSaysNothingOfHowManyItIsAbout() {
		assertThat(code(null, MATCHED, Map.of(), NONE_LISTED)).isNull();
	}

	@Test
	void theGroupsStatusSaysNothingBesideRows() {
		assertThat(code(10L, MATCHED, Map.of(), new Standing(10, 8, 0, 2))).isNull();
	}

	@Test
	void anotherGroupStatusSaysNothingOfEach() {
		assertThat(code(10L, new BankStatus("RVCM", null), Map.of(), NONE_LISTED)).isNull();
		assertThat(code(10L, null, Map.of(), NONE_LISTED)).isNull();
	}

	@Test
	void countersThatContradictTheStatusAreBelieved() {
		assertThat(code(10L, new BankStatus("RVCM", null), Map.of("RCVC", 10L), NONE_LISTED)).isEqualTo("RCVC");
		assertThat(code(10L, MATCHED, Map.of("RCVC", 9L, "RVNM", 1L), NONE_LISTED)).isNull();
	}

	@Test
	void countersThatDoNotAddUpAreNotBelieved() {
		assertThat(code(10L, null, Map.of("RCVC", 9L), NONE_LISTED)).isNull();
		assertThat(code(10L, null, Map.of("RCVC", 11L), NONE_LISTED)).isNull();
		assertThat(code(10L, null, Map.of("RCVC", 8L, "RVNM", 2L), new Standing(10, 9, 0, 0))).isNull();
		// as many, but not all of those that it lists are among the others
		assertThat(code(10L, null, Map.of("RCVC", 8L, "RVNM", 2L), new Standing(10, 8, 0, 1))).isNull();
		assertThat(code(10L, null, Map.of("RVNM", 10L), NONE_LISTED)).isNull();
		assertThat(code(10L, null, Map.of("ACCP", 10L), NONE_LISTED)).isNull();
	}

	@Test
	void aReportOnAnotherNumberOfPaymentsSaysNothingOfTheseRows() {
		assertThat(code(12L, null, Map.of("RCVC", 10L), NONE_LISTED)).isNull();
		assertThat(code(12L, MATCHED, Map.of(), NONE_LISTED)).isNull();
	}

	@Test
	void aReportOnStrangePaymentsSaysNothingOfTheseRows() {
		assertThat(code(10L, null, Map.of("RCVC", 8L, "RVNM", 2L), new Standing(10, 8, 1, 0))).isNull();
	}

	@Test
	void whereAllAreListedNothingIsImplied() {
		assertThat(code(10L, MATCHED, Map.of("RCVC", 10L), new Standing(10, 0, 0, 10))).isNull();
	}

	private static @Nullable String code(@Nullable Long ordered, @Nullable BankStatus status, Map<String, Long> counted,
			Standing standing) {
		BankGroup group = new BankGroup("MSG-1", "pain.001.001.09", ordered, null, status, counted, List.of());
		long listed = standing.rows() - standing.unlisted() + standing.strange();
		return Unlisted.code(
				new BankReport(Path.of("report.xml"), "ab", 1, "pain.002.001.14", group, listed, List.of()), standing);
	}

}
