package dev.tickmark.report.reconciliation;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CountTests {

	@ParameterizedTest
	@EnumSource
	void everyResultThatIsKnownHasALabelAMeaningAndSomethingToDo(KnownResult result) {
		Count count = Count.of(result.name(), 3);
		assertThat(count.label()).isNotBlank().doesNotEndWith(".");
		assertThat(count.meaning()).endsWith(".").contains(" ");
		assertThat(count.action()).endsWith(".");
		assertThat(count.bearing()).isEqualTo(result.bearing());
	}

	@Test
	void sixResultsAreNoDifferenceAndAllOthersAre() {
		assertThat(Arrays.stream(KnownResult.values()).map(Enum::name).filter((key) -> !Count.of(key, 1).difference()))
			.containsExactly("AGREES", "CONCLUDED", "PENDING_THERE", "MATCHED", "SAME", "OPEN_HERE");
	}

	@Test
	void aResultWithoutWordsHasToBringThem() {
		assertThatIllegalArgumentException().isThrownBy(() -> Count.of("ODD", 1))
			.withMessage("there are no words for the result ODD");
	}

	@Test
	void noResultIsCountedTwiceOrLessThanNotAtAll() {
		assertThatIllegalArgumentException().isThrownBy(() -> Given.counting(Count.of("SAME", 1), Count.of("SAME", 2)))
			.withMessage("a result is counted twice");
		assertThatIllegalArgumentException().isThrownBy(() -> Count.of("SAME", -1));
	}

}
