package dev.tickmark;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.tickmark.sandbox.RecordedSubmission;

import static org.assertj.core.api.Assertions.assertThat;

/** What the killing test would notice. */
class ChargedTests {

	private static final RecordedSubmission FIRST = new RecordedSubmission(1, 10, 1000, 1500);

	private static final RecordedSubmission SECOND = new RecordedSubmission(1, 11, 3000, 3500);

	private static final RecordedSubmission OTHER = new RecordedSubmission(2, 12, 3000, 3500);

	@Test
	void aQuestionThatIsAskedAgainIsCountedForItsRow() {
		Charged charged = charged(Map.of(11L, List.of(answered(7, 3100))), FIRST, SECOND);
		assertThat(charged.again()).isEqualTo(1);
		assertThat(charged.againByRow()).isEqualTo(Map.of(7, 1));
		assertThat(charged.despiteAnAnswer()).as("the first answer never came").isZero();
		assertThat(charged.withoutARow()).isZero();
	}

	@Test
	void anAnswerWasLostWhenItsQuestionIsAskedAfterIt() {
		assertThat(charged(Map.of(10L, List.of(answered(7, 2000))), FIRST, SECOND).despiteAnAnswer()).isEqualTo(1);
	}

	@Test
	void whatNoVerificationIsAboutIsPaidWithoutARow() {
		Charged charged = charged(Map.of(10L, List.of(answered(7, 2000))), FIRST, OTHER);
		assertThat(charged.withoutARow()).isEqualTo(1);
		assertThat(charged.again()).isZero();
	}

	@Test
	void oneSessionMayFollowAnotherButNotWhileItIsOpen() {
		assertThat(charged(Map.of(), FIRST, SECOND).overlapping()).isZero();
		assertThat(charged(Map.of(), new RecordedSubmission(1, 10, 1000, 3200), SECOND).overlapping()).isEqualTo(1);
	}

	private static Charged charged(Map<Long, List<JournalledCall>> calls, RecordedSubmission... submissions) {
		return new Charged(List.of(submissions).stream().collect(Collectors.groupingBy(RecordedSubmission::question)),
				calls);
	}

	private static JournalledCall answered(int row, long at) {
		return new JournalledCall("banfico", 1, row, "SUBMIT", Instant.ofEpochMilli(at - 10), Instant.ofEpochMilli(at),
				false, 200, "{}");
	}

}
