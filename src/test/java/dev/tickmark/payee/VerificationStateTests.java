package dev.tickmark.payee;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.tickmark.payee.VerificationState.ACTION_REQUIRED;
import static dev.tickmark.payee.VerificationState.ASKING;
import static dev.tickmark.payee.VerificationState.CONCLUDED;
import static dev.tickmark.payee.VerificationState.HELD;
import static dev.tickmark.payee.VerificationState.READY;
import static dev.tickmark.payee.VerificationState.RETRY;
import static dev.tickmark.payee.VerificationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

class VerificationStateTests {

	/** Each state, and for each state that may follow it a yes. */
	private static final String TABLE = """
			from            | READY | ASKING | CONCLUDED | WAITING | RETRY | ACTION_REQUIRED | HELD
			READY           | no    | yes    | yes       | yes     | yes   | yes             | yes
			ASKING          | no    | yes    | yes       | yes     | yes   | yes             | yes
			CONCLUDED       | no    | no     | no        | no      | no    | no              | no
			WAITING         | no    | yes    | yes       | yes     | yes   | yes             | yes
			RETRY           | no    | yes    | yes       | yes     | yes   | yes             | yes
			ACTION_REQUIRED | no    | yes    | yes       | yes     | yes   | yes             | yes
			HELD            | yes   | no     | no        | no      | no    | no              | no
			""";

	@ParameterizedTest(name = "{0} to {1}: {2}")
	@MethodSource("table")
	void onlyLegalTransitionsAreOffered(VerificationState from, VerificationState to, boolean legal) {
		assertThat(from.next().contains(to)).isEqualTo(legal);
		assertThat(to.previous().contains(from)).isEqualTo(legal);
	}

	@Test
	void theTableKnowsEveryState() {
		assertThat(table()).hasSize(VerificationState.values().length * VerificationState.values().length);
	}

	@Test
	void nothingFollowsAConclusion() {
		assertThat(CONCLUDED.next()).isEmpty();
		assertThat(CONCLUDED.previous()).containsExactlyInAnyOrder(READY, ASKING, WAITING, RETRY, ACTION_REQUIRED);
	}

	@Test
	void whatIsHeldIsAskedOnlyAfterANewPassMadeItReady() {
		assertThat(HELD.next()).containsExactly(READY);
		assertThat(READY.previous()).containsExactly(HELD);
	}

	@ParameterizedTest
	@EnumSource
	void everyStateButTheLastLeadsToAConclusion(VerificationState state) {
		boolean concludes = state.next().contains(CONCLUDED)
				|| state.next().stream().anyMatch((next) -> next.next().contains(CONCLUDED));
		assertThat(concludes).isEqualTo(state != CONCLUDED);
	}

	private static Stream<Object[]> table() {
		String[][] cells = TABLE.lines()
			.map((line) -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
			.toArray(String[][]::new);
		return Arrays.stream(cells)
			.skip(1)
			.flatMap((row) -> Stream.iterate(1, (i) -> i < row.length, (i) -> i + 1)
				.map((i) -> new Object[] { VerificationState.valueOf(row[0]), VerificationState.valueOf(cells[0][i]),
						row[i].equals("yes") }));
	}

}
