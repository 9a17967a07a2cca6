package dev.tickmark.report.reconciliation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTests {

	@Test
	void allAgree() {
		assertThat(answer(Count.of("AGREES", 9_990), Count.of("CHANGED", 0)))
			.isEqualTo(new Answer(Bearing.AGREEMENT, "All 9,990 agree.", ""));
		assertThat(answer(Count.of("SAME", 1)).headline()).isEqualTo("The only one agrees.");
	}

	@Test
	void differencesAreCountedInTheWhole() {
		assertThat(answer(Count.of("MATCHED", 9_990), Count.of("CHARGED_TWICE", 4), Count.of("DIFFERENT_PRICE", 6)))
			.isEqualTo(new Answer(Bearing.DIFFERENCE, "10 differences in 10,000.", "9,990 agree."));
		assertThat(answer(Count.of("MATCHED", 1), Count.of("CHARGED_TWICE", 1)))
			.isEqualTo(new Answer(Bearing.DIFFERENCE, "1 difference in 2.", "1 agrees."));
	}

	@Test
	void whatIsOpenIsNoDifferenceAndNoAgreement() {
		assertThat(answer(Count.of("AGREES", 7), Count.of("CONCLUDED", 2), Count.of("PENDING_THERE", 1)))
			.isEqualTo(new Answer(Bearing.OPEN, "No differences in 10.",
					"7 agree; 2 were open and are concluded now; 1 is still open."));
		assertThat(answer(Count.of("AGREES", 7), Count.of("CONCLUDED", 1))).isEqualTo(
				new Answer(Bearing.AGREEMENT, "No differences in 8.", "7 agree; 1 was open and is concluded now."));
	}

	@Test
	void nothingToCompareProvesNothing() {
		assertThat(answer(Count.of("MATCHED", 0)))
			.isEqualTo(new Answer(Bearing.OPEN, "There was nothing to compare.", ""));
	}

	@Test
	void aResultThatOnlyTheCallerKnowsIsWhatTheCallerSays() {
		assertThat(answer(new Count("ODD", 1, "Odd", true, "", ""), new Count("EVEN", 2, "Even", false, "", "")))
			.isEqualTo(new Answer(Bearing.DIFFERENCE, "1 difference in 3.", "2 agree."));
	}

	private static Answer answer(Count... counts) {
		return Answer.of(Given.counting(counts));
	}

}
